"""The scores laid out for a person at a terminal."""

from collections.abc import Iterator
from typing import Any

from tests.documents.reading.scoring.measure import Measured, Part
from tests.documents.reading.scoring.scores import QUESTIONS, Answer, Score, answers, head_answers
from tests.documents.reading.scoring.timing import LONG, SHORT, Times

_COLUMNS = ("texts", "clauses", "labelled", "found %", "missed %", "inv/100", "no words")
_NAME = 22


def part_table(name: str, part: Part, *, by_difficulty: bool = False) -> Iterator[str]:
    groups = part.by_difficulty if by_difficulty else part.by_kind
    yield f"{name.upper()}"
    yield (
        f"{'':<{_NAME}}"
        + "".join(f"{column:>9}" for column in _COLUMNS)
        + "".join(f"{question:>12}" for question in QUESTIONS)
    )
    yield from (_row(group[:_NAME], score) for group, score in groups.items())
    yield _row("total", part.total)
    yield f"{part.ms_per_page or 0:.1f} ms a page of 2,500 characters"
    yield from (f"FAULTY LABEL {fault}" for fault in part.faults)


def times_line(times: Times) -> str:
    return (
        f"{SHORT} pages {times.short:.2f} s, {LONG} pages {times.long:.2f} s: "
        f"{times.ratio:.1f} times as long for {LONG / SHORT:.0f} times the text"
    )


def misses(text: Measured) -> Iterator[str]:
    """What went wrong in one text; for the open part only."""
    for label in text.matched.missed:
        yield f"  missed      {_name(label)}"
    for draft in text.matched.invented:
        yield f"  invented    [{draft.clause}] {' '.join(draft.quote.split())[:140]}"
    for where, answer in _answers(text):
        if not answer.is_right:
            yield f"  {answer.question:<11} {answer.wanted} <> {answer.read}  {where}"


def _answers(text: Measured) -> Iterator[tuple[str, Answer]]:
    for answer in head_answers(text.labelled, text.reading):
        yield "", answer
    for label, draft in text.matched.pairs:
        for answer in answers(label, draft):
            yield f"({_name(label)})", answer


def _name(label: dict[str, Any]) -> str:
    return str(label.get("words", label.get("clause")))


def _row(name: str, score: Score) -> str:
    found = score.found_percent
    missed = None if found is None else 100 - found
    numbers = f"{score.texts:>9}{score.clauses:>9}{score.labelled:>9}"
    shares = "".join(f"{_shown(value):>9}" for value in (found, missed, score.invented_per_100))
    asked = "".join(
        f"{_shown(score.percent(question)) + f' ({score.asked[question]})':>12}"
        for question in QUESTIONS
    )
    return f"{name:<{_NAME}}{numbers}{shares}{score.dates_without_words:>9}{asked}"


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"
