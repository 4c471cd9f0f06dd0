"""From codes, as texts and forms give them, to units and the posts that answer for them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from baro.kernel.editions import Edition, held
from baro.org import api as org


@dataclass(frozen=True)
class Addressees:
    """Every code that was asked for, with the units it stands for; heads by unit."""

    units: Mapping[str, tuple[org.Unit, ...]]
    heads: Mapping[int, org.Post]

    def units_of(
        self, codes: Iterable[str], *, without: Iterable[str] = ()
    ) -> tuple[org.Unit, ...]:
        """Each unit once, in the order in which the codes name it.

        What is named in `without` leaves the groups; a unit named by itself stays.
        """
        left_out = {unit.pk for code in without for unit in self.units.get(code, ())}
        named = (
            unit
            for code in codes
            for unit in self.units.get(code, ())
            if code not in org.GROUPS or unit.pk not in left_out
        )
        return tuple({unit.pk: unit for unit in named}.values())

    def unknown(self, codes: Iterable[str]) -> list[str]:
        return [code for code in codes if not self.units.get(code)]


def addressees_of(codes: Iterable[str], *, on: date) -> Addressees:
    """Resolve all codes at once: one query for units, one for each group, one for heads."""
    wanted = set(codes)
    groups = wanted & org.GROUPS.keys()
    units: dict[str, tuple[org.Unit, ...]] = {
        code: (unit,) for code, unit in org.units_by_code(wanted - groups, on=on).items()
    }
    for code in sorted(groups):
        units[code] = _members_of(code, on)
    every = {unit.pk: unit for members in units.values() for unit in members}
    return Addressees(units, org.head_posts_of(every.values()))


@held(Edition.Group.ORG, asks=False)
def _members_of(group: str, on: date) -> tuple[org.Unit, ...]:
    return tuple(org.units_of_group(group, on=on))
