"""The thin line under a head: Decree 30 asks for one of a given length in the middle."""

from typing import Any

from reportlab.platypus import Flowable

_BELOW_WORDS, _HEIGHT, _THICK = 4.0, 6.0, 0.75


class CentredRule(Flowable):  # type: ignore[misc]
    def __init__(self, length: float) -> None:
        super().__init__()
        self._length, self._room = length, length

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self._room = width
        return width, _HEIGHT

    def draw(self) -> None:
        canvas: Any = self.canv
        start = (self._room - self._length) / 2
        canvas.setLineWidth(_THICK)
        canvas.line(start, _HEIGHT - _BELOW_WORDS, start + self._length, _HEIGHT - _BELOW_WORDS)
