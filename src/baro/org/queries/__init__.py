"""Reads over units, posts and people."""

from baro.org.queries.names import addressable_names, codes_named, names_of_codes
from baro.org.queries.people import (
    Seat,
    appointments_of,
    assignable_people,
    head_post_of,
    head_posts_of,
    holders_of,
    people_of,
    seats_of,
)
from baro.org.queries.units import (
    GroupUnknown,
    children_at,
    unit_at,
    units_by_code,
    units_named,
    units_of_group,
)

__all__ = [
    "GroupUnknown",
    "Seat",
    "addressable_names",
    "appointments_of",
    "assignable_people",
    "children_at",
    "codes_named",
    "head_post_of",
    "head_posts_of",
    "holders_of",
    "names_of_codes",
    "people_of",
    "seats_of",
    "unit_at",
    "units_by_code",
    "units_named",
    "units_of_group",
]
