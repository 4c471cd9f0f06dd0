"""Every write to units, posts and people."""

from baro.org.operations.accounts import create_account, grant_role, revoke_grant
from baro.org.operations.appointments import appoint, end_appointment
from baro.org.operations.city import CityLoad, load_city
from baro.org.operations.endings import close_unit, succeed_units
from baro.org.operations.imports import apply_import, bring_list
from baro.org.operations.moves import move_unit
from baro.org.operations.posts import create_post, register_person
from baro.org.operations.substitutions import end_substitution, give_substitution
from baro.org.operations.tokens import create_token, revoke_token, token_hash
from baro.org.operations.units import open_unit, rename_unit

__all__ = [
    "CityLoad",
    "apply_import",
    "appoint",
    "bring_list",
    "close_unit",
    "create_account",
    "create_post",
    "create_token",
    "end_appointment",
    "end_substitution",
    "give_substitution",
    "grant_role",
    "load_city",
    "move_unit",
    "open_unit",
    "register_person",
    "rename_unit",
    "revoke_grant",
    "revoke_token",
    "succeed_units",
    "token_hash",
]
