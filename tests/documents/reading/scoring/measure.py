"""All texts of one part, read, matched and counted."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.documents.reading.scoring.labels import LabelledText, labelled_texts
from tests.documents.reading.scoring.matching import Matched, match
from tests.documents.reading.scoring.scores import Score, score, total
from tests.documents.reading.scoring.timing import PAGE

from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import Reading, read


@dataclass
class Measured:
    """One text with everything that was made of it."""

    labelled: LabelledText
    reading: Reading
    matched: Matched
    score: Score


@dataclass
class Part:
    texts: list[Measured] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def total(self) -> Score:
        return total(text.score for text in self.texts)

    @property
    def by_kind(self) -> dict[str, Score]:
        return self._grouped(lambda labelled: (labelled.kind,))

    @property
    def by_difficulty(self) -> dict[str, Score]:
        """What the misses have in common; never a difficulty that only one text has."""
        groups = self._grouped(lambda labelled: labelled.difficulties)
        return {name: score for name, score in groups.items() if score.texts > 1}

    def _grouped(self, names: Callable[[LabelledText], Iterable[str]]) -> dict[str, Score]:
        groups: dict[str, list[Score]] = {}
        for text in self.texts:
            for name in names(text.labelled):
                groups.setdefault(name, []).append(text.score)
        return {name: total(groups[name]) for name in sorted(groups)}

    @property
    def ms_per_page(self) -> float | None:
        size = sum(len(text.labelled.text) for text in self.texts)
        return self.seconds * 1000 * PAGE / size if size else None

    @property
    def faults(self) -> list[str]:
        return [fault for text in self.texts for fault in text.matched.faults]


@cache
def measured_part(folder: Path, wanted: tuple[str, ...] = ()) -> Part:
    part = Part()
    texts = labelled_texts(folder, wanted)
    for labelled in texts[:3]:
        read(labelled.text, gazetteer=built_in_gazetteer())  # what is made once is not the page's
    for labelled in texts:
        start = time.perf_counter()
        reading = read(labelled.text, gazetteer=built_in_gazetteer())
        part.seconds += time.perf_counter() - start
        matched = match(labelled, reading)
        part.texts.append(Measured(labelled, reading, matched, score(labelled, reading, matched)))
    return part
