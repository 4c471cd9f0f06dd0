"""Turns a directing text into drafts of tasks: deterministic, no network, no database, no Django.

Owns: the text without its pages, the surface (one spelling), lines, regions, paragraphs, mentions
of bodies, sentences, orders, and for each order who, with whom, what, by when; each in a file.
Does not own: the names of bodies (a gazetteer is handed in), words that offices taught, and
deciding (what the text leaves open becomes a doubt).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from baro.documents.reading.drafts import (
    Addressee,
    Clause,
    DraftTask,
    Head,
    Reading,
    Recurrence,
)
from baro.documents.reading.gazetteer import Gazetteer, GazetteerEntry, LocalName
from baro.documents.reading.local_words import LocalWord
from baro.documents.reading.pages import on_one_page
from baro.documents.reading.papers import read_paper
from baro.documents.reading.secrecy import secrecy_mark, urgency_mark
from baro.documents.reading.working_days import WorkingDays, built_in_working_days
from baro.kernel.text import nfc

__all__ = [
    "Addressee",
    "Clause",
    "DraftTask",
    "Gazetteer",
    "GazetteerEntry",
    "Head",
    "LocalName",
    "LocalWord",
    "Reading",
    "Recurrence",
    "WorkingDays",
    "read",
    "secrecy_mark",
    "urgency_mark",
]


def read(
    text: str,
    *,
    gazetteer: Gazetteer,
    issued_on: date | None = None,
    calendar: WorkingDays | None = None,
    words: Iterable[LocalWord] = (),
) -> Reading:
    """Read one text. `issued_on` is used when its head does not carry a date.

    `words` are what offices taught besides the built-in words; names they taught are in the
    gazetteer.
    """
    text = nfc(text)
    page = on_one_page(text)
    found = read_paper(
        page.text,
        gazetteer=gazetteer,
        issued_on=issued_on,
        calendar=calendar or built_in_working_days(),
        words=tuple(words),
    )
    clauses = tuple(
        Clause(c.id, c.kind, page.place(c.start), page.end(c.end), c.reason) for c in found.clauses
    )
    tasks = tuple(
        _quoting(task, text, page.place(task.start), page.end(task.end)) for task in found.tasks
    )
    return Reading(found.head, clauses, tasks, text)


def _quoting(task: DraftTask, text: str, start: int, end: int) -> DraftTask:
    return replace(task, start=start, end=end, quote=text[start:end])
