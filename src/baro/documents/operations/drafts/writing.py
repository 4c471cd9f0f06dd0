"""Keeping what has been written so far, without overwriting what somebody else wrote meanwhile."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from baro.documents import policies
from baro.documents.models import Document, PaperDraft
from baro.documents.operations.papers import refuse_large
from baro.documents.operations.secrecy import refuse_secret_text
from baro.documents.types import TYPE_CHOICES
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.text import nfc
from baro.org import api as org

WHO_WRITES = (
    "Chỉ người làm việc tại đơn vị, văn thư hoặc lãnh đạo của đơn vị mới soạn được văn bản này."
)


class DraftChangedMeanwhile(DomainError):
    pass


class DraftAlreadyIssued(DomainError):
    pass


@dataclass(frozen=True)
class PaperContent:
    """What the writer decides; the head, the number and the signature follow from it."""

    type: str
    subject: str
    body: str
    addressees: str = ""
    recipients: str = ""
    filing: str = ""
    urgency: str = Document.Urgency.NORMAL
    signer: org.Appointment | None = None
    signer_lines: str = ""
    drafting_unit: org.Unit | None = None

    def values(self) -> dict[str, Any]:
        found = {field.name: getattr(self, field.name) for field in fields(self)}
        return {key: nfc(v) if isinstance(v, str) else v for key, v in found.items()}

    @property
    def text(self) -> str:
        return "\n".join(value for value in self.values().values() if isinstance(value, str))


@transaction.atomic
def write_paper(*, unit: org.Unit, content: PaperContent, by: org.User, at: datetime) -> PaperDraft:
    """Begin a paper of the unit. A text with a secrecy mark is not kept."""
    require(policies.can_write_paper(by, unit, on=timezone.localdate(at)), WHO_WRITES)
    _refuse(content)

    draft = PaperDraft.objects.create(
        unit=unit,
        drafted_at=at,
        drafted_by=by,
        changed_at=at,
        changed_by=by,
        **content.values(),
    )
    audit.record("documents.paper_written", draft, by=by, at=at)
    return draft


@transaction.atomic
def revise_paper(
    *, draft: PaperDraft, version: int, content: PaperContent, by: org.User, at: datetime
) -> PaperDraft:
    """Keep a new wording, if it rests on the wording that is kept."""
    draft = locked(draft)
    require(policies.can_revise_paper(by, draft, on=timezone.localdate(at)), WHO_WRITES)
    refuse_stale(draft, version)
    _refuse(content)

    values = content.values()
    for name, value in values.items():
        setattr(draft, name, value)
    draft.version, draft.changed_at, draft.changed_by = draft.version + 1, at, by
    draft.save(update_fields=[*values, "version", "changed_at", "changed_by"])
    audit.record("documents.paper_revised", draft, by=by, at=at)
    return draft


@transaction.atomic
def discard_paper(*, draft: PaperDraft, by: org.User, at: datetime) -> None:
    """Put the draft away for good; no number was used."""
    draft = locked(draft)
    require(policies.can_revise_paper(by, draft, on=timezone.localdate(at)), WHO_WRITES)
    refuse_issued(draft)

    audit.record("documents.paper_discarded", draft, by=by, at=at)
    draft.delete()


def locked(draft: PaperDraft) -> PaperDraft:
    rows = PaperDraft.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related(
        "unit__commune", "unit__parent", "drafting_unit", "signer__person", "signer__post__unit"
    ).get(pk=draft.pk)


def refuse_stale(draft: PaperDraft, version: int) -> None:
    refuse_issued(draft)
    if draft.version != version:
        raise DraftChangedMeanwhile(
            f"{draft.changed_by} đã sửa văn bản này lúc "
            f"{timezone.localtime(draft.changed_at):%H:%M ngày %d/%m/%Y}. Ông/bà mở lại trang để "
            "xem bản mới; phần vừa nhập còn ở trang này, có thể sao lại."
        )


def refuse_issued(draft: PaperDraft) -> None:
    if not draft.is_draft:
        raise DraftAlreadyIssued("Văn bản này đã cấp số và phát hành nên không sửa được nữa.")


def _refuse(content: PaperContent) -> None:
    """What is no paper of ours: an unknown type, a text beyond all bounds, a secret."""
    known = {code for code, _ in TYPE_CHOICES}
    if content.type not in known or content.urgency not in Document.Urgency.values:
        raise DomainError("Loại văn bản hoặc độ khẩn không có trong danh mục.", field="type")
    refuse_large(len(content.text.encode()), field="body")
    refuse_secret_text(content.text)
