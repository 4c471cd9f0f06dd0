"""Whole papers in the official layout, each with what a specialist would write down."""

import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from tests.documents.reading.scoring.labels import PARTS, labelled_texts
from tests.documents.reading.scoring.matching import match
from tests.documents.reading.scoring.scores import answers

from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import DraftTask, Reading, read

TEXTS = {text.name: text for text in labelled_texts(PARTS["open"])}
# A text is "exact" once every task of it is read as labelled; the others count in the scores only.
NAMES = [name for name, text in TEXTS.items() if text.is_exact]


@cache
def _reading(name: str) -> Reading:
    return read(TEXTS[name].text, gazetteer=built_in_gazetteer())


def _expected(name: str) -> dict[str, Any]:
    label = (PARTS["open"] / f"{name}.json").read_text(encoding="utf-8")
    result: dict[str, Any] = json.loads(label)
    return result


def _shown(task: DraftTask) -> dict[str, Any]:
    """A draft in the form of the expected file."""
    return {
        "clause": task.clause,
        "lead": [unit.code for unit in task.lead],
        "cooperating": [unit.code for unit in task.cooperating],
        "due": task.due.isoformat() if task.due else None,
        "due_text": task.due_text,
        "product": task.product,
        "title": task.title,
        "in_charge": task.in_charge,
        "recurrence": [task.recurrence.every, task.recurrence.by] if task.recurrence else None,
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_head_is_read(name: str) -> None:
    head = _reading(name).head
    wanted = _expected(name)["head"]

    found = {key: getattr(head, key) for key in wanted}
    if found.get("issued_on"):
        found["issued_on"] = found["issued_on"].isoformat()

    assert found == wanted


@pytest.mark.parametrize("name", NAMES)
def test_each_task_is_found_and_none_is_invented(name: str) -> None:
    matched = match(TEXTS[name], _reading(name))

    assert not matched.faults
    assert not matched.missed
    assert not matched.invented
    for label, draft in matched.pairs:
        wanted = _wanted(label)
        assert {key: value for key, value in _shown(draft).items() if key in wanted} == wanted
        assert not [answer for answer in answers(label, draft) if not answer.is_right]


def _wanted(label: dict[str, Any]) -> dict[str, Any]:
    """A label by clause holds every letter; one by words holds what the scorer asks."""
    if "words" in label:
        return {key: label[key] for key in ("in_charge",) if key in label}
    return {
        "recurrence": None,
        **{key: value for key, value in label.items() if key not in {"doubt", "shared", "via"}},
    }


@pytest.mark.parametrize("name", NAMES)
def test_what_the_text_leaves_open_is_a_doubt(name: str) -> None:
    for label, draft in match(TEXTS[name], _reading(name)).pairs:
        if "doubt" in label:
            assert label["doubt"].lower() in " ".join(draft.doubts).lower()


@pytest.mark.parametrize("name", NAMES)
def test_praise_findings_and_formulas_are_no_tasks(name: str) -> None:
    kinds = {clause.id: clause.kind for clause in _reading(name).clauses}
    wanted = _expected(name)

    assert {kinds.get(key) for key in wanted.get("information", [])} <= {"information", "none"}
    assert {kinds.get(key) for key in wanted.get("none", [])} <= {"none"}


@pytest.mark.parametrize("name", NAMES)
def test_quotes_are_the_words_of_the_text(name: str) -> None:
    result = _reading(name)

    assert all(task.quote == result.text[task.start : task.end] for task in result.tasks)
    assert all(task.quote.strip() == task.quote for task in result.tasks)
    assert len({clause.id for clause in result.clauses}) == len(result.clauses)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_text_gives_the_same_reading(name: str) -> None:
    again = read(TEXTS[name].text, gazetteer=built_in_gazetteer())

    assert replace(again, text="") == replace(_reading(name), text="")
