"""National holidays of the Labour Code (Art. 111 and 112), from the `holidays` library.

The library knows the Vietnamese lunar calendar from 1901 to 2099. For coming years it follows the
code's general rule; the yearly notice may choose otherwise, and is then an override of ours.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

import holidays

FIRST_YEAR, LAST_YEAR = 1995, 2099
_CULTURE_DAY = (11, 24)


@dataclass(frozen=True)
class NationalDays:
    """Days off of one year by their names, and the weekend days worked in exchange."""

    off: dict[date, str]
    worked: frozenset[date]


@cache
def national_days(year: int, *, with_culture_day: bool) -> NationalDays:
    """The library already counts 24/11, which the Labour Code does not yet do: hence the switch."""
    found = holidays.country_holidays("VN", years=year, language="vi")
    culture_day = date(year, *_CULTURE_DAY)
    name = found.get(culture_day, "")
    off = {
        day: title
        for day, title in found.items()
        if with_culture_day or not name or not title.startswith(name)
    }
    return NationalDays(off, frozenset(day for day in found.weekend_workdays if day.year == year))
