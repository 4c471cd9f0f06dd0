"""Counting: what was found, and of what was found, how much is right.

Every question is put only where the label settles it: `product` where the label has that key,
`recurrence` where label or draft has one, `shared`, `via` and `excluded` where the label has them.
"các xã, phường" and "UBND các xã, phường" are the same bodies under two codes.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from tests.documents.reading.scoring.labels import LabelledText
from tests.documents.reading.scoring.matching import Matched
from tests.documents.reading.scoring.places import places_of
from tests.documents.reading.scoring.products import is_same_phrase, is_same_product

from baro.documents.reading import DraftTask, Reading
from baro.documents.reading.pages import on_one_page

QUESTIONS = (
    "lead",
    "cooperating",
    "deadline",
    "recurrence",
    "product",
    "open date",
    "doubt",
    "shared",
    "via",
    "excluded",
    "head",
)
_SAME_GROUP = {"G.XP": "G.UBND-XP"}


class Answer(NamedTuple):
    question: str
    wanted: Any
    read: Any
    is_right: bool


@dataclass
class Score:
    """Sums over texts; scores add up."""

    texts: int = 0
    clauses: int = 0
    labelled: int = 0
    found: int = 0
    invented: int = 0
    dates_without_words: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.texts + other.texts,
            self.clauses + other.clauses,
            self.labelled + other.labelled,
            self.found + other.found,
            self.invented + other.invented,
            self.dates_without_words + other.dates_without_words,
            self.asked + other.asked,
            self.right + other.right,
        )

    @property
    def found_percent(self) -> float | None:
        return _percent(self.found, self.labelled)

    @property
    def invented_per_100(self) -> float | None:
        return _percent(self.invented, self.labelled)

    def as_data(self) -> dict[str, Any]:
        shares = {question: self.percent(question) for question in QUESTIONS}
        return {
            "texts": self.texts,
            "clauses": self.clauses,
            "labelled": self.labelled,
            "found": self.found_percent,
            "invented_per_100": self.invented_per_100,
            "dates_without_words": self.dates_without_words,
            "right": shares,
            "asked": dict(self.asked),
        }

    def percent(self, question: str) -> float | None:
        return _percent(self.right[question], self.asked[question])


def head_answers(labelled: LabelledText, reading: Reading) -> Iterator[Answer]:
    for key, wanted in (labelled.head or {}).items():
        read = getattr(reading.head, key)
        read = read.isoformat() if isinstance(read, date) else read
        yield Answer("head", wanted, read, read == wanted)


def score(labelled: LabelledText, reading: Reading, matched: Matched) -> Score:
    result = Score(
        texts=1,
        clauses=len(reading.clauses),
        labelled=len(labelled.tasks),
        found=len(matched.pairs),
        invented=len(matched.invented),
        dates_without_words=sum(_has_date_without_words(task, reading) for task in reading.tasks),
    )
    given = [answer for label, draft in matched.pairs for answer in answers(label, draft)]
    for answer in (*head_answers(labelled, reading), *given):
        result.asked[answer.question] += 1
        result.right[answer.question] += answer.is_right
    return result


def total(scores: Iterable[Score]) -> Score:
    return sum(scores, Score())


def answers(label: dict[str, Any], draft: DraftTask) -> Iterator[Answer]:
    """Each question that the label settles, with what was read."""
    lead = [unit.code for unit in draft.lead]
    along = [unit.code for unit in draft.cooperating]
    due = draft.due.isoformat() if draft.due else None
    yield Answer("lead", label["lead"], lead, _codes(lead) == _codes(label["lead"]))
    wanted = label.get("cooperating", [])
    yield Answer("cooperating", wanted, along, _codes(along) == _codes(wanted))
    yield Answer("deadline", label.get("due"), due, due == label.get("due"))
    yield from _recurrence(label, draft)
    if "product" in label:
        same = is_same_product(draft.product, label["product"])
        yield Answer("product", label["product"], draft.product, same)
    yield from _left_open(label, draft)
    yield from _among_bodies(label, draft)


def _recurrence(label: dict[str, Any], draft: DraftTask) -> Iterator[Answer]:
    wanted = label.get("recurrence")
    read = [draft.recurrence.every, draft.recurrence.by] if draft.recurrence else None
    if wanted or read:
        same = bool(wanted and read) and all(
            is_same_phrase(one, other) for one, other in zip(wanted or (), read or (), strict=False)
        )
        yield Answer("recurrence", wanted, read, same)


def _left_open(label: dict[str, Any], draft: DraftTask) -> Iterator[Answer]:
    if label.get("due_text") and not label.get("due") and not label.get("recurrence"):
        same = is_same_product(draft.due_text, label["due_text"])
        yield Answer("open date", label["due_text"], draft.due_text, same)
    if "doubt" in label:
        said = " ".join(draft.doubts)
        yield Answer("doubt", label["doubt"], said, label["doubt"].lower() in said.lower())


def _among_bodies(label: dict[str, Any], draft: DraftTask) -> Iterator[Answer]:
    if "shared" in label:
        yield Answer("shared", label["shared"], draft.shared, draft.shared == label["shared"])
    if "via" in label:
        code = draft.via.code if draft.via else None
        yield Answer("via", label["via"], code, code == label["via"])
    if "excluded" in label:
        without = [unit.code for unit in draft.excluded]
        same = _communes(without) == _communes(label["excluded"])
        yield Answer("excluded", label["excluded"], without, same)


def _codes(codes: Iterable[str]) -> set[str]:
    return {_SAME_GROUP.get(code, code) for code in codes}


def _communes(codes: Iterable[str]) -> set[str]:
    """Left out is the commune, whichever of its bodies is named."""
    return {code.split(".")[0] for code in codes}


def _has_date_without_words(task: DraftTask, reading: Reading) -> bool:
    words = on_one_page(reading.text).text
    return task.due is not None and not (task.due_text and places_of(task.due_text, words))


def _percent(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None
