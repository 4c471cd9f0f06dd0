"""Labels that do not fit their own text would measure nothing."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.documents.reading.scoring.labels import KINDS, PARTS, LabelledText, labelled_texts
from tests.documents.reading.scoring.places import places_of

from baro.documents.gazetteer import built_in_gazetteer
from baro.kernel.text import nfc
from baro.org.groups import GROUPS

RHYTHMS = {"day", "week", "two-weeks", "month", "quarter", "half-year", "year"}


@pytest.mark.parametrize("part", PARTS)
def test_labels_fit_their_texts(part: str) -> None:
    faults = [fault for text in labelled_texts(PARTS[part]) for fault in _faults(text)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("part", PARTS)
def test_every_label_file_has_its_text(part: str) -> None:
    assert _stems(PARTS[part], ".json") == _stems(PARTS[part], ".txt")


def test_no_text_is_both_open_and_held_back() -> None:
    open_numbers, held_numbers = (
        {_number(path) for path in PARTS[part].glob("*.json")} for part in ("open", "held back")
    )
    assert not open_numbers & held_numbers


def _faults(text: LabelledText) -> Iterator[str]:
    if text.kind not in KINDS:
        yield f"{text.name}: kind {text.kind!r}"
    plain = nfc(text.text)
    for words in text.quiet:
        if len(places_of(words, plain)) != 1:
            yield f"{text.name}: the quiet words {words!r} do not stand there once"
    for task in text.tasks:
        name = task.get("words") or task["clause"]
        yield from (f"{text.name}, {name!r}: {fault}" for fault in _faults_of_task(task, plain))


def _faults_of_task(task: dict[str, Any], plain: str) -> Iterator[str]:
    if "words" in task and len(places_of(task["words"], plain)) != 1:
        yield "the words do not stand there once"
    yield from (f"no unit {code}" for code in _codes(task) if not _is_known(code))
    yield from _faults_of_time(task, plain)
    if task.get("shared", "each") not in {"each", "together"}:
        yield f"shared {task['shared']!r}"


def _faults_of_time(task: dict[str, Any], plain: str) -> Iterator[str]:
    if task.get("due"):
        date.fromisoformat(task["due"])
    if task.get("due_text") and not places_of(task["due_text"], plain):
        yield f"the text does not say {task['due_text']!r}"
    if task.get("recurrence") and task["recurrence"][0] not in RHYTHMS:
        yield f"recurs every {task['recurrence'][0]}"


def _codes(task: dict[str, Any]) -> list[str]:
    via = [task["via"]] if task.get("via") else []
    return [*task["lead"], *task.get("cooperating", ()), *via]


def _is_known(code: str) -> bool:
    return code in GROUPS or built_in_gazetteer().entry(code) is not None


def _stems(folder: Path, ending: str) -> set[str]:
    return {path.stem for path in folder.iterdir() if path.suffix == ending}


def _number(path: Path) -> str:
    """The number and date of a paper; a paper without a number stands for itself."""
    head = json.loads(path.read_text(encoding="utf-8")).get("head", {})
    return f"{head.get('number', path.stem)} of {head.get('issued_on')} by {head.get('issuer')}"
