"""Whether a user may see one item: what `visible_to` says of many, asked of one."""

from collections.abc import Iterable

from django.utils import timezone

from baro.kernel.prepared import run
from baro.org import api as org
from baro.work.models import WorkItem, WorkParty
from baro.work.models.items import sees_whole_ledger

_HAS_PART = """
    SELECT 1 FROM work_workparty AS party JOIN org_unit AS unit ON unit.id = party.unit_id
    WHERE party.item_id = %s AND unit.path ^@ ANY(%s::text[]) LIMIT 1
"""


def is_visible(user: org.User, item: WorkItem, parties: Iterable[WorkParty] | None = None) -> bool:
    """Asked of the row at hand where that tells it, of the parties where it does not.

    Whoever has all `parties` of the item at hand, with their units, spares the question for them.
    """
    powers = org.powers_of(user, on=timezone.localdate())
    if sees_whole_ledger(powers):
        return True
    if item.assignee_id is not None and item.assignee_id in {user.person_id, *powers.people}:
        return True
    if item.assigned_unit and powers.may(org.Permission.SEE, item.assigned_unit):
        return True
    if parties is not None:
        return any(powers.may(org.Permission.SEE, party.unit) for party in parties)
    paths = sorted(powers.reach(org.Permission.SEE))
    return bool(paths and run(_HAS_PART, [item.pk, paths]))
