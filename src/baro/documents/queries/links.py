"""Which registered document a citation means, and who corrects whom."""

from collections.abc import Callable
from datetime import date

from django.db.models import F, Q

from baro.documents.models import Document, DocumentLink
from baro.documents.models.documents import DocumentQuerySet
from baro.kernel.search import api as search
from baro.kernel.text import fold
from baro.org import api as org

_OFFERED = 12


def cited_document(
    *, symbol: str, issued_on: date | None, type_code: str, issuer: str, source: Document
) -> Document | None:
    """The one registered document that a citation in `source` can only mean.

    The register of the source's own unit comes first: an office answers the paper that it
    received; then the issuer's own register. None when there is none, or more than one is left.
    """
    same = Document.objects.filter(symbol__iexact=symbol).exclude(pk=source.pk)
    if issued_on:
        same = same.filter(issued_on=issued_on)
    if type_code:
        same = same.filter(type=type_code)
    found = list(same.select_related("owner_unit").defer("text", "pages")[:50])
    if len({(each.issued_on, each.issuer_key) for each in found}) > 1:
        found = [each for each in found if _is_issuer(issuer, each)]
        if len({(each.issued_on, each.issuer_key) for each in found}) > 1:
            return None
    return _only(found, lambda each: each.owner_unit_id == source.owner_unit_id) or _only(
        found, lambda each: not each.is_incoming
    )


def corrections_of(document: Document) -> list[Document]:
    """The documents that were registered as corrections of this one, the latest last."""
    links = DocumentLink.objects.standing().filter(
        target=document,
        kind=DocumentLink.Kind.CORRECTS,
        start__isnull=True,
        source__owner_unit=document.owner_unit_id,
    )
    found = Document.objects.filter(pk__in=links.values("source"))
    return list(found.select_related("owner_unit").order_by("pk"))


def corrected_by(document: Document) -> Document | None:
    """The document that stands in this one's place now; None while it is in force itself."""
    seen, current = {document.pk}, document
    while current.is_replaced:
        following = [each for each in corrections_of(current) if each.pk not in seen]
        if not following:
            break
        current = following[-1]
        seen.add(current.pk)
    return current if current.pk != document.pk else None


def corrects(document: Document) -> Document | None:
    """The document whose place this one took when it was registered as its correction."""
    link = (
        document.links.standing()
        .filter(kind=DocumentLink.Kind.CORRECTS, start__isnull=True)
        .select_related("target")
        .first()
    )
    return link.target if link else None


def copies_of(document: Document) -> DocumentQuerySet:
    """The same paper in every register: the same number of the same issuer and day."""
    if not document.symbol:
        return Document.objects.filter(pk=document.pk)
    same = Q(
        symbol__iexact=document.symbol,
        issued_on=document.issued_on,
        issuer_key=document.issuer_key,
    )
    return Document.objects.filter(Q(pk=document.pk) | same)


def linkable_documents(user: org.User, document: Document, words: str) -> list[Document]:
    """The latest documents with this number or these words that the user may see."""
    if not words.strip():
        return []
    named = Q(symbol__icontains=words.strip()) | search.matching(Document, words)
    visible = Document.objects.visible_to(user).filter(named, replaced_at__isnull=True)
    found = visible.exclude(pk=document.pk).select_related("owner_unit").defer("text", "pages")
    return list(found.order_by(F("issued_on").desc(nulls_last=True), "-pk")[:_OFFERED])


def _only(found: list[Document], fits: Callable[[Document], bool]) -> Document | None:
    """The one in force among those that fit; a correction has the number of what it corrects."""
    fitting = [each for each in found if fits(each)]
    standing = [each for each in fitting if not each.is_replaced] or fitting
    return standing[0] if len(standing) == 1 else None


def _is_issuer(cited: str, document: Document) -> bool:
    named, issuer = _plain(cited), _plain(document.issuer_name)
    return bool(named) and (named in issuer or issuer in named)


def _plain(name: str) -> str:
    return " ".join(fold(name).replace("uy ban nhan dan", "ubnd").split())
