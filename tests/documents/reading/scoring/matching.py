"""Which draft answers which label; what is left over was missed or invented.

A label with `words` is answered by the first draft, in the order of the text, whose stretch holds
the greater part of those words. A label with `clause` (the older form) is answered by the drafts
of that clause in their order. One draft answers one label: further drafts over the same words, and
drafts over anything else, quiet words among it, are invented.
"""

from dataclasses import dataclass, field
from typing import Any

from tests.documents.reading.scoring.labels import LabelledText
from tests.documents.reading.scoring.places import lies_in, places_of

from baro.documents.reading import DraftTask, Reading

_NOWHERE = (-1, -1)


@dataclass
class Matched:
    """The answer to one text. `faults` are labels that do not fit their own text."""

    pairs: list[tuple[dict[str, Any], DraftTask]] = field(default_factory=list)
    missed: list[dict[str, Any]] = field(default_factory=list)
    invented: list[DraftTask] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def match(labelled: LabelledText, reading: Reading) -> Matched:
    result = Matched()
    places = _places(labelled, reading, result.faults)
    answers: dict[int, DraftTask] = {}
    for draft in sorted(reading.tasks, key=lambda task: (task.start, task.end)):
        answered = _answered(draft, labelled, places, answers)
        if answered is None:
            result.invented.append(draft)
        else:
            answers[answered] = draft
    for number, label in enumerate(labelled.tasks):
        if number in answers:
            result.pairs.append((label, answers[number]))
        else:
            result.missed.append(label)
    result.faults += _misquoted(labelled, reading)
    return result


def _misquoted(labelled: LabelledText, reading: Reading) -> list[str]:
    return [
        f"{labelled.name}: quiet {number} is not in the text"
        for number, words in enumerate(labelled.quiet, start=1)
        if not places_of(words, reading.text)
    ]


def _places(
    labelled: LabelledText, reading: Reading, faults: list[str]
) -> list[tuple[int, int] | None]:
    """Where each label stands; None for a label that names its clause."""
    places: list[tuple[int, int] | None] = []
    for number, label in enumerate(labelled.tasks, start=1):
        found = places_of(label["words"], reading.text) if "words" in label else [None]
        if len(found) != 1:
            faults.append(f"{labelled.name}: the words of task {number} stand {len(found)} times")
        places.append(found[0] if len(found) == 1 else _NOWHERE)
    return places


def _answered(
    draft: DraftTask,
    labelled: LabelledText,
    places: list[tuple[int, int] | None],
    answers: dict[int, DraftTask],
) -> int | None:
    for number, label in enumerate(labelled.tasks):
        if number in answers:
            continue
        place = places[number]
        if lies_in(place, draft.start, draft.end) if place else label.get("clause") == draft.clause:
            return number
    return None
