"""A reading as plain data: what is kept beside the document, and what the API answers."""

from dataclasses import asdict
from datetime import date
from typing import Any

from baro.documents.reading import Reading


def as_json(reading: Reading) -> dict[str, Any]:
    """Head, clauses and tasks under the names of the published format; days as `YYYY-MM-DD`."""
    return {
        "document": _plain(asdict(reading.head)),
        "clauses": [_plain(asdict(clause)) for clause in reading.clauses],
        "tasks": [_plain(asdict(task)) for task in reading.tasks],
    }


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value
