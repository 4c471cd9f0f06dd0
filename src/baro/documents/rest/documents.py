"""Documents: found, entered, read clause by clause."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import File, Form, Status
from ninja.files import UploadedFile
from ninja.pagination import paginate

from baro.documents import operations
from baro.documents.models import Document, DocumentReading
from baro.documents.rest.callers import WRITES, router, visible_document
from baro.documents.rest.given import DocumentIn
from baro.documents.rest.shown import DocumentOut
from baro.org import api as org


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

    Bản chụp, ảnh, tệp Word đời cũ cần đọc lâu thì gửi tới `/documents/intakes`.
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
    return visible_document(request, pk)


@router.get("/{int:pk}/reading", response=dict[str, Any], summary="Kết quả bóc tách")
def document_reading(request: org.UserRequest, pk: int) -> dict[str, Any]:
    """Cùng khuôn dạng với lệnh `baro read --json`."""
    return dict(get_object_or_404(DocumentReading, document=visible_document(request, pk)).result)


@router.post("/{int:pk}/reading", response=dict[str, Any], auth=WRITES, summary="Bóc tách lại")
def document_rereading(request: org.UserRequest, pk: int) -> dict[str, Any]:
    """Văn bản không đổi thì kết quả không đổi, không có gì sinh ra hai lần."""
    document = visible_document(request, pk)
    reading = operations.read_document(document=document, by=request.user, at=timezone.now())
    return dict(reading.result)
