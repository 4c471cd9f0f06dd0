"""Who founds a committee, who keeps its sessions, who sees all that is compiled."""

from datetime import date

from baro.followup.models import Committee
from baro.org import api as org


def can_found_committee(user: org.User, chair_unit: org.Unit, *, on: date) -> bool:
    """Whoever gives tasks for the unit that chairs."""
    return org.powers_of(user, on=on).may(org.Permission.ISSUE_TASK, chair_unit)


def can_keep_committee(user: org.User, committee: Committee, *, on: date) -> bool:
    """Whoever gives tasks for the chair or for the unit that keeps the committee going."""
    powers = org.powers_of(user, on=on)
    units = (committee.chair_unit, committee.secretary_unit)
    return any(powers.may(org.Permission.ISSUE_TASK, unit) for unit in units)


def can_see_whole_compilation(user: org.User, committee: Committee, *, on: date) -> bool:
    """The chair's side and the secretary see all; a member sees what its own rights show."""
    powers = org.powers_of(user, on=on)
    units = (committee.chair_unit, committee.secretary_unit)
    return any(powers.may(org.Permission.SEE, unit) for unit in units)
