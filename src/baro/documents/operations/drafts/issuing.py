"""Issuing a signed paper: number, Word and PDF with it, entry into the register."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from baro.documents import policies
from baro.documents.models import Document, PaperDraft
from baro.documents.official import official_docx, official_pdf
from baro.documents.operations.drafts.printing import paper_of
from baro.documents.operations.drafts.writing import locked, refuse_stale
from baro.documents.operations.numbers import WHO_REGISTERS, issue_number
from baro.documents.operations.registration import register_document
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.files import api as files
from baro.kernel.policies import require
from baro.org import api as org


class DraftIncomplete(DomainError):
    pass


class SignerNotInPost(DomainError):
    pass


@transaction.atomic
def issue_paper(*, draft: PaperDraft, version: int, by: org.User, at: datetime) -> Document:
    """Number a paper that has been signed, print it with its number, and register it as outgoing.

    The PDF is the document's file; the Word file stands beside it. Today is the day of issue.
    """
    draft = locked(draft)
    today = timezone.localdate(at)
    require(policies.can_issue_paper(by, draft, on=today), WHO_REGISTERS)
    refuse_stale(draft, version)
    _refuse_gaps(draft, today)

    given = issue_number(
        owner_unit=draft.unit,
        type=draft.type,
        issued_on=today,
        drafting_unit=draft.drafting_unit,
        by=by,
        at=at,
    )
    paper = paper_of(draft, symbol=given.symbol, issued_on=today)
    name = file_name(draft, given.symbol)
    draft.document = register_document(
        register=Document.Register.OUTGOING,
        owner_unit=draft.unit,
        content=official_pdf(paper),
        file_name=f"{name}.pdf",
        by=by,
        at=at,
        type=draft.type,
        symbol=given.symbol,
        issued_on=today,
        subject=draft.subject,
        signer_name=paper.signer.name,
        signer_title=draft.signer.post.title if draft.signer else "",
        urgency=draft.urgency,
        drafting_unit=draft.drafting_unit,
    )
    draft.word_file = files.store_file(official_docx(paper), name=f"{name}.docx", at=at)
    draft.status, draft.issued_at, draft.issued_by = PaperDraft.Status.ISSUED, at, by
    draft.save(update_fields=["document", "word_file", "status", "issued_at", "issued_by"])
    audit.record("documents.paper_issued", draft.document, by=by, at=at)
    return draft.document


@transaction.atomic
def take_issued_word(*, document: Document, by: org.User, at: datetime) -> files.StoredFile:
    """Hand out the Word form of a paper that was written here, and leave a trace of who took it."""
    require(Document.objects.visible_to(by).filter(pk=document.pk).exists())
    draft = PaperDraft.objects.select_related("word_file").filter(document=document).first()
    if draft is None or draft.word_file is None:
        raise DomainError("Văn bản này không soạn trong hệ thống nên không có bản Word để tải.")

    audit.record(
        "documents.document_file_taken",
        document,
        by=by,
        at=at,
        facts={
            "file_name": f"{file_name(draft, document.symbol)}.docx",
            "sha256": draft.word_file.sha256,
        },
    )
    return draft.word_file


def file_name(draft: PaperDraft, symbol: str = "") -> str:
    """As offices name their files: number and type, without strokes."""
    number = (symbol or "du-thao").replace("/", "-")
    return f"{number} {draft.get_type_display()}"


def _refuse_gaps(draft: PaperDraft, today: date) -> None:
    if draft.signer is None:
        raise DraftIncomplete(
            "Chưa chọn người ký. Ông/bà chọn người ký rồi lưu lại.", field="signer"
        )
    if not draft.signer.is_live(on=today):
        raise SignerNotInPost(
            f"{draft.signer.person} không còn giữ chức danh {draft.signer.post.title} vào ngày "
            f"{today:%d/%m/%Y}. Ông/bà chọn lại người ký.",
            field="signer",
        )
    if draft.type == "CV" and not draft.addressees.strip():
        raise DraftIncomplete("Công văn phải có nơi nhận ở “Kính gửi”.", field="addressees")
