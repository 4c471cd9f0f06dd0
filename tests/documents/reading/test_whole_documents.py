"""Whole papers in the official layout, each with what a specialist would write down."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import DraftTask, Reading, read

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))
NAMES = [path.stem for path in TEXTS]


@cache
def _reading(name: str) -> Reading:
    path = Path(__file__).parent / "texts" / f"{name}.txt"
    return read(path.read_text(encoding="utf-8"), gazetteer=built_in_gazetteer())


def _expected(name: str) -> dict[str, Any]:
    path = Path(__file__).parent / "texts" / f"{name}.json"
    result: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
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
    tasks = _reading(name).tasks
    wanted = _expected(name)["tasks"]

    found = [_shown(task) for task in tasks]
    compared = [
        {"recurrence": None, **{key: value for key, value in want.items() if key != "doubt"}}
        for want in wanted
    ]
    assert [task["clause"] for task in found] == [task["clause"] for task in wanted]
    assert [
        {key: task[key] for key in want} for task, want in zip(found, compared, strict=True)
    ] == compared


@pytest.mark.parametrize("name", NAMES)
def test_what_the_text_leaves_open_is_a_doubt(name: str) -> None:
    wanted = _expected(name)["tasks"]

    for task, want in zip(_reading(name).tasks, wanted, strict=True):
        if "doubt" in want:
            assert want["doubt"].lower() in " ".join(task.doubts).lower()


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
    path = Path(__file__).parent / "texts" / f"{name}.txt"

    again = read(path.read_text(encoding="utf-8"), gazetteer=built_in_gazetteer())

    assert replace(again, text="") == replace(_reading(name), text="")
