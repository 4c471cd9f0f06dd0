"""A draft as the paper that will be printed: head, number line and signature filled in."""

from datetime import date

from baro.documents.models import Document, PaperDraft
from baro.documents.official import Authority, Branch, OfficialPaper, Signer, layout_of, parse_body
from baro.documents.official.names import head_lines, place_name, printed_post
from baro.documents.operations.drafts.writing import PaperContent
from baro.documents.operations.numbers.runs import number_form
from baro.documents.types import TYPES_WITHOUT_ABBREVIATION
from baro.org import api as org

_KIND = org.Unit.Kind
_COLLECTIVES = (_KIND.PEOPLES_COMMITTEE, _KIND.COUNCIL, _KIND.PARTY_COMMITTEE, _KIND.FRONT)


def paper_of(
    draft: PaperDraft, *, symbol: str = "", issued_on: date | None = None
) -> OfficialPaper:
    """The paper as it stands; without a number a gap is left before the rest of the symbol."""
    unit = draft.unit
    branch = branch_of(unit)
    superior, issuer, place = head_of(unit)
    return OfficialPaper(
        branch=branch,
        superior=superior,
        issuer=issuer,
        symbol=symbol or number_form(unit, draft.type, draft.drafting_unit).tail,
        place=place,
        issued_on=issued_on,
        type_name="" if draft.type in TYPES_WITHOUT_ABBREVIATION else draft.get_type_display(),
        subject=draft.subject,
        addressees=_lines(draft.addressees),
        body=parse_body(draft.body),
        recipients=_lines(draft.recipients),
        filing=draft.filing,
        signer=signer_of(draft, branch),
        urgency=_urgency(draft),
    )


def previewed(*, unit: org.Unit, content: PaperContent) -> OfficialPaper:
    """What is being written as the paper that it would become; nothing is kept."""
    return paper_of(PaperDraft(unit=unit, **content.values()))


def head_of(unit: org.Unit) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """The superior's lines, the unit's own lines, and the place that stands before the day."""
    commune = unit.commune.name if unit.commune else ""
    city = _city_of(unit)
    superior, issuer = head_lines(
        unit.name,
        unit.kind,
        parent=unit.parent.name if unit.parent else "",
        place=commune or city,
        city=city[:1].lower() + city[1:],
    )
    return superior, issuer, place_name(commune or city)


def branch_of(unit: org.Unit) -> Branch:
    return Branch.PARTY if unit.branch == org.Unit.Branch.PARTY else Branch.STATE


def signer_of(draft: PaperDraft, branch: Branch) -> Signer:
    """Who signs and in whose place, from the post held; as written where the draft says more."""
    if draft.signer is None:
        return Signer(name="")
    name = draft.signer.person.full_name
    if lines := _lines(draft.signer_lines):
        return Signer(name, "\n".join(lines))
    return _by_post(draft.unit, draft.signer, name, branch)


def _by_post(unit: org.Unit, appointment: org.Appointment, name: str, branch: Branch) -> Signer:
    post, own = appointment.post, printed_post(appointment.post.title)
    head = org.head_post_of(unit)
    headed = printed_post(head.title) if head else "Thủ trưởng"
    if post.unit_id != unit.pk:
        return Signer(name, own, ((Authority.TL, headed), *_instead_of_head(post)))
    collective = _collective(unit, branch)
    if appointment.nature == org.Appointment.Nature.ACTING and post.is_head:
        return Signer(name, "", (*collective, (Authority.Q, headed)))
    return Signer(name, own, (*collective, *_instead_of_head(post)))


def _collective(unit: org.Unit, branch: Branch) -> tuple[tuple[Authority, str], ...]:
    """A committee or council acts as a body: its head signs for it."""
    if unit.kind not in _COLLECTIVES:
        return ()
    return ((Authority.TM, layout_of(branch).text(f"collective_{unit.kind}")),)


def _instead_of_head(post: org.Post) -> tuple[tuple[Authority, str], ...]:
    if post.is_head:
        return ()
    head = org.head_post_of(post.unit)
    return ((Authority.KT, printed_post(head.title)),) if head else ()


def _urgency(draft: PaperDraft) -> str:
    is_urgent = draft.urgency != Document.Urgency.NORMAL
    return draft.get_urgency_display() if is_urgent else ""


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _city_of(unit: org.Unit) -> str:
    """The unit at the root of the tree."""
    root = org.Unit.objects.filter(path=f"{unit.path.split('/')[0]}/").first()
    return root.name if root else ""
