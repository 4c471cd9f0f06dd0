"""The columns of the book that the clerk fills in after registration."""

from datetime import date, datetime
from typing import TypedDict

from django.db import transaction
from django.utils import timezone

from baro.documents import policies
from baro.documents.models import Document
from baro.documents.operations.details import DetailTooLong
from baro.documents.operations.numbers import WHO_REGISTERS
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.org import api as org


class RegisterColumns(TypedDict, total=False):
    copies: int | None
    file_keeper: str
    handed_to: str
    handed_on: date | None
    register_note: str


class NothingNoted(DomainError):
    pass


_LABELS = {
    "copies": "số bản",
    "file_keeper": "đơn vị, người lưu",
    "handed_to": "người nhận",
    "handed_on": "ngày chuyển",
    "register_note": "ghi chú",
}


@transaction.atomic
def note_in_register(
    *, document: Document, columns: RegisterColumns, by: org.User, at: datetime
) -> Document:
    """Fill in or correct what the book says beside the document; what it said before is traced."""
    rows = Document.objects.select_for_update(no_key=True, of=("self",))
    document = rows.select_related("owner_unit").get(pk=document.pk)
    today = timezone.localdate(at)
    require(policies.can_register_document(by, document.owner_unit, on=today), WHO_REGISTERS)
    changed = {
        name: value
        for name, value in columns.items()
        if name in _LABELS and getattr(document, name) != value
    }
    if not changed:
        raise NothingNoted("Chưa có cột nào thay đổi.")
    for name, value in changed.items():
        limit = getattr(Document._meta.get_field(name), "max_length", None)
        if isinstance(value, str) and limit and len(value) > limit:
            raise DetailTooLong(f"Cột {_LABELS[name]} dài quá {limit} ký tự.", field=name)

    before = {name: getattr(document, name) for name in changed}
    for name, value in changed.items():
        setattr(document, name, value)
    document.save(update_fields=list(changed))
    facts = {
        "columns": [_LABELS[name] for name in changed],
        "before": {name: str(value) for name, value in before.items()},
    }
    audit.record("documents.register_noted", document, by=by, at=at, facts=facts)
    return document
