"""Who is told what concerns a unit."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from django.db.models import F, Q, QuerySet

from baro.kernel.editions import Edition, held
from baro.kernel.prepared import prepared
from baro.org.models import Appointment, Person, Unit
from baro.org.roles import PERMISSIONS, Permission, Role


def recipients_of_units(
    units: Iterable[Unit], *, on: date, permission: Permission
) -> Mapping[int, tuple[Person, ...]]:
    """For each unit, by its key, the people who act for it on the day with this permission.

    They are the head and the specialists of the office that works for it; where neither place is
    taken, whoever else may act for the unit. One query for any number of units.
    """
    return _held_recipients(tuple(sorted({unit.pk for unit in units})), on, permission)


@held(Edition.Group.ORG, most=512, asks=False)
def _held_recipients(
    units: tuple[int, ...], on: date, permission: Permission
) -> Mapping[int, tuple[Person, ...]]:
    acting: list[Any] = _acting(permission)(scopes=list(units), on=on)
    first: dict[int, dict[int, Person]] = defaultdict(dict)
    others: dict[int, dict[int, Person]] = defaultdict(dict)
    for each in acting:
        (first if each.is_first else others)[each.scope_id][each.person_id] = each.person
    return {
        key: tuple((first.get(key) or others[key]).values()) for key in first.keys() | others.keys()
    }


@cache
def _acting(permission: Permission) -> Callable[..., list[Appointment]]:
    """One question for each permission; which roles allow it never changes while we run."""
    roles = [role for role, allowed in PERMISSIONS.items() if permission in allowed]

    @prepared(scopes=list[int], on=date)
    def acting(*, scopes: list[int], on: date) -> QuerySet[Appointment]:
        live = Appointment.objects.live(on=on).filter(
            Q(post__role=Role.OFFICE_SPECIALIST) | Q(post__unit=F("post__scope")),
            post__scope__in=scopes,
            post__role__in=roles,
        )
        is_first = Q(post__is_head=True) | Q(post__role=Role.OFFICE_SPECIALIST)
        told = live.select_related("person").order_by("post__rank", "pk")
        return told.annotate(scope_id=F("post__scope_id"), is_first=is_first)

    return acting


def recipients_of_unit(
    unit: Unit, *, on: date, permission: Permission = Permission.RECEIVE_TASK
) -> tuple[Person, ...]:
    """The same for one unit."""
    return recipients_of_units([unit], on=on, permission=permission).get(unit.pk, ())
