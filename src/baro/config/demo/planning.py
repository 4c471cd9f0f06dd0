"""Which papers were issued in the year, on which days and by whom."""

import random
from collections.abc import Iterator
from itertools import cycle

from baro.config.demo.chance import Days, stream
from baro.config.demo.city import City
from baro.config.demo.filling import Filler, shares
from baro.config.demo.papers import Paper
from baro.config.demo.scale import Scale
from baro.config.demo.sectors import sectors

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


def planned_papers(city: City, days: Days, scale: Scale) -> list[Paper]:
    """All papers of the year in order of date, with exactly `scale.counted` duties of units."""
    chance = stream("papers")
    papers = _empty_papers(city, days, scale, chance)
    filler = Filler(city, days, chance)
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
    for paper, share in zip(papers, shares(rest, len(papers)), strict=True):
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
