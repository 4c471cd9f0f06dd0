"""Which papers were issued in the year, and which duties each of them gives to whom."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import count, cycle

from baro.config.demo.chance import Days, stream
from baro.config.demo.city import City
from baro.config.demo.scale import Scale
from baro.config.demo.sectors import Duty, Sector, sectors
from baro.org import api as org

GROUP_OF = {"communes": "G.UBND-XP", "committees": "G.DU-XP", "departments": "G.SBN"}
_NO_DEADLINE = (
    "Nhiệm vụ thường xuyên, không có ngày kết thúc; theo dõi bằng báo cáo định kỳ.",
    "Thực hiện khi phát sinh vụ việc, chưa xác định được thời điểm.",
)
# Kind of paper, unit that issues it; repeated as often as it is usual.
_STATE_KINDS = (
    *[("notice", "UBND-TP")] * 9,
    *[("letter", "UBND-TP")] * 3,
    *[("plan", "UBND-TP")] * 2,
    ("telegram", "UBND-TP"),
    *[("office-notice", "VP-UBND")] * 2,
    *[("department-letter", "")] * 3,
)
_PARTY_KINDS = (*[("party-notice", "TU")] * 3, ("party-conclusion", "TU"), ("party-letter", "TU"))


@dataclass
class Assigned:
    """One duty in one paper: who owes it, by when, and where it stands in the text."""

    duty: Duty
    title: str
    detail: str
    product: str
    leads: list[org.Unit]
    cooperating: list[org.Unit]
    due_on: date | None
    says_within: bool = False
    recurrence: dict[str, str] | None = None
    no_deadline_reason: str = ""
    clause: str = ""
    start: int = 0
    end: int = 0

    @property
    def is_for_a_group(self) -> bool:
        return self.duty.to in GROUP_OF

    @property
    def lead_codes(self) -> tuple[str, ...]:
        """As a text addresses them: a group by its name, others one by one."""
        if self.is_for_a_group:
            return (GROUP_OF[self.duty.to],)
        return tuple(unit.code for unit in self.leads)


@dataclass
class Paper:
    """One issued paper before it becomes a document with a number and a text."""

    place: int
    kind: str
    issuer: org.Unit
    sector: Sector
    issued_on: date
    assigned: list[Assigned] = field(default_factory=list)
    issued_at: datetime | None = None
    text: str = ""
    subject: str = ""
    type: str = ""
    number: int = 0
    symbol: str = ""
    signer: org.Post | None = None
    signer_title: str = ""
    leader: org.Post | None = None


def planned_papers(city: City, days: Days, scale: Scale) -> list[Paper]:
    """All papers of the year in order of date, with exactly `scale.counted` duties of units."""
    chance = stream("papers")
    papers = _empty_papers(city, days, scale, chance)
    filler = _Filler(city, days, chance)
    state = [paper for paper in papers if not paper.sector.is_party]
    party = [paper for paper in papers if paper.sector.is_party]
    for paper in _spread(state, scale.commune_duties):
        filler.give_to_all(paper, "communes")
    for paper in _spread(party, scale.committee_duties):
        filler.give_to_all(paper, "committees")
    open_to_departments = [p for p in state if p.sector.duties_to("departments")]
    for paper in _spread(open_to_departments, scale.department_duties):
        filler.give_to_all(paper, "departments")
    given = sum(len(item.leads) for paper in papers for item in paper.assigned)
    rest = scale.counted + scale.withdrawn - given
    for paper, share in zip(papers, _shares(rest, len(papers)), strict=True):
        filler.give_to_single_units(paper, share)
    _let_some_end_today(papers, days)
    return papers


def _let_some_end_today(papers: list[Paper], days: Days) -> None:
    """Whatever weekday the city is built on, something is due on it."""
    for addressees in (("communes",), ("department",)):
        near = [
            item
            for paper in papers
            for item in paper.assigned
            if item.duty.to in addressees and item.due_on and not item.recurrence
            if abs((item.due_on - days.today).days) <= 6
        ]
        for item in near[:2]:
            item.due_on = days.today


def _empty_papers(city: City, days: Days, scale: Scale, chance: random.Random) -> list[Paper]:
    state = cycle([sector for sector in sectors() if not sector.is_party])
    party = cycle([sector for sector in sectors() if sector.is_party])
    papers = []
    for place in range(scale.papers):
        sector = next(party) if place % 9 == 4 else next(state)
        kind, issuer = chance.choice(_PARTY_KINDS if sector.is_party else _STATE_KINDS)
        # A little denser towards today, as work in hand always is.
        spot = ((place + 0.5) / scale.papers) ** 0.85
        day = days.working[min(int(spot * len(days.working)), len(days.working) - 1)]
        unit = city.units[issuer or sector.lead]
        papers.append(Paper(place, kind, unit, sector, day))
    return papers


def _spread(papers: list[Paper], how_many: int) -> Iterator[Paper]:
    """`how_many` of the papers, evenly over the year up to the last; again when they run out."""
    for place in range(how_many):
        rounds, position = divmod(place, len(papers))
        in_round = min(how_many - rounds * len(papers), len(papers))
        yield papers[(position + 1) * len(papers) // in_round - 1]


def _places_of(paper: Paper) -> str:
    return "party-places" if paper.sector.is_party else "places"


def _shares(total: int, parts: int) -> list[int]:
    base, rest = divmod(total, parts)
    return [base + (place < rest) for place in range(parts)]


class _Filler:
    """Takes duties from the sectors in turn, so that repetition is as late as it can be."""

    def __init__(self, city: City, days: Days, chance: random.Random) -> None:
        self.city, self.days, self.chance = city, days, chance
        self._turn: Counter[tuple[str, str]] = Counter()
        self._collective = count(1)
        self._bodies: dict[str, list[org.Unit]] = {
            "communes": [city.units[f"{c.code}.UBND"] for c in city.communes],
            "committees": [city.units[f"{c.code}.DU"] for c in city.communes],
            "departments": city.departments,
        }
        self._waiting: dict[str, list[org.Unit]] = defaultdict(list)

    def give_to_all(self, paper: Paper, to: str) -> None:
        place = next(self._collective)
        item = self._filled(paper, self._next_duty(paper.sector, to), list(self._bodies[to]), [])
        if place % 37 == 0:
            item.due_on, item.no_deadline_reason = None, _NO_DEADLINE[place % 2]
        elif place % 29 == 0:
            item.recurrence = {"every": "month", "by": "ngày 25"}
        paper.assigned.insert(0, item)

    def give_to_single_units(self, paper: Paper, share: int) -> None:
        """`share` tasks of single units: some of departments, the rest of named communes."""
        can_order_departments = paper.issuer.kind not in {"department", "centre"}
        known = len(paper.sector.duties_to("department"))
        wanted = min(share, known, self.chance.choice((3, 3, 4)))
        of_departments = wanted if can_order_departments else 0
        for _ in range(of_departments):
            self._give_to_department(paper)
        kinds = len(paper.sector.duties_to(_places_of(paper)))
        for size in _shares(share - of_departments, min(kinds, 1 + share // 5)):
            if size:
                self._give_to_places(paper, size)

    def _give_to_department(self, paper: Paper) -> None:
        sector = paper.sector
        others = [self.city.units[code] for code in sector.cooperating]
        lead = self.city.units[sector.lead]
        if self.chance.random() < 0.1 and others[0].kind in {"department", "party_body"}:
            lead, others = others[0], [self.city.units[sector.lead], *others[1:]]
        cooperating = self.chance.sample(others, k=min(self.chance.choice((1, 2, 2)), len(others)))
        item = self._filled(paper, self._next_duty(sector, "department"), [lead], cooperating)
        if self.chance.random() < 0.04:
            item.due_on, item.no_deadline_reason = None, self.chance.choice(_NO_DEADLINE)
        paper.assigned.append(item)

    def _give_to_places(self, paper: Paper, size: int) -> None:
        is_party = paper.sector.is_party
        duty = self._next_duty(paper.sector, _places_of(paper))
        units = self._some_units("committees" if is_party else "communes", size)
        cooperating = []
        if not is_party and self.chance.random() < 0.4:
            helper = self.city.units[paper.sector.lead]
            cooperating = [helper] if helper != paper.issuer else []
        paper.assigned.append(self._filled(paper, duty, units, cooperating))

    def _some_units(self, group: str, size: int) -> list[org.Unit]:
        """Every unit gets its turn before any gets a second one."""
        waiting = self._waiting[group]
        if len(waiting) < size:
            fresh = [unit for unit in self._bodies[group] if unit not in waiting]
            self.chance.shuffle(fresh)
            waiting.extend(fresh)
        taken, self._waiting[group] = waiting[:size], waiting[size:]
        return sorted(taken, key=lambda unit: unit.code)

    def _next_duty(self, sector: Sector, to: str) -> Duty:
        duties = sector.duties_to(to)
        turn = self._turn[sector.key, to]
        self._turn[sector.key, to] += 1
        return duties[turn % len(duties)]

    def _filled(
        self, paper: Paper, duty: Duty, leads: list[org.Unit], cooperating: list[org.Unit]
    ) -> Assigned:
        blanks = self._blanks(paper, duty)
        stretch = 1.5 if len(leads) > 1 else 1.8
        term = max(7, int(duty.days * stretch) + self.chance.randrange(-4, 9))
        return Assigned(
            duty=duty,
            title=duty.title.format_map(blanks),
            detail=duty.detail.format_map(blanks),
            product=duty.product,
            leads=leads,
            cooperating=cooperating,
            due_on=self.days.due(paper.issued_on, term),
            says_within=self.chance.random() < 0.5,
        )

    def _blanks(self, paper: Paper, duty: Duty) -> dict[str, str]:
        day, chance = paper.issued_on, self.chance
        turn = self._turn[paper.sector.key, duty.to]
        general = {
            "quy": f"quý {('I', 'II', 'III', 'IV')[(day.month - 1) // 3]} năm {day.year}",
            "dot": f"đợt {1 + (day.month - 1) // 2} năm {day.year}",
            "nam_sau": str(day.year + 1),
            "so": str(chance.choice((12, 15, 20, 25, 30))),
            "ty_le": str(chance.choice((30, 40, 50, 60))),
        }
        own = {name: values[turn % len(values)] for name, values in paper.sector.slots.items()}
        return general | own
