"""The chain of papers: from the first directive down to the paper that one's own unit wrote."""

from dataclasses import dataclass
from datetime import date

from baro.documents.models import Document, DocumentLink
from baro.documents.queries.links import copies_of
from baro.documents.types import TYPE_CHOICES
from baro.org import api as org

_Kind = DocumentLink.Kind
# What a paper is the answer to counts before what it merely rests on.
_UPWARD = (_Kind.CARRIES_OUT, _Kind.REPLIES, _Kind.AMENDS, _Kind.REPLACES, _Kind.RESTS_ON)
_DOWNWARD = (_Kind.CARRIES_OUT, _Kind.REPLIES, _Kind.AMENDS, _Kind.REPLACES)
_DEEPEST = 12
_BROADEST = 20
_NAMES = dict(TYPE_CHOICES)


@dataclass(frozen=True)
class ChainStep:
    """One paper of the chain. Without `document` only what the citation says is known or shown.

    `kind` says what this paper is to the one above it; empty at the top.
    """

    name: str
    issuer: str
    day: date | None
    document: Document | None = None
    kind: str = ""
    is_current: bool = False

    @property
    def relation(self) -> str:
        return _Kind(self.kind).label if self.kind else ""


@dataclass(frozen=True)
class Chain:
    """Papers above, the paper itself, and those below it; several below stand side by side."""

    above: tuple[ChainStep, ...]
    current: ChainStep
    below: tuple[ChainStep, ...]

    @property
    def is_alone(self) -> bool:
        return not self.above and not self.below


@dataclass(frozen=True)
class LinkShown:
    """One citation of the paper; `target` only when the reader may open it."""

    link: DocumentLink
    target: Document | None

    @property
    def name(self) -> str:
        return _cited_name(self.link)


def document_chain(document: Document, user: org.User) -> Chain:
    above, kind = _above(document, user)
    return Chain(
        above=above,
        current=_step(document, kind=kind, is_current=True),
        below=_below(document, user, above),
    )


def links_shown(document: Document, user: org.User) -> list[LinkShown]:
    """Every standing link of the paper, in the order of its text."""
    links = list(document.links.standing().select_related("target__owner_unit"))
    visible = _visible(user, [link.target_id for link in links])
    return [LinkShown(link, visible.get(link.target_id or 0)) for link in links]


def _above(document: Document, user: org.User) -> tuple[tuple[ChainStep, ...], str]:
    """The steps from the top down, and what the paper itself is to the lowest of them."""
    found: list[tuple[DocumentLink, Document | None]] = []
    seen, current = {document.pk}, document
    while len(found) < _DEEPEST:
        link = _parent_link(current)
        if link is None or link.target_id in seen:
            break
        target = _visible(user, [link.target_id]).get(link.target_id or 0)
        found.append((link, target))
        if target is None:
            break
        seen.add(target.pk)
        current = target
    steps = []
    for place, (link, target) in enumerate(found):
        kind = found[place + 1][0].kind if place + 1 < len(found) else ""
        steps.append(_step(target, kind=kind) if target else _cited(link))
    return tuple(reversed(steps)), found[0][0].kind if found else ""


def _below(
    document: Document, user: org.User, above: tuple[ChainStep, ...]
) -> tuple[ChainStep, ...]:
    seen = {document.pk, *(step.document.pk for step in above if step.document)}
    links = (
        DocumentLink.objects.standing()
        .filter(target__in=copies_of(document).values("pk"), kind__in=_DOWNWARD)
        .filter(source__in=Document.objects.visible_to(user).values("pk"))
        .exclude(source__in=seen)
        .select_related("source__owner_unit")
        .defer("source__text", "source__pages")
        .order_by("source__issued_on", "source_id")
    )
    papers: dict[tuple[str, str, date | None], ChainStep] = {}
    for link in links[: _BROADEST * 5]:
        source = link.source
        key = (source.symbol.upper(), source.issuer_key, source.issued_on)
        own = source.issuer_unit_id == source.owner_unit_id
        if key not in papers or own:  # the issuer's own row before the copies of others
            papers[key] = _step(source, kind=link.kind)
    return tuple(papers.values())[:_BROADEST]


def _parent_link(document: Document) -> DocumentLink | None:
    """Mere grounds lead up only when they stand in a register: laws begin no chain."""
    links = [
        link
        for link in document.links.standing()
        if link.kind in _UPWARD and (link.kind != _Kind.RESTS_ON or link.target_id)
    ]
    return min(
        links,
        key=lambda link: (_UPWARD.index(_Kind(link.kind)), link.target_id is None),
        default=None,
    )


def _visible(user: org.User, keys: list[int | None]) -> dict[int, Document]:
    wanted = [key for key in keys if key]
    if not wanted:
        return {}
    rows = Document.objects.visible_to(user).filter(pk__in=wanted)
    return {row.pk: row for row in rows.select_related("owner_unit").defer("text", "pages")}


def _step(document: Document, *, kind: str, is_current: bool = False) -> ChainStep:
    return ChainStep(
        name=str(document),
        issuer=document.issuer_name,
        day=document.issued_on,
        document=document,
        kind=kind,
        is_current=is_current,
    )


def _cited(link: DocumentLink) -> ChainStep:
    return ChainStep(name=_cited_name(link), issuer=link.cited_issuer, day=link.cited_on)


def _cited_name(link: DocumentLink) -> str:
    return f"{_NAMES.get(link.cited_type, 'Văn bản')} {link.cited_symbol}"
