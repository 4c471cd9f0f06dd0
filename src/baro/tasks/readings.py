"""What a kept reading says of each task, as the fields of a draft."""

from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from baro.tasks.rhythms import first_due_day

READ_FIELDS = [
    "clause_key",
    "title",
    "quote",
    "start",
    "end",
    "lead_codes",
    "cooperating_codes",
    "except_codes",
    "shared",
    "via_code",
    "in_charge",
    "due_on",
    "due_text",
    "recurrence",
    "expected_product",
    "doubts",
    "reasons",
]


def drafts_wanted(
    tasks: list[Mapping[str, Any]], since: date
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each task of a reading under the key by which a second reading finds it again."""
    ordinals: dict[str, int] = {}
    for task in tasks:
        point = str(task.get("clause") or "")[:40]
        ordinals[point] = ordinals.get(point, 0) + 1
        digest = sha256(str(task.get("quote") or "").encode()).hexdigest()[:16]
        yield f"{point}:{ordinals[point]}:{digest}", values_of(task, point, since)


def values_of(task: Mapping[str, Any], point: str, since: date) -> dict[str, Any]:
    """A repeated duty gets its first day, counted from when the document was registered."""
    due = task.get("due")
    return {
        "clause_key": point,
        "title": str(task.get("title") or "")[:500],
        "quote": task.get("quote") or "",
        "start": task.get("start"),
        "end": task.get("end"),
        "lead_codes": [unit["code"] for unit in task.get("lead") or []],
        "cooperating_codes": [unit["code"] for unit in task.get("cooperating") or []],
        "except_codes": [unit["code"] for unit in task.get("excluded") or []],
        "shared": task.get("shared") or "",
        "via_code": (task.get("via") or {}).get("code", ""),
        "in_charge": str(task.get("in_charge") or "")[:200],
        "due_on": date.fromisoformat(due)
        if due
        else first_due_day(task.get("recurrence"), after=since),
        "due_text": str(task.get("due_text") or "")[:300],
        "recurrence": task.get("recurrence"),
        "expected_product": str(task.get("product") or "")[:500],
        "doubts": list(task.get("doubts") or []),
        "reasons": list(task.get("reasons") or []),
    }
