"""The rows of a register between two days, with every column that the book has."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from baro.documents.books import INCOMING, OUTGOING, Book, Cell
from baro.documents.models import Document, DocumentRecipient, NumberRecord
from baro.documents.models.documents import DocumentQuerySet
from baro.org import api as org

TITLES = {
    Document.Register.INCOMING: "Sổ đăng ký văn bản đến",
    Document.Register.OUTGOING: "Sổ đăng ký văn bản đi",
    Document.Register.INTERNAL: "Sổ đăng ký văn bản nội bộ",
}
_NAMED = 6
_Row = tuple[tuple[date, int, str], Sequence[Cell]]


@dataclass(frozen=True)
class BookWanted:
    """Which book: one register of one unit between two days, both included."""

    unit: org.Unit
    register: str
    first: date
    last: date


def register_book(wanted: BookWanted) -> Book:
    is_incoming = wanted.register == Document.Register.INCOMING
    rows = _incoming_rows(wanted) if is_incoming else _own_rows(wanted)
    return Book(
        title=TITLES[Document.Register(wanted.register)],
        unit=wanted.unit.name,
        first=wanted.first,
        last=wanted.last,
        columns=INCOMING if is_incoming else OUTGOING,
        rows=rows,
    )


def book_units(user: org.User, *, on: date) -> list[org.Unit]:
    """The units whose books the user may open, and that have one."""
    powers = org.powers_of(user, on=on)
    reach = powers.reach(org.Permission.SEE) | powers.reach(org.Permission.REGISTER_DOCUMENT)
    units = org.Unit.objects.within(reach).exclude(branch=org.Unit.Branch.TERRITORY)
    return list(
        units.filter(pk__in=Document.objects.order_by().values("owner_unit")).order_by("path")
    )


def _incoming_rows(wanted: BookWanted) -> list[Sequence[Cell]]:
    found = _documents(wanted).filter(arrived_on__range=(wanted.first, wanted.last))
    return [
        (
            document.arrived_on,
            document.arrival_number,
            document.issuer_name,
            document.symbol,
            document.issued_on,
            _type_and_subject(document),
            document.handed_to,
            document.handed_on,
            "",
            _note(document),
        )
        for document in found.order_by("arrived_on", "arrival_number", "pk")
    ]


def _own_rows(wanted: BookWanted) -> list[Sequence[Cell]]:
    """Documents and cancelled numbers, by day and number."""
    found = list(_documents(wanted).filter(issued_on__range=(wanted.first, wanted.last)))
    recipients = _recipients(found)
    rows: list[_Row] = [
        (
            (document.issued_on or wanted.first, document.number or 0, document.symbol),
            (
                document.symbol,
                document.issued_on,
                _type_and_subject(document),
                document.signer_name,
                recipients.get(document.pk, ""),
                document.file_keeper,
                document.copies,
                _note(document),
            ),
        )
        for document in found
    ]
    if wanted.register == Document.Register.OUTGOING:
        rows += _cancelled_rows(wanted)
    return [row for _, row in sorted(rows, key=lambda each: each[0])]


def _cancelled_rows(wanted: BookWanted) -> Iterator[_Row]:
    cancelled = NumberRecord.objects.filter(
        state=NumberRecord.State.CANCELLED,
        series__owner_unit=wanted.unit,
        cancelled_at__date__range=(wanted.first, wanted.last),
    )
    for record in cancelled:
        day = timezone.localdate(record.cancelled_at) if record.cancelled_at else wanted.first
        note = f"Số đã hủy: {record.cancel_reason}"
        row = (record.symbol, day, "(Số đã hủy)", "", "", "", None, note)
        yield (day, record.number, record.symbol), row


def _documents(wanted: BookWanted) -> DocumentQuerySet:
    found = Document.objects.filter(owner_unit=wanted.unit, register=wanted.register)
    return found.defer("text", "pages")


def _recipients(documents: Sequence[Document]) -> Mapping[int, str]:
    """The first few by name, then how many more."""
    names: dict[int, list[str]] = defaultdict(list)
    rows = DocumentRecipient.objects.filter(document__in=[each.pk for each in documents])
    for pk, name in rows.order_by("unit__sort_key").values_list("document", "unit__short_name"):
        names[pk].append(name)
    return {pk: _listed(found) for pk, found in names.items()}


def _listed(names: list[str]) -> str:
    more = len(names) - _NAMED
    shown = ", ".join(names[:_NAMED])
    return f"{shown} và {more} nơi khác" if more > 0 else shown


def _type_and_subject(document: Document) -> str:
    return f"{document.get_type_display()}: {document.subject}"


def _note(document: Document) -> str:
    marks = [
        document.get_urgency_display() if document.is_urgent else "",
        "Vào sổ muộn" if document.is_registered_late else "",
        "Đã có bản đính chính" if document.is_replaced else "",
        document.register_note,
    ]
    return "; ".join(mark for mark in marks if mark)
