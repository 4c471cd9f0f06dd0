"""Names of bodies as a poor scan spells them: "UY BAN NHAN DÂN THÀNH PHÔ HÀ NỘl"."""

import re
from collections.abc import Iterable

from baro.documents.reading.surface import bare, surface

_SHORT = (
    ("uy ban mat tran to quoc viet nam", "uy ban mttq viet nam"),
    ("uy ban nhan dan", "ubnd"),
    ("hoi dong nhan dan", "hdnd"),
    ("thanh pho ha noi", "thanh pho"),
    ("thanh uy ha noi", "thanh uy"),
)
_SHAPES = str.maketrans({"l": "i", "1": "i", "|": "i", "0": "o"})
_MOST_WORDS = 16


class BareNames:
    """Names without their marks; one that several bodies would share stands for nobody."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._codes: dict[str, str | None] = {}
        for name, code in names:
            key = _key(name)
            self._codes[key] = code if self._codes.get(key, code) == code else None

    def named_last(self, words: str) -> str | None:
        """The code of the body whose whole name the words end with, the longest such name."""
        spelled = _key(words).split()
        for start in range(max(0, len(spelled) - _MOST_WORDS), len(spelled)):
            code = self._codes.get(" ".join(spelled[start:]))
            if code:
                return code
        return None


def _key(words: str) -> str:
    plain = " ".join(re.findall(r"\w+", bare(surface(words)))).translate(_SHAPES)
    for long, short in _SHORT:
        plain = plain.replace(long, short)
    return plain
