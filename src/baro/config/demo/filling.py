"""Filling papers with duties: which, whose and by when."""

import random
from collections import Counter, defaultdict
from itertools import count

from baro.config.demo.chance import Days
from baro.config.demo.city import City
from baro.config.demo.papers import Assigned, Paper
from baro.config.demo.sectors import Duty, Sector
from baro.org import api as org

_NO_DEADLINE = (
    "Nhiệm vụ thường xuyên, không có ngày kết thúc; theo dõi bằng báo cáo định kỳ.",
    "Thực hiện khi phát sinh vụ việc, chưa xác định được thời điểm.",
)


def shares(total: int, parts: int) -> list[int]:
    base, rest = divmod(total, parts)
    return [base + (place < rest) for place in range(parts)]


def _places_of(paper: Paper) -> str:
    return "party-places" if paper.sector.is_party else "places"


class Filler:
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
        for size in shares(share - of_departments, min(kinds, 1 + share // 5)):
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
