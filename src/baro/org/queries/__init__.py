"""Reads over units, posts and people."""

from baro.org.queries.directory import (
    Branch,
    CommuneRow,
    UnitOnDay,
    city_tree,
    commune_rows,
    history_of,
    unit_on_day,
)
from baro.org.queries.names import (
    addressable_names,
    addressable_units,
    codes_by_names,
    codes_named,
    names_of_codes,
)
from baro.org.queries.people import (
    PersonFound,
    Seat,
    appointments_of,
    assignable_people,
    grants_of,
    head_post_of,
    head_posts_of,
    holders_of,
    people_named,
    people_of,
    seats_of,
)
from baro.org.queries.recipients import recipients_of_unit, recipients_of_units
from baro.org.queries.substitutions import (
    possible_substitutes,
    substitutes_of,
    substitutions_about,
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
    "Branch",
    "CommuneRow",
    "GroupUnknown",
    "PersonFound",
    "Seat",
    "UnitOnDay",
    "addressable_names",
    "addressable_units",
    "appointments_of",
    "assignable_people",
    "children_at",
    "city_tree",
    "codes_by_names",
    "codes_named",
    "commune_rows",
    "grants_of",
    "head_post_of",
    "head_posts_of",
    "history_of",
    "holders_of",
    "names_of_codes",
    "people_named",
    "people_of",
    "possible_substitutes",
    "recipients_of_unit",
    "recipients_of_units",
    "seats_of",
    "substitutes_of",
    "substitutions_about",
    "unit_at",
    "unit_on_day",
    "units_by_code",
    "units_named",
    "units_of_group",
]
