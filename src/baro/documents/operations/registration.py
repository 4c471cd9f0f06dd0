"""Entering a document into a register."""

from datetime import date, datetime
from typing import Unpack

from django.db import transaction
from django.utils import timezone

from baro.documents import policies
from baro.documents.models import Document, Handling
from baro.documents.operations.corrections import record_correction
from baro.documents.operations.details import DocumentDetails, Entry, complete
from baro.documents.operations.duplicates import corrected_document, refuse_same_content
from baro.documents.operations.links import keep_links, match_waiting_links
from baro.documents.operations.numbers import (
    WHO_REGISTERS,
    bind_number,
    number_period,
)
from baro.documents.operations.paper_files import keep_file
from baro.documents.operations.papers import Paper, make_ready
from baro.documents.operations.readings import keep_reading, reading_of
from baro.documents.operations.register_rows import numbered_row
from baro.documents.operations.register_units import refuse_unit_without_register
from baro.documents.reading import Reading
from baro.kernel import audit
from baro.kernel.policies import require
from baro.kernel.search import api as search
from baro.org import api as org


def register_document(
    *,
    register: str,
    owner_unit: org.Unit,
    content: bytes | None = None,
    file_name: str = "",
    text: str | None = None,
    by: org.User,
    at: datetime,
    **details: Unpack[DocumentDetails],
) -> Document:
    """Enter a document into the register of a unit, number it, and read its clauses.

    An incoming document gets the next arrival number; an own one keeps its printed number or gets
    the next of its type. What `details` leave out is taken from the document's head. Files are
    read before the register is locked, so that a long document keeps no other clerk waiting.
    """
    require(policies.can_register_document(by, owner_unit, on=_day(at)), WHO_REGISTERS)
    paper = make_ready(content=content, file_name=file_name, text=text)
    return register_paper(
        paper=paper, register=register, owner_unit=owner_unit, by=by, at=at, **details
    )


def register_paper(
    *,
    paper: Paper,
    register: str,
    owner_unit: org.Unit,
    by: org.User,
    at: datetime,
    **details: Unpack[DocumentDetails],
) -> Document:
    """Enter what was read before."""
    require(policies.can_register_document(by, owner_unit, on=_day(at)), WHO_REGISTERS)
    reading = reading_of(paper.text, details.get("issued_on"), unit=owner_unit)
    entry = complete(
        details, reading.head, register=register, owner_unit=owner_unit, today=_day(at)
    )
    return _enter(register, owner_unit, paper, reading, entry, by=by, at=at)


@transaction.atomic
def _enter(
    register: str,
    owner_unit: org.Unit,
    paper: Paper,
    reading: Reading,
    entry: Entry,
    *,
    by: org.User,
    at: datetime,
) -> Document:
    owner_unit = org.Unit.objects.select_for_update(no_key=True).get(pk=owner_unit.pk)
    require(policies.can_register_document(by, owner_unit, on=_day(at)), WHO_REGISTERS)
    refuse_unit_without_register(owner_unit)
    refuse_same_content(owner_unit, paper)
    first = corrected_document(owner_unit, entry, _period(register, owner_unit, entry))

    document, given = numbered_row(register, owner_unit, paper, entry, corrects=first, by=by, at=at)
    if first:
        first.replaced_at = at
        first.save(update_fields=["replaced_at"])
    document.file = keep_file(paper, at=at)
    document.save(force_insert=True)
    if given:
        bind_number(given, document)
    if document.is_incoming:
        Handling.objects.create(document=document)
    search.index(document, title=str(document), at=at, text=_searchable(document))
    audit.record("documents.document_registered", document, by=by, at=at, facts=_facts(document))
    if first:
        record_correction(document, first, reason=entry.correction_reason, by=by, at=at)
    keep_reading(document, reading, by=by, at=at)
    keep_links(document, by=by, at=at)
    match_waiting_links(document, at=at)
    return document


def _period(register: str, owner_unit: org.Unit, entry: Entry) -> str:
    if register == Document.Register.INCOMING or not entry.issued_on:
        return ""
    return number_period(owner_unit, entry.issued_on)


def _searchable(document: Document) -> str:
    head = (document.subject, document.issuer_name, document.signer_name, document.text)
    return "\n".join(part for part in head if part)


def _facts(document: Document) -> dict[str, str]:
    """The register by its name; an arrival has a number of its own in it."""
    register = document.get_register_display().lower()
    arrival = f", số đến {document.arrival_number}" if document.is_incoming else ""
    return {"register": register + arrival}


def _day(at: datetime) -> date:
    return timezone.localdate(at)
