"""Who acts on each side of a line."""

from dataclasses import dataclass

from baro.config.demo.city import City
from baro.config.demo.lines import Line
from baro.config.demo.papers import Paper
from baro.config.demo.sectors import sectors
from baro.org import api as org

_SPECIALISTS = {"UBND-TP": ("VP-UBND", 8), "VP-UBND": ("VP-UBND", 8), "TU": ("VP-TU", 4)}
_HOLDERS = {"UBND.KT": "CV-1", "UBND.VHXH": "CV-1", "UBND.VP": "CVTH-1", "DU.BXDD": "TB"}

_IN_THE_CITY = {"SNV": "CVTC-1", "TTTP": "TTV-1"}


@dataclass(frozen=True)
class Hands:
    """Inside the unit: the division and person who do the work, and whose account writes."""

    unit: org.Unit | None
    person: org.Person | None
    user: org.User

    @property
    def words(self) -> str:
        return ", ".join(str(part) for part in (self.person, self.unit) if part)


class Actors:
    """Answers from the codes of units and posts; remembers nothing."""

    def __init__(self, city: City) -> None:
        self.city = city
        self._place = {sector.key: place for place, sector in enumerate(sectors())}

    def specialist_post(self, paper: Paper) -> org.Post:
        """Who follows a paper's tasks for the issuer: each has their own sectors."""
        office, count = _SPECIALISTS.get(paper.issuer.code, (paper.issuer.code, 1))
        place = 1 + self._place[paper.sector.key] % count
        return self.city.posts[office, f"CVTH-{place}"]

    def issuer(self, paper: Paper) -> org.User:
        return self.city.users[self.specialist_post(paper).pk]

    def receiver(self, unit: org.Unit) -> org.User:
        """The specialist who takes work in for a unit."""
        office = {"UBND": ".VP", "DU": ".VP"}.get(unit.code.rpartition(".")[2], "")
        return self.city.user(f"{unit.code}{office}", "CVTH-1")

    def assigner(self, line: Line) -> org.User:
        head = self.city.heads[line.unit.pk]
        return self.city.users.get(head.pk) or self.receiver(line.unit)

    def hands(self, line: Line) -> Hands:
        """In a commune the division of the sector, elsewhere a civil servant of the unit."""
        unit, receiver = line.unit, self.receiver(line.unit)
        if unit.commune_id is None:
            post = self.city.posts.get((unit.code, _IN_THE_CITY.get(unit.code, "CV-1")))
            person = self.city.holders.get(post.pk) if post else None
            account = self.city.users.get(post.pk) if post and person else None
            return Hands(None, person, account or receiver)
        division = self.city.units[f"{unit.code}.{line.paper.sector.division}"]
        body = division.code.partition(".")[2]
        post = self.city.posts.get((division.code, _HOLDERS.get(body, "CV-1")))
        person = self.city.holders.get(post.pk) if post else None
        account = self.city.users.get(post.pk) if post and person else None
        return Hands(division, person, account or receiver)
