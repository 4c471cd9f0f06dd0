"""Keeping the index in step with what it speaks of; called by the operations of the modules."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models

from baro.kernel.prepared import run
from baro.kernel.search.models import SearchEntry
from baro.kernel.search.words import vector_text
from baro.kernel.text import nfc

_BATCH = 500
_LONGEST_TITLE = 500
_LAY_DOWN = """
    INSERT INTO kernel_searchentry (target_type, target_id, at, title, marks, words)
    SELECT target_type, target_id, at, title, marks, words
    FROM json_to_recordset(%s::json) AS given(target_type text, target_id bigint,
        at timestamptz, title text, marks text[], words tsvector)
    ON CONFLICT (target_type, target_id) DO UPDATE
    SET at = excluded.at, title = excluded.title, marks = excluded.marks, words = excluded.words
"""


@dataclass(frozen=True)
class Indexed:
    """An object with the words by which it is to be found, since when, and for whom."""

    target: models.Model
    title: str
    at: datetime
    text: str = ""
    marks: Collection[str] = ()


def index(
    target: models.Model,
    *,
    title: str,
    at: datetime,
    text: str = "",
    marks: Collection[str] = (),
) -> None:
    """Make the object, entered at that moment, findable by these words and by no earlier ones.

    Who reads with marks of their own finds it by one of `marks`, such as `u12` for a unit.
    """
    index_many([Indexed(target, title, at, text, marks)])


def index_many(entries: Iterable[Indexed]) -> None:
    """Make many objects findable, in a few statements.

    What loads thousands of them by SQL writes rows of `kernel_searchentry` itself, with `words`
    from `vector_text` or from a like object, `at` and `marks` as the module's operations would.
    Nothing needs rebuilding afterwards: the index makes its keys from these columns.
    """
    rows = list({entry.target: _facts(entry) for entry in entries}.values())
    for start in range(0, len(rows), _BATCH):
        run(_LAY_DOWN, [json.dumps(rows[start : start + _BATCH], ensure_ascii=False)])


def mark(target: models.Model, *, marks: Collection[str]) -> None:
    """Let the object be found by whoever reads with one of these marks, and by nobody else's."""
    _entries(target).update(marks=sorted(marks))


def remove(target: models.Model) -> None:
    _entries(target).delete()


def _entries(target: models.Model) -> models.QuerySet[SearchEntry]:
    return SearchEntry.objects.filter(target_type=target._meta.label_lower, target_id=target.pk)


def _facts(entry: Indexed) -> dict[str, Any]:
    return {
        "target_type": entry.target._meta.label_lower,
        "target_id": entry.target.pk,
        "at": entry.at.isoformat(),
        "title": nfc(entry.title)[:_LONGEST_TITLE],
        "marks": sorted(entry.marks),
        "words": vector_text(entry.title, entry.text),
    }
