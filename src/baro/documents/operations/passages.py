"""Reading a stretch of a document again, by itself."""

from typing import Any

from baro.documents.models import Clause, Document
from baro.documents.operations.readings import reading_of
from baro.documents.reading_result import as_json


def tasks_in_passage(*, document: Document, start: int, end: int) -> list[dict[str, Any]]:
    """What these words order when they stand alone under the document's head. Writes nothing.

    In the form in which a whole reading is kept, but without places in the text.
    """
    opening = _opening_of(document)
    words = " ".join(document.text[start:end].split())
    alone = f"{opening}\n1. {words}\n"
    reading = reading_of(alone, document.issued_on, unit=document.owner_unit)
    return [task for task in as_json(reading)["tasks"] if task["start"] >= len(opening)]


def _opening_of(document: Document) -> str:
    """Down to the first clause that orders something: who speaks, and in which mood."""
    first = document.clauses.filter(kind=Clause.Kind.TASK).order_by("start").first()
    return document.text[: first.start].rstrip() if first else document.text
