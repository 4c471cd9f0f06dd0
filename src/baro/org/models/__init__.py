"""Facts about units, posts and people."""

from baro.org.models.accounts import User
from baro.org.models.imports import ListImport
from baro.org.models.posts import Appointment, Person, Post, RoleGrant
from baro.org.models.substitutions import Substitution
from baro.org.models.tokens import ApiToken
from baro.org.models.units import Unit, UnitSuccession, UnitVersion

__all__ = [
    "ApiToken",
    "Appointment",
    "ListImport",
    "Person",
    "Post",
    "RoleGrant",
    "Substitution",
    "Unit",
    "UnitSuccession",
    "UnitVersion",
    "User",
]
