"""Links between documents: read from the text, matched when the other arrives, edited by hand."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from baro.documents import policies
from baro.documents.models import Document, DocumentLink
from baro.documents.numbering import tidy_symbol
from baro.documents.operations.details import ChoiceUnknown, DetailMissing, DetailTooLong
from baro.documents.queries import cited_document
from baro.documents.references import Reference, find_references
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.org import api as org

WHO_LINKS = "Chỉ người giữ sổ hoặc người giao việc của đơn vị mới nối văn bản này với văn bản khác."


class LinkToItself(DomainError):
    pass


class LinkKnown(DomainError):
    pass


class LinkTakenAway(DomainError):
    pass


class LinkHoldsCorrection(DomainError):
    pass


def keep_links(document: Document, *, by: org.User, at: datetime) -> None:
    """Bring the links that were read to what the text says now, inside the caller's transaction.

    What was added or taken away by hand stays as it is.
    """
    found = find_references(document.text)
    known = {
        _key(link.kind, link.cited_symbol, link.cited_on): link for link in document.links.all()
    }
    wanted = {_key(ref.sense, ref.symbol, ref.issued_on): ref for ref in found}
    fresh = [_link(document, ref, at) for key, ref in wanted.items() if key not in known]
    stale = [
        link.pk
        for key, link in known.items()
        if key not in wanted and link.is_read and link.removed_at is None
    ]
    DocumentLink.objects.filter(pk__in=stale).delete()
    DocumentLink.objects.bulk_create(fresh)
    if fresh or stale:
        matched = sum(link.target_id is not None for link in fresh)
        facts = {"count": len(wanted), "matched": matched}
        audit.record("documents.links_read", document, by=by, at=at, facts=facts)


def match_waiting_links(document: Document, *, at: datetime) -> None:
    """Connect the documents that cited this one before it arrived."""
    if not document.symbol:
        return
    waiting = DocumentLink.objects.waiting().filter(cited_symbol__iexact=document.symbol)
    matched = []
    for link in waiting.exclude(source=document).select_related("source").order_by("pk"):
        target = _target(link.source, link)
        if target:
            link.target = target
            matched.append(link)
    DocumentLink.objects.bulk_update(matched, ["target"])
    audit.record_many(
        "documents.citation_matched",
        [(link.source, {"cited": str(link.target)}) for link in matched],
        by=None,
        at=at,
        cause={"document": document.pk},
    )


@transaction.atomic
def add_link(
    *,
    document: Document,
    kind: str,
    symbol: str = "",
    cited_on: date | None = None,
    target: Document | None = None,
    by: org.User,
    at: datetime,
) -> DocumentLink:
    """Say by hand what this document is to another, which need not be in a register yet."""
    document = _locked(document)
    require(policies.can_share_document(by, document, on=timezone.localdate(at)), WHO_LINKS)
    if kind not in DocumentLink.Kind.values or kind == DocumentLink.Kind.CORRECTS:
        raise ChoiceUnknown("Ông/bà chọn quan hệ giữa hai văn bản.", field="kind")
    symbol = tidy_symbol(target.symbol if target else symbol)
    if not symbol:
        raise DetailMissing("Ông/bà ghi số, ký hiệu của văn bản kia.", field="symbol")
    if len(symbol) > _SYMBOL_LENGTH:
        raise DetailTooLong(f"Số, ký hiệu dài quá {_SYMBOL_LENGTH} ký tự.", field="symbol")
    link = DocumentLink(
        source=document,
        kind=kind,
        target=target,
        cited_type=target.type if target else "",
        cited_symbol=symbol,
        cited_on=target.issued_on if target else cited_on,
        cited_issuer=target.issuer_name if target else "",
        added_at=at,
        added_by=by,
    )
    link.target = target or _target(document, link)
    if link.target_id == document.pk or (
        symbol.upper() == document.symbol.upper() and link.cited_on == document.issued_on
    ):
        raise LinkToItself("Một văn bản không nối với chính nó.", field="symbol")
    _store(link)
    facts = {"kind": link.get_kind_display().lower(), "cited": _cited(link)}
    audit.record("documents.link_added", document, by=by, at=at, facts=facts)
    return link


@transaction.atomic
def remove_link(*, link: DocumentLink, by: org.User, at: datetime) -> DocumentLink:
    """Take a wrong link away; reading the text again does not bring it back."""
    document = _locked(link.source)
    link = DocumentLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    require(policies.can_share_document(by, document, on=timezone.localdate(at)), WHO_LINKS)
    if link.removed_at:
        raise LinkTakenAway("Liên kết này đã được bỏ trước đó.")
    if link.kind == DocumentLink.Kind.CORRECTS and not link.is_read:
        raise LinkHoldsCorrection(
            "Văn bản này được vào sổ làm bản đính chính, nên không bỏ được liên kết với bản đầu."
        )

    link.removed_at, link.removed_by = at, by
    link.save(update_fields=["removed_at", "removed_by"])
    facts = {"kind": link.get_kind_display().lower(), "cited": _cited(link)}
    audit.record("documents.link_removed", document, by=by, at=at, facts=facts)
    return link


_SYMBOL_LENGTH = 60


def _store(link: DocumentLink) -> None:
    """New, or the same one that was taken away before."""
    same = DocumentLink.objects.filter(
        source=link.source,
        kind=link.kind,
        cited_symbol__iexact=link.cited_symbol,
        cited_on=link.cited_on,
    ).first()
    if same and same.removed_at is None:
        raise LinkKnown("Liên kết này đã có.", field="symbol")
    if same:
        link.pk, link.start, link.end = same.pk, same.start, same.end
    link.save()


def _locked(document: Document) -> Document:
    rows = Document.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("owner_unit").get(pk=document.pk)


def _link(document: Document, ref: Reference, at: datetime) -> DocumentLink:
    link = DocumentLink(
        source=document,
        kind=ref.sense,
        cited_type=ref.type or "",
        cited_symbol=ref.symbol[:_SYMBOL_LENGTH],
        cited_on=ref.issued_on,
        cited_issuer=ref.issuer[:200],
        start=ref.start,
        end=ref.end,
        added_at=at,
    )
    link.target = _target(document, link)
    return link


def _target(source: Document, link: DocumentLink) -> Document | None:
    return cited_document(
        symbol=link.cited_symbol,
        issued_on=link.cited_on,
        type_code=link.cited_type,
        issuer=link.cited_issuer,
        source=source,
    )


def _key(kind: str, symbol: str, day: date | None) -> tuple[str, str, date | None]:
    return kind, symbol.upper(), day


def _cited(link: DocumentLink) -> str:
    return str(link.target) if link.target else link.cited_symbol
