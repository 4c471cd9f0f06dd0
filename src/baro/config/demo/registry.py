"""Papers become documents: numbered, written, registered, read and sent out by the operations."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.apps import apps

from baro.config.demo.chance import Days, stream
from baro.config.demo.city import City
from baro.config.demo.layouts import write
from baro.config.demo.loading import load
from baro.config.demo.papers import Paper
from baro.config.demo.phrases import subject_of
from baro.documents import api as documents
from baro.org import api as org

_TYPES = {
    "notice": "TB",
    "office-notice": "TB",
    "letter": "CV",
    "department-letter": "CV",
    "plan": "KH",
    "telegram": "CĐ",
    "party-notice": "TB",
    "party-conclusion": "KL",
    "party-letter": "CV",
}
# How many of each type the city's bodies had issued when the register was taken over.
_TAKEN_OVER = {"TB": 611, "CV": 5740, "KH": 288, "CĐ": 21}
_DEPUTIES = ("PCTTT", "PCT-1", "PCT-2", "PCT-3", "PCT-4")


@dataclass(frozen=True)
class Signing:
    """Who signs a kind of paper, and the words above the name."""

    unit: str
    post: str
    title: str


def register_papers(
    papers: list[Paper], city: City, days: Days, say: Callable[[str], None]
) -> dict[int, documents.Document]:
    """Every paper by its place, as a document that its addressees can read."""
    chance = stream("registry")
    _continue_numbers(papers)
    registered = {}
    for paper in papers:
        at = days.morning(paper.issued_on, chance)
        paper.issued_at = at + timedelta(minutes=chance.randrange(25, 160))
        registered[paper.place] = _register(paper, city, at)
        if (paper.place + 1) % 50 == 0:
            say(f"Đã vào sổ và bóc tách {paper.place + 1}/{len(papers)} văn bản.")
    return registered


def clerk_of(unit: org.Unit, city: City) -> org.User:
    """The account that keeps the unit's register in the demo."""
    if unit.code in {"UBND-TP", "VP-UBND"}:
        return city.user("VP-UBND", "VT-1")
    if unit.code == "TU":
        return city.user("VP-TU", "VT-1")
    return city.user(unit.code, "CVTH-1")


def _continue_numbers(papers: list[Paper]) -> None:
    """State registers were in use before our first day: their runs of that year go on."""
    series = apps.get_model("documents", "NumberSeries")
    year = papers[0].issued_on.year
    used = {
        (paper.issuer.pk, _TYPES[paper.kind])
        for paper in papers
        if paper.issued_on.year == year and not paper.sector.is_party
    }
    load(
        [
            series(
                owner_unit_id=unit,
                register="own",
                series=type_code,
                period=str(year),
                last_number=_TAKEN_OVER[type_code] + unit % 40,
            )
            for unit, type_code in sorted(used)
        ]
    )


def _register(paper: Paper, city: City, at: datetime) -> documents.Document:
    clerk = clerk_of(paper.issuer, city)
    drafting = city.units[paper.sector.lead] if paper.kind == "letter" else None
    paper.type, paper.subject = _TYPES[paper.kind], subject_of(paper)
    given = documents.issue_number(
        owner_unit=paper.issuer,
        type=paper.type,
        issued_on=paper.issued_on,
        drafting_unit=drafting,
        by=clerk,
        at=at,
    )
    paper.symbol = given.symbol
    if paper.kind == "department-letter":  # no division to name, so the field of work stands there
        paper.symbol = f"{given.symbol}-{paper.sector.field}"
    signer = _sign(paper, city)
    document = documents.register_document(
        register="outgoing",
        owner_unit=paper.issuer,
        text=paper.text,
        type=paper.type,
        symbol=paper.symbol,
        issued_on=paper.issued_on,
        subject=paper.subject[0].upper() + paper.subject[1:],
        signer_name=signer,
        signer_title=paper.signer_title.replace(" / ", " "),
        urgency="flash" if paper.kind == "telegram" else "normal",
        drafting_unit=drafting,
        by=clerk,
        at=at,
    )
    addressed = {
        unit.pk: unit for item in paper.assigned for unit in (*item.leads, *item.cooperating)
    }
    documents.share_document(
        document=document, units=addressed.values(), by=clerk, at=at + timedelta(minutes=6)
    )
    return document


def _sign(paper: Paper, city: City) -> str:
    """Decide who signs and who presided, and write the text; the signer's name."""
    turn = paper.place
    deputy = _DEPUTIES[turn % len(_DEPUTIES)]
    paper.leader = city.posts["UBND-TP", "CT" if turn % 6 == 0 else deputy]
    if paper.sector.is_party:
        paper.leader = city.posts["TU", ("PBTTT", "PBT-1", "BT")[turn % 3]]
    signing = _signing(paper, turn)
    paper.signer, paper.signer_title = city.posts[signing.unit, signing.post], signing.title
    signer = city.holders[paper.signer.pk].full_name
    write(paper, leader=_leader_words(paper, city), signer=signer)
    return signer


def _leader_words(paper: Paper, city: City) -> str:
    post = paper.leader
    return f"{post.title} {city.holders[post.pk].full_name}" if post else ""


def _signing(paper: Paper, turn: int) -> Signing:
    deputy = f"PCVP-{1 + turn % 4}"
    if paper.kind == "department-letter":
        return _department_signing(paper.issuer.code)
    if paper.sector.is_party:
        if turn % 2:
            return Signing("VP-TU", "CVP", "T/L THÀNH ỦY / CHÁNH VĂN PHÒNG")
        return Signing("TU", "PBTTT", "T/M BAN THƯỜNG VỤ / PHÓ BÍ THƯ THƯỜNG TRỰC")
    return {
        "notice": Signing(
            "VP-UBND", deputy, "TL. CHỦ TỊCH / KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG"
        ),
        "office-notice": Signing("VP-UBND", deputy, "KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG"),
        "letter": Signing("UBND-TP", _DEPUTIES[turn % 5], "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"),
        "plan": Signing(
            "UBND-TP", _DEPUTIES[turn % 5], "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"
        ),
        "telegram": Signing("UBND-TP", "CT", "CHỦ TỊCH"),
    }[paper.kind]


def _department_signing(code: str) -> Signing:
    if code == "TTTP":
        return Signing(code, "CTT", "CHÁNH THANH TRA")
    return Signing(code, "GD", "GIÁM ĐỐC")
