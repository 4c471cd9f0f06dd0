"""The door of `org` for the modules above."""

from baro.org.models import Appointment, Person, Post, RoleGrant, Unit, User
from baro.org.powers import Powers, powers_of
from baro.org.roles import Permission, Role

__all__ = [
    "Appointment",
    "Permission",
    "Person",
    "Post",
    "Powers",
    "Role",
    "RoleGrant",
    "Unit",
    "User",
    "powers_of",
]
