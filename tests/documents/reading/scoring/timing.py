"""How long reading takes, and whether twenty times the text takes twenty times as long."""

import time
from dataclasses import dataclass

from tests.documents.reading.scoring.labels import LabelledText

from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import read

PAGE = 2_500
SHORT, LONG = 20, 400


@dataclass(frozen=True)
class Times:
    """Seconds of the processor, whoever else works on the machine.

    `ratio` is LONG over SHORT, and 20 when reading is linear.
    """

    short: float
    long: float

    @property
    def ratio(self) -> float:
        return self.long / self.short


def times(texts: list[LabelledText]) -> Times:
    """The best of a few, since other work on the machine only ever adds."""
    short, long = _pages(texts, SHORT), _pages(texts, LONG)
    return Times(min(_seconds(short) for _ in range(5)), min(_seconds(long) for _ in range(2)))


def _pages(texts: list[LabelledText], count: int) -> str:
    """The texts one after the other, as often as it takes."""
    once = "\n\n".join(labelled.text for labelled in texts)
    wanted = count * PAGE
    return "\n\n".join([once] * (wanted // max(len(once), 1) + 1))[:wanted]


def _seconds(text: str) -> float:
    gazetteer = built_in_gazetteer()
    start = time.process_time()
    read(text, gazetteer=gazetteer)
    return time.process_time() - start
