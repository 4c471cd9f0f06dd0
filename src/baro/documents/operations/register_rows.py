"""The row of a document that is being entered, with the number that it is given."""

from datetime import date, datetime

from django.utils import timezone

from baro.documents.models import Document
from baro.documents.numbering import printed_number
from baro.documents.operations.details import Entry
from baro.documents.operations.numbers import (
    GivenNumber,
    issue_arrival_number,
    keep_printed_number,
    take_number,
)
from baro.documents.operations.papers import Paper
from baro.documents.operations.receipts import receive
from baro.org import api as org


def numbered_row(
    register: str,
    owner_unit: org.Unit,
    paper: Paper,
    entry: Entry,
    *,
    corrects: Document | None,
    by: org.User,
    at: datetime,
) -> tuple[Document, GivenNumber | None]:
    """The row before it is stored, and the number of its own that it was given."""
    document = Document(
        register=register,
        owner_unit=owner_unit,
        type=entry.type,
        issuer_unit=entry.issuer_unit,
        issuer_name=entry.issuer_name,
        issuer_key=entry.issuer_key,
        drafting_unit=entry.drafting_unit,
        subject=entry.subject,
        signer_name=entry.signer_name,
        signer_title=entry.signer_title,
        urgency=entry.urgency,
        issued_on=entry.issued_on,
        text=paper.text,
        pages=paper.pages,
        text_sha256=paper.text_sha256,
        file_name=paper.file_name,
        copies=entry.copies,
        file_keeper=entry.file_keeper,
        register_note=entry.register_note,
        registered_at=at,
        registered_by=by,
    )
    if document.is_incoming:
        document.symbol, document.number = entry.symbol, printed_number(entry.symbol)
        document.arrived_on = timezone.localdate(at)
        receive(document, entry, at=at)
        document.arrival_number = issue_arrival_number(
            owner_unit=owner_unit, arrived_on=timezone.localdate(at), by=by, at=at
        )
        return document, None
    document.issued_on = entry.issued_on or timezone.localdate(at)
    given = _own_number(owner_unit, entry, document.issued_on, corrects=corrects, by=by, at=at)
    document.number, document.symbol = given.number, given.symbol
    document.number_period = given.period
    return document, given


def _own_number(
    owner_unit: org.Unit,
    entry: Entry,
    issued_on: date,
    *,
    corrects: Document | None,
    by: org.User,
    at: datetime,
) -> GivenNumber:
    if entry.symbol:
        return keep_printed_number(
            owner_unit=owner_unit,
            type=entry.type,
            symbol=entry.symbol,
            issued_on=issued_on,
            may_jump=entry.number_may_jump,
            corrects=corrects,
            by=by,
            at=at,
        )
    return take_number(
        owner_unit=owner_unit,
        type=entry.type,
        issued_on=issued_on,
        drafting_unit=entry.drafting_unit,
        by=by,
        at=at,
    )
