"""Who may change units, posts and people."""

from datetime import date

from baro.org.models import Unit, User
from baro.org.powers import powers_of
from baro.org.roles import Permission


def can_manage_org(user: User | None, unit: Unit, *, on: date) -> bool:
    """Organisation staff over the subtree they answer for; the system itself may always."""
    return user is None or powers_of(user, on=on).may(Permission.MANAGE_ORG, unit)


def can_manage_org_somewhere(user: User, *, on: date) -> bool:
    return powers_of(user, on=on).may_somewhere(Permission.MANAGE_ORG)
