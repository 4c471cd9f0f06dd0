"""The same paper twice: told, and shown where the first one stands."""

from django.utils import timezone

from baro.documents.models import Document
from baro.documents.operations.details import Entry
from baro.documents.operations.papers import Paper
from baro.documents.queries import same_content
from baro.kernel.errors import DomainError
from baro.org import api as org


class AlreadyRegistered(DomainError):
    """Carries the first document, so that a page can link to it."""

    def __init__(self, message: str, *, first: Document, field: str | None = None) -> None:
        super().__init__(message, field=field)
        self.first = first


class SameContent(AlreadyRegistered):
    pass


class SameNumberOtherContent(AlreadyRegistered):
    pass


class CorrectsNothing(DomainError):
    pass


def refuse_same_content(owner_unit: org.Unit, paper: Paper) -> None:
    same = same_content(text_sha256=paper.text_sha256, file_sha256=paper.file_sha256)
    first = Document.objects.filter(same, owner_unit=owner_unit).order_by("pk").first()
    if first:
        raise SameContent(
            f"Văn bản này đã có trong sổ của {owner_unit}: {first}, vào sổ ngày "
            f"{timezone.localdate(first.registered_at):%d/%m/%Y}. Không vào sổ lần thứ hai.",
            first=first,
        )


def corrected_document(owner_unit: org.Unit, entry: Entry, period: str) -> Document | None:
    """The document that this one corrects, by the clerk's word; a twin without it is refused."""
    first = _same_number(owner_unit, entry, period)
    if entry.correction_reason:
        if first is None:
            raise CorrectsNothing(
                "Trong sổ chưa có văn bản nào cùng số, cùng cơ quan, cùng ngày để đính chính. "
                "Ông/bà bỏ phần đính chính rồi vào sổ như văn bản mới.",
                field="correction_reason",
            )
        return first
    if first:
        raise SameNumberOtherContent(
            f"Số {entry.symbol} của {first.issuer_name} đã dùng cho văn bản khác trong sổ: "
            f"“{first.subject}”, ngày {_day(first)}. Ông/bà đối chiếu hai bản: nếu số hoặc ngày "
            "ghi nhầm thì sửa lại; nếu đây là bản đính chính thì ghi lý do để thay bản đã có.",
            first=first,
            field="symbol",
        )
    return None


def _same_number(owner_unit: org.Unit, entry: Entry, period: str) -> Document | None:
    """One number of one issuer on one day (for an own number: in one period) is one document."""
    if not entry.symbol:
        return None
    standing = Document.objects.filter(
        owner_unit=owner_unit, symbol__iexact=entry.symbol, replaced_at__isnull=True
    )
    if period:
        standing = standing.own().filter(number_period=period)
    else:
        standing = standing.filter(issued_on=entry.issued_on, issuer_key=entry.issuer_key)
    return standing.order_by("pk").first()


def _day(document: Document) -> str:
    return f"{document.issued_on:%d/%m/%Y}" if document.issued_on else "không ghi"
