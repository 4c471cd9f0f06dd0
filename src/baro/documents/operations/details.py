"""What is written in the register about a document: as given, else as read from its head."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict

from baro.documents.models import Document
from baro.documents.numbering import tidy_symbol
from baro.documents.reading import Head
from baro.documents.types import TYPE_CHOICES, type_code
from baro.kernel.errors import DomainError
from baro.kernel.text import fold, nfc
from baro.org import api as org


class DocumentDetails(TypedDict, total=False):
    """What the clerk wrote; a missing key is read from the text.

    An empty symbol asks for the next number of an own document; `number_may_jump` confirms that
    a printed number is really so far beyond the run. With `correction_reason` the document takes
    the place of the one that has the same number.
    """

    type: str
    symbol: str
    issued_on: date | None
    issuer_unit: org.Unit | None
    issuer_name: str
    subject: str
    signer_name: str
    signer_title: str
    urgency: str
    drafting_unit: org.Unit | None
    number_may_jump: bool
    correction_reason: str
    received_at: datetime
    is_electronic: bool
    copies: int | None
    file_keeper: str
    register_note: str


class DetailMissing(DomainError):
    pass


class ChoiceUnknown(DomainError):
    pass


class DetailTooLong(DomainError):
    pass


class IssuedAfterToday(DomainError):
    pass


@dataclass(frozen=True)
class Entry:
    """The columns of the register, complete."""

    type: str
    symbol: str
    issued_on: date | None
    issuer_unit: org.Unit | None
    issuer_name: str
    subject: str
    signer_name: str
    signer_title: str
    urgency: str
    drafting_unit: org.Unit | None
    number_may_jump: bool = False
    correction_reason: str = ""
    received_at: datetime | None = None
    is_electronic: bool = False
    copies: int | None = None
    file_keeper: str = ""
    register_note: str = ""

    @property
    def issuer_key(self) -> str:
        return fold(self.issuer_name)


def complete(
    details: DocumentDetails, head: Head, *, register: str, owner_unit: org.Unit, today: date
) -> Entry:
    """Join what was written with what was read; refuse where both are silent."""
    if register != Document.Register.INCOMING:
        details = {**details, "issuer_unit": owner_unit, "issuer_name": owner_unit.name}
    entry = Entry(
        type=details.get("type") or type_code(head.type or "") or "",
        symbol=tidy_symbol(details.get("symbol", head.number or "")),
        issued_on=details.get("issued_on") or head.issued_on,
        issuer_unit=details.get("issuer_unit"),
        issuer_name=_line(details.get("issuer_name") or head.issuer),
        subject=_line(details.get("subject") or (head.subject or "")[:500]),
        signer_name=_line(details.get("signer_name", head.signer_name)),
        signer_title=_line(details.get("signer_title", head.signer_title)),
        urgency=details.get("urgency") or urgency_code(head.urgency),
        drafting_unit=details.get("drafting_unit"),
        number_may_jump=details.get("number_may_jump", False),
        correction_reason=_line(details.get("correction_reason"))[:300],
        received_at=details.get("received_at"),
        is_electronic=details.get("is_electronic", False),
        copies=details.get("copies"),
        file_keeper=_line(details.get("file_keeper")),
        register_note=_line(details.get("register_note")),
    )
    _refuse_unknown(entry, register)
    _refuse_gaps(entry, register, today)
    _refuse_overlong(entry)
    return entry


def urgency_code(mark: str | None) -> str:
    """The value kept for a mark as it is printed: "Hỏa tốc" is flash."""
    found = {label: value for value, label in Document.Urgency.choices}
    return str(found.get(mark or "", Document.Urgency.NORMAL))


def _refuse_unknown(entry: Entry, register: str) -> None:
    choices = [
        (register, "register", Document.Register.values, "Sổ"),
        (entry.type, "type", ["", *dict(TYPE_CHOICES)], "Loại văn bản"),
        (entry.urgency, "urgency", Document.Urgency.values, "Độ khẩn"),
    ]
    for value, field, known, name in choices:
        if value not in known:
            raise ChoiceUnknown(f"{name} “{value}” không có trong danh mục.", field=field)


def _refuse_overlong(entry: Entry) -> None:
    """A number is never cut; the other lines are short by their nature."""
    for name, field in _LINES.items():
        limit = getattr(Document._meta.get_field(name), "max_length", 0)
        if len(getattr(entry, name)) > limit:
            raise DetailTooLong(f"{field} dài quá {limit} ký tự; ông/bà ghi gọn lại.", field=name)


_LINES = {
    "symbol": "Số, ký hiệu",
    "issuer_name": "Tên cơ quan ban hành",
    "subject": "Trích yếu",
    "signer_name": "Tên người ký",
    "signer_title": "Chức vụ người ký",
    "file_keeper": "Đơn vị, người lưu",
    "register_note": "Ghi chú",
}


def _refuse_gaps(entry: Entry, register: str, today: date) -> None:
    needed: list[tuple[str | date | None, str, str]] = [
        (entry.type, "type", "Chưa rõ loại văn bản. Ông/bà chọn một loại."),
        (entry.subject, "subject", "Chưa có trích yếu. Ông/bà ghi văn bản nói về việc gì."),
        (entry.issuer_name, "issuer_name", "Chưa rõ cơ quan ban hành văn bản."),
    ]
    if entry.symbol and register != Document.Register.INCOMING:
        needed.append(
            (
                entry.issued_on,
                "issued_on",
                "Văn bản đã có số thì phải có ngày ban hành in trên văn bản.",
            )
        )
    for value, field, sentence in needed:
        if not value:
            raise DetailMissing(sentence, field=field)
    if entry.issued_on and entry.issued_on > today:
        raise IssuedAfterToday(
            f"Ngày ban hành ({entry.issued_on:%d/%m/%Y}) không thể sau ngày vào sổ "
            f"({today:%d/%m/%Y}).",
            field="issued_on",
        )


def _line(text: str | None) -> str:
    return " ".join(nfc(text or "").split())
