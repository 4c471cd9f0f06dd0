"""Classes of how long documents are kept, and the class of each document."""

from datetime import datetime
from typing import TypedDict

from django.db import transaction
from django.utils import timezone

from baro.documents import policies
from baro.documents.models import Document, RetentionClass
from baro.documents.operations.numbers import WHO_REGISTERS
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.org import api as org

WHO_CLASSES = "Chỉ người làm tổ chức cán bộ hoặc quản trị hệ thống sửa được bảng thời hạn bảo quản."


class RetentionNameTaken(DomainError):
    pass


class YearsOfPermanent(DomainError):
    pass


class VerifiedWithoutBasis(DomainError):
    pass


class RetentionDetails(TypedDict):
    name: str
    kind: str
    years: int | None
    legal_basis: str
    is_verified: bool


@transaction.atomic
def set_retention_class(
    *,
    retention: RetentionClass | None = None,
    details: RetentionDetails,
    by: org.User,
    at: datetime,
) -> RetentionClass:
    """Write a new class down, or what has changed in one; documents keep the class they have."""
    if retention is not None:
        retention = RetentionClass.objects.select_for_update(no_key=True).get(pk=retention.pk)
    require(policies.can_manage_retention(by, on=timezone.localdate(at)), WHO_CLASSES)
    _refuse_contradictions(retention, details)

    changed = retention or RetentionClass()
    for name, value in details.items():
        setattr(changed, name, value)
    changed.save()
    facts = {"term": changed.term, "legal_basis": changed.legal_basis or "chưa ghi"}
    audit.record("documents.retention_class_set", changed, by=by, at=at, facts=facts)
    return changed


@transaction.atomic
def classify_document(
    *, document: Document, retention: RetentionClass | None, by: org.User, at: datetime
) -> Document:
    """Say how long the document is to be kept; without a class it is undetermined."""
    document = Document.objects.select_for_update(of=("self",), no_key=True).get(pk=document.pk)
    on = timezone.localdate(at)
    require(policies.can_register_document(by, document.owner_unit, on=on), WHO_REGISTERS)

    document.retention = retention
    document.save(update_fields=["retention"])
    facts = {"retention": str(retention) if retention else "Chưa xác định"}
    audit.record("documents.document_classified", document, by=by, at=at, facts=facts)
    return document


def _refuse_contradictions(retention: RetentionClass | None, details: RetentionDetails) -> None:
    same = RetentionClass.objects.filter(name__iexact=details["name"])
    if same.exclude(pk=retention.pk if retention else 0).exists():
        raise RetentionNameTaken("Đã có loại thời hạn mang tên này.", field="name")
    if details["years"] and details["kind"] == RetentionClass.Kind.PERMANENT:
        raise YearsOfPermanent("Bảo quản vĩnh viễn thì không ghi số năm.", field="years")
    if details["is_verified"] and not details["legal_basis"]:
        raise VerifiedWithoutBasis(
            "Ông/bà ghi căn cứ pháp lý trước khi đánh dấu đã đối chiếu.", field="legal_basis"
        )
