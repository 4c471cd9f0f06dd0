"""The door of `org` for the modules above."""

from baro.org.built_in import PostRow, UnitRow, built_in_posts, built_in_units
from baro.org.groups import GROUPS, Group
from baro.org.models import Appointment, Person, Post, RoleGrant, Unit, UnitVersion, User
from baro.org.operations import CityLoad, load_city
from baro.org.powers import Powers, powers_of
from baro.org.queries import (
    Seat,
    addressable_names,
    appointments_of,
    assignable_people,
    children_at,
    codes_named,
    head_post_of,
    head_posts_of,
    holders_of,
    names_of_codes,
    people_of,
    seats_of,
    unit_at,
    units_by_code,
    units_of_group,
)
from baro.org.requests import UserRequest
from baro.org.roles import Permission, Role

__all__ = [
    "GROUPS",
    "Appointment",
    "CityLoad",
    "Group",
    "Permission",
    "Person",
    "Post",
    "PostRow",
    "Powers",
    "Role",
    "RoleGrant",
    "Seat",
    "Unit",
    "UnitRow",
    "UnitVersion",
    "User",
    "UserRequest",
    "addressable_names",
    "appointments_of",
    "assignable_people",
    "built_in_posts",
    "built_in_units",
    "children_at",
    "codes_named",
    "head_post_of",
    "head_posts_of",
    "holders_of",
    "load_city",
    "names_of_codes",
    "people_of",
    "powers_of",
    "seats_of",
    "unit_at",
    "units_by_code",
    "units_of_group",
]
