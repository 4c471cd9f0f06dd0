"""Taking the file of a document or of a paper on the desk; who took it stays known."""

from datetime import datetime

from django.db import transaction

from baro.documents.models import Document, Intake
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


@transaction.atomic
def take_intake_file(*, intake: Intake, by: org.User, at: datetime) -> StoredFile:
    """The same for a paper that is not in a register yet."""
    require(intake.received_by_id == by.pk)
    if intake.file is None:
        raise DocumentHasNoFile("Văn bản này được dán vào bằng chữ nên không có tệp gốc để tải.")

    facts = {"sha256": intake.file.sha256}
    audit.record("documents.intake_file_taken", intake, by=by, at=at, facts=facts)
    return intake.file
