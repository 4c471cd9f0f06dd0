"""What one document is to another."""

from typing import Any

from django.utils import timezone
from ninja import Status

from baro.documents import operations, queries
from baro.documents.models import Document, DocumentLink
from baro.documents.rest.callers import WRITES, router, visible_document
from baro.documents.rest.given import LinkIn
from baro.documents.rest.shown import LinkOut
from baro.org import api as org


@router.get("/{int:pk}/links", response=list[LinkOut], summary="Văn bản được dẫn")
def document_links(request: org.UserRequest, pk: int) -> list[dict[str, Any]]:
    """Văn bản này trả lời, thực hiện, thay thế, sửa đổi hoặc căn cứ văn bản nào."""
    shown = queries.links_shown(visible_document(request, pk), request.user)
    return [_link(one.link, one.target) for one in shown]


@router.post(
    "/{int:pk}/links", response={201: LinkOut}, auth=WRITES, summary="Nối với văn bản khác"
)
def document_linking(request: org.UserRequest, pk: int, given: LinkIn) -> Status[dict[str, Any]]:
    document = visible_document(request, pk)
    link = operations.add_link(
        document=document, **given.dict(), by=request.user, at=timezone.now()
    )
    (shown,) = [
        one for one in queries.links_shown(document, request.user) if one.link.pk == link.pk
    ]
    return Status(201, _link(link, shown.target))


def _link(link: DocumentLink, target: Document | None) -> dict[str, Any]:
    return {
        "id": link.pk,
        "kind": link.kind,
        "symbol": link.cited_symbol,
        "cited_on": link.cited_on,
        "issuer": link.cited_issuer,
        "document": target.pk if target else None,
    }
