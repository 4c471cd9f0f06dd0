"""The tally of what somebody asks of the ledger, by the shortest way that is exact."""

from datetime import datetime

from django.db.models import Q

from baro.kernel import prepared
from baro.org import api as org
from baro.work.models import WorkItem
from baro.work.models.items import WorkItemQuerySet
from baro.work.queries.asked import ListQuery
from baro.work.queries.filters import filtered
from baro.work.queries.known import TAKEN_BACK, known_of
from baro.work.queries.tallies import known
from baro.work.queries.tallies.counting import tally
from baro.work.queries.tallies.scopes import scope_of
from baro.work.queries.tallies.tally import Tally


def tally_of(
    user: org.User, query: ListQuery | None, *, at: datetime, unit: org.Unit | None = None
) -> Tally:
    """How the items stand that the user may see and the query asks for, at the moment.

    With a unit only those that it or a unit below it leads. The same items as the list of the
    query shows; for the cells over a list leave its `o` out.
    """
    asked = query or ListQuery()
    if scope := scope_of(user, asked, at=at, unit=unit):
        [row] = prepared.run(known.whole(scope.asked), scope.values)
        return Tally.of_kinds(*row)
    items = ground_of(WorkItem.objects.visible_to(user), asked)
    if unit:
        items = items.filter(lead_unit__path__startswith=unit.path)
    return tally(filtered(items, asked, at=at, by=user), at=at)


def ground_of(
    visible: WorkItemQuerySet, query: ListQuery, *, are_open: bool = False
) -> WorkItemQuerySet:
    """The rows that a list chooses from: what the tallies count, so that both agree.

    What was withdrawn or replaced is there when its state is asked for. Where all `are_open`
    anyway, nobody need look whether one was taken back.
    """
    if known_of(query).with_taken_back:
        states = set(query.conditions.get("trangthai", ()))
        return visible.filter(is_collective=False) if states - TAKEN_BACK else visible
    if "phoihop" in query.conditions:
        # One cooperates in the whole of a collective task, not in the part of each unit.
        return visible if are_open else visible.exclude(Q(state__in=TAKEN_BACK))
    return visible.counted(are_open=are_open)
