"""Documents through the API: take in, find, read clause by clause."""

from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, File, Form, Router, Schema, Status
from ninja.files import UploadedFile
from ninja.pagination import paginate
from pydantic import AwareDatetime

from baro.documents import operations, queries
from baro.documents.models import (
    Document,
    DocumentLink,
    DocumentReading,
    Handling,
    NumberRecord,
)
from baro.kernel.rest.schemas import Given
from baro.org import api as org
from baro.org.api import TokenAuth, TokenScope

READS = TokenAuth(TokenScope.READ)
WRITES = TokenAuth(TokenScope.DOCUMENTS)
router = Router(tags=["Văn bản"], auth=READS)


class DocumentOut(Schema):
    id: int
    book: str = Field(alias="register")
    owner_unit: str = Field(alias="owner_unit.code")
    type: str
    symbol: str
    issued_on: date | None
    issuer_name: str
    subject: str
    signer_name: str
    urgency: str
    arrival_number: int | None
    received_at: datetime | None
    registration_due_at: datetime | None
    registered_at: datetime
    replaced_at: datetime | None


class LinkOut(Schema):
    """`document` only where the caller may read the cited paper."""

    id: int
    kind: str
    symbol: str
    cited_on: date | None
    issuer: str
    document: int | None


class LinkIn(Given):
    kind: str
    symbol: str
    cited_on: date | None = None


class HandlingOut(Schema):
    """Where an incoming document is on its way through the office."""

    state: str
    submitted_at: datetime | None
    submitted_to: str | None = Field(None, alias="submitted_to.full_name")
    assigned_at: datetime | None
    instruction: str
    lead_unit: str | None = Field(None, alias="lead_unit.code")
    lead_person: str | None = Field(None, alias="lead_person.full_name")
    due_on: date | None
    finished_at: datetime | None
    finish_note: str


class ReservationIn(Given):
    owner_unit: str
    type: str
    purpose: str
    until: date | None = None


class NumberOut(Schema):
    id: int
    symbol: str
    state: str
    purpose: str
    reserved_until: date | None


class DocumentIn(Given):
    """What the head of the text says need not be sent."""

    book: str = "incoming"
    owner_unit: str
    text: str | None = None
    type: str | None = None
    symbol: str | None = None
    issued_on: date | None = None
    subject: str | None = None
    number_may_jump: bool = False
    correction_reason: str | None = None
    received_at: AwareDatetime | None = None
    is_electronic: bool = False


@router.get("", response=list[DocumentOut], summary="Danh sách văn bản được xem")
@paginate
def document_list(request: org.UserRequest, symbol: str = "", book: str = "") -> QuerySet[Document]:
    found = Document.objects.visible_to(request.user).select_related("owner_unit")
    if symbol:
        found = found.filter(symbol__iexact=symbol)
    if book:
        found = found.filter(register=book)
    return found.defer("text", "pages")


@router.post("", response={201: DocumentOut}, auth=WRITES, summary="Đưa văn bản vào sổ và bóc tách")
def document_registration(
    request: org.UserRequest, details: Form[DocumentIn], file: File[UploadedFile | None] = None
) -> Status[Document]:
    """Gửi tệp có chữ hoặc `text`; điều đầu văn bản đã ghi thì không cần gửi.

    Bản chụp, ảnh, tệp Word đời cũ cần đọc lâu nên đưa vào tại trang Đăng ký văn bản.
    """
    operations.refuse_large((file.size or 0) if file else 0)
    given = details.dict(exclude_none=True)
    owner_unit = get_object_or_404(org.Unit, code=given.pop("owner_unit"))
    document = operations.register_document(
        register=given.pop("book"),
        owner_unit=owner_unit,
        content=file.read() if file else None,
        file_name=(file.name or "") if file else "",
        by=request.user,
        at=timezone.now(),
        **given,
    )
    return Status(201, document)


@router.get("/{int:pk}", response=DocumentOut, summary="Một văn bản")
def document(request: org.UserRequest, pk: int) -> Document:
    return _visible(request, pk)


@router.get("/{int:pk}/reading", response=dict[str, Any], summary="Kết quả bóc tách")
def document_reading(request: org.UserRequest, pk: int) -> dict[str, Any]:
    """Cùng khuôn dạng với lệnh `baro read --json`."""
    return dict(get_object_or_404(DocumentReading, document=_visible(request, pk)).result)


@router.post("/{int:pk}/reading", response=dict[str, Any], auth=WRITES, summary="Bóc tách lại")
def document_rereading(request: org.UserRequest, pk: int) -> dict[str, Any]:
    """Văn bản không đổi thì kết quả không đổi, không có gì sinh ra hai lần."""
    document = _visible(request, pk)
    reading = operations.read_document(document=document, by=request.user, at=timezone.now())
    return dict(reading.result)


@router.get("/{int:pk}/links", response=list[LinkOut], summary="Văn bản được dẫn")
def document_links(request: org.UserRequest, pk: int) -> list[dict[str, Any]]:
    """Văn bản này trả lời, thực hiện, thay thế, sửa đổi hoặc căn cứ văn bản nào."""
    shown = queries.links_shown(_visible(request, pk), request.user)
    return [_link(one.link, one.target) for one in shown]


@router.post(
    "/{int:pk}/links", response={201: LinkOut}, auth=WRITES, summary="Nối với văn bản khác"
)
def document_linking(request: org.UserRequest, pk: int, given: LinkIn) -> Status[dict[str, Any]]:
    document = _visible(request, pk)
    link = operations.add_link(
        document=document, **given.dict(), by=request.user, at=timezone.now()
    )
    (shown,) = [
        one for one in queries.links_shown(document, request.user) if one.link.pk == link.pk
    ]
    return Status(201, _link(link, shown.target))


@router.get("/{int:pk}/handling", response=HandlingOut, summary="Các bước của văn bản đến")
def document_handling(request: org.UserRequest, pk: int) -> Handling:
    rows = Handling.objects.select_related("submitted_to", "lead_unit", "lead_person")
    return get_object_or_404(rows, document=_visible(request, pk))


@router.post("/numbers", response={201: NumberOut}, auth=WRITES, summary="Giữ số cho văn bản")
def number_reservation(request: org.UserRequest, given: ReservationIn) -> Status[NumberRecord]:
    """Số tiếp theo của dãy được giữ; khi vào sổ thì gửi `symbol` này."""
    details = given.dict()
    owner_unit = get_object_or_404(org.Unit, code=details.pop("owner_unit"))
    record = operations.reserve_number(
        owner_unit=owner_unit, **details, by=request.user, at=timezone.now()
    )
    return Status(201, record)


def _link(link: DocumentLink, target: Document | None) -> dict[str, Any]:
    return {
        "id": link.pk,
        "kind": link.kind,
        "symbol": link.cited_symbol,
        "cited_on": link.cited_on,
        "issuer": link.cited_issuer,
        "document": target.pk if target else None,
    }


def _visible(request: org.UserRequest, pk: int) -> Document:
    visible = Document.objects.visible_to(request.user).select_related("owner_unit")
    return get_object_or_404(visible, pk=pk)
