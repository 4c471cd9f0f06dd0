"""One paper, read from its head to its signature and its appendices."""

from dataclasses import replace
from datetime import date

from baro.documents.reading.appendices import appendix_at
from baro.documents.reading.bodies import BodyReader
from baro.documents.reading.clauses import blocks
from baro.documents.reading.drafting import Drafting
from baro.documents.reading.drafts import Addressee, Head, Reading
from baro.documents.reading.gazetteer import Gazetteer
from baro.documents.reading.general_sections import without_general_aims
from baro.documents.reading.heads import read_head
from baro.documents.reading.homes import (
    commune_told_of,
    home_of,
    only_commune,
    speaks_to_groups,
)
from baro.documents.reading.leaders import Leaders
from baro.documents.reading.lines import Line, split_lines
from baro.documents.reading.local_words import LocalWord, in_known_words
from baro.documents.reading.mentions import Naming, find_mentions
from baro.documents.reading.paragraphs import paragraphs
from baro.documents.reading.ranks import rank_of
from baro.documents.reading.recipients import addressed_at, closing_clauses, opening_lines
from baro.documents.reading.regions import find_regions, is_minutes, is_titled
from baro.documents.reading.surface import surface
from baro.documents.reading.tables import find_rows
from baro.documents.reading.times import Clock
from baro.documents.reading.unit_lists import Named
from baro.documents.reading.working_days import WorkingDays
from baro.documents.reading.years import day_told, plan_year


def read_paper(
    text: str,
    *,
    gazetteer: Gazetteer,
    issued_on: date | None,
    calendar: WorkingDays,
    words: tuple[LocalWord, ...] = (),
) -> Reading:
    """Read a text that holds nothing of its pages; all places are places in `text`."""
    every = split_lines(text)
    end = appendix_at(every)
    lines, appendices = every[:end], every[end:]
    regions = find_regions(lines)
    head = read_head(lines, regions, gazetteer)
    plain = in_known_words(surface(text), words, head.issuer)
    if head.issued_on is None and (regions.body or is_minutes(lines)):
        # Minutes carry their day in the first lines: "Thời gian: 14 giờ, ngày 12 tháng 10 ...".
        head = replace(head, issued_on=day_told(plain[_start(lines, regions.body) :]))
    day = head.issued_on or issued_on or day_told(plain)
    clock = Clock(text, plain, day, calendar, plan_year(head))
    spoken, home = gazetteer.speaking_as(head.issuer), home_of(head, gazetteer)
    naming = Naming(
        spoken,
        day,
        by_party=_is_party_paper(head),
        home=home,
        about=commune_told_of(head, gazetteer),
        office=_office(head, gazetteer),
    )
    mentions = find_mentions(text, plain, naming)
    told_of = None if head.issuer or speaks_to_groups(mentions) else only_commune(mentions)
    if told_of:  # a press text about one ward: "Phòng Kinh tế" is that ward's
        naming = replace(naming, home=told_of)
        mentions = find_mentions(text, plain, naming)
    named = Named(text, plain, mentions)
    body, addressed_lines = opening_lines(lines, regions)
    body += appendices
    rows = find_rows(text, plain, body)
    drafting = Drafting(named, clock, _leaders(naming, head), rank_of(head.issuer, home, gazetteer))
    reader = BodyReader(
        drafting,
        is_official=regions.body > 0 or is_titled(lines),
        addressed=addressed_at(named, addressed_lines),
        rows=rows,
        is_minutes=is_minutes(lines),
    )
    reader.read(blocks(text, paragraphs(body, rows), rows))
    closing = closing_clauses(lines, regions, addressed_lines)
    told, tasks = without_general_aims(plain, reader.clauses, reader.tasks)
    clauses = sorted((*told, *closing), key=lambda clause: clause.start)
    return Reading(head, tuple(clauses), tuple(tasks), text)


def _start(lines: list[Line], at: int) -> int:
    return lines[at].start if at < len(lines) else 0


def _office(head: Head, gazetteer: Gazetteer) -> str | None:
    """The office that a paper of this issuer means by "Văn phòng" alone."""
    issuer = next((entry for entry in gazetteer if entry.name == head.issuer), None)
    if issuer is None or issuer.kind in {"department", "group"}:
        return None
    own = (issuer.code, f"{issuer.code}.VP", f"VP-{issuer.code.removesuffix('-TP')}")
    entries = (gazetteer.entry(code) for code in own)
    return next((entry.code for entry in entries if entry and "VP" in entry.code), None)


def _leaders(naming: Naming, head: Head) -> Leaders:
    """The bodies whose leaders the paper names by their post alone."""
    gazetteer = naming.gazetteer
    issuer = next((entry for entry in gazetteer if entry.name == head.issuer), None)
    codes = {"chánh văn phòng": naming.office}
    if naming.home and head.issuer:
        codes |= {"bí thư": f"{naming.home}.DU", "chủ tịch": f"{naming.home}.UBND"}
    elif naming.office in {"VP-UBND", "VP-TU"}:
        codes |= {"bí thư": "TU", "chủ tịch": "UBND-TP"}
    elif issuer and issuer.kind in {"department", "centre"}:
        codes |= {"giám đốc": issuer.code}
    entries = {title: gazetteer.entry(code) for title, code in codes.items() if code}
    return Leaders({t: Addressee(e.code, e.name, e.count) for t, e in entries.items() if e})


def _is_party_paper(head: Head) -> bool:
    symbol = (head.number or "").upper()
    issuer = surface(head.issuer or "")
    return (
        "/TU" in symbol
        or "/ĐU" in symbol
        or any(word in issuer for word in ("thành ủy", "đảng ủy", "đảng bộ"))
    )
