"""Taking the file of a document; who took it stays known."""

from datetime import datetime

from django.db import transaction

from baro.documents.models import Document
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.files.api import StoredFile
from baro.kernel.policies import require
from baro.org import api as org


class DocumentHasNoFile(DomainError):
    pass


@transaction.atomic
def take_document_file(*, document: Document, by: org.User, at: datetime) -> StoredFile:
    """Hand out the file as it was received, and leave a trace of who took it."""
    require(Document.objects.visible_to(by).filter(pk=document.pk).exists())
    if document.file is None:
        raise DocumentHasNoFile("Văn bản này được dán vào bằng chữ nên không có tệp gốc để tải.")

    audit.record(
        "documents.document_file_taken",
        document,
        by=by,
        at=at,
        facts={"file_name": document.file_name, "sha256": document.file.sha256},
    )
    return document.file
