"""On whose behalf somebody acts on an item, while they stand for a person who is away."""

from datetime import date
from typing import cast

from baro.org import api as org
from baro.org.api import Permission
from baro.work.sides import Located, Sided

_DOING = (Permission.RECEIVE_TASK, Permission.DELIVER_PRODUCT, Permission.ASSIGN_TASK)
_Place = tuple[Located, tuple[Permission, ...]]
_GIVING = (Permission.ISSUE_TASK, Permission.ACCEPT_PRODUCT, Permission.DECIDE_EXTENSION)


def doing_for(user: org.User, item: Sided, *, on: date) -> org.Person | None:
    """For whom the user does what the item asks; nobody when it is their own to do."""
    powers = org.powers_of(user, on=on)
    if not powers.standing or item.assignee_id == user.person_id:
        return None
    if item.assignee_id in powers.people:
        return next(s.person for s in powers.standing if s.person.pk == item.assignee_id)
    units = [unit for unit in (item.assigned_unit, item.lead_unit) if unit]
    return _behalf(powers, [(unit, _DOING) for unit in units])


def giving_for(user: org.User, item: Sided, *, on: date) -> org.Person | None:
    """For whom the user answers, judges and decides as the one who gave it."""
    return org.powers_of(user, on=on).behalf(_unit(item.issuer_unit), *_GIVING)


def seen_for(user: org.User, item: Sided, *, on: date) -> org.Person | None:
    """Whose item stands in the user's list, where it is not there on their own account."""
    powers = org.powers_of(user, on=on)
    if not powers.standing or item.assignee_id == user.person_id:
        return None
    doing = doing_for(user, item, on=on)
    if doing and item.assignee_id == doing.pk:
        return doing
    holders = (item.assigned_unit, item.lead_unit)
    places: list[_Place] = [(unit, _DOING) for unit in holders if unit]
    return _behalf(powers, [*places, (item.issuer_unit, _GIVING)])


def _behalf(powers: org.Powers, places: list[_Place]) -> org.Person | None:
    """Nobody, if the user's own posts allow any of it; else the first who lends it."""
    if any(powers.own_may(_unit(unit), *permissions) for unit, permissions in places):
        return None
    lending = (powers.behalf(_unit(unit), *permissions) for unit, permissions in places)
    return next((person for person in lending if person), None)


def _unit(place: Located) -> org.Unit:
    """Rights are asked of a place by its path alone, which the line of a list has too."""
    return cast("org.Unit", place)
