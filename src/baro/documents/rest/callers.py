"""The one router of this room, who calls, and what they may see."""

from django.shortcuts import get_object_or_404
from ninja import Router

from baro.documents.models import Document
from baro.org import api as org
from baro.org.api import TokenAuth, TokenScope

READS = TokenAuth(TokenScope.READ)
WRITES = TokenAuth(TokenScope.DOCUMENTS)
router = Router(tags=["Văn bản"], auth=READS)


def visible_document(request: org.UserRequest, pk: int) -> Document:
    visible = Document.objects.visible_to(request.user).select_related("owner_unit", "handling")
    return get_object_or_404(visible, pk=pk)
