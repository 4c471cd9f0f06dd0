"""Lists of what certain units lead: whoever oversees these units sees all of it."""

from datetime import datetime

from baro.org import api as org
from baro.work.models import WorkItem
from baro.work.models.items import WorkItemQuerySet, sees_whole_ledger, units_seen
from baro.work.queries.asked import ListQuery
from baro.work.queries.asking import Asking


def visible_in(
    user: org.User, asked: ListQuery, *, at: datetime, is_open: bool | None = None
) -> WorkItemQuerySet:
    """What the user may see, as far as this list can show it.

    The lead of an item has a part in it. So a list of what units lead that the user oversees is
    not matched with the parts row by row, as `visible_to` would.
    """
    items = WorkItem.objects.all()
    if _leads_are_overseen(user, asked, at):
        return items if is_open is None else items.filter(closed_at__isnull=is_open)
    return items.visible_to(user, is_open=is_open)


def _leads_are_overseen(user: org.User, asked: ListQuery, at: datetime) -> bool:
    who = Asking(at, user)
    powers = org.powers_of(user, on=who.on)
    if sees_whole_ledger(powers):
        return True
    seen = set(units_seen(user, powers))
    under, exactly = (asked.conditions.get(name, ()) for name in ("donvi", "chutri"))
    return (bool(under) and seen >= set(who.units_under(under, "donvi"))) or (
        bool(exactly) and seen >= set(who.units(exactly, "chutri"))
    )
