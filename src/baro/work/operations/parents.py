"""How a collective item follows its children."""

from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Q

from baro.kernel.prepared import change
from baro.work.models import WorkItem
from baro.work.states import State


def follow_children(parent: WorkItem | None, *, at: datetime, one_is_open: bool = False) -> None:
    """Bring a collective item to where its children stand; the caller has locked it.

    The rule: it is newly issued until the first child moves, running while any child is open, and
    closed in the moment in which the last open child closes: done when any child was accepted,
    withdrawn when none was. It is delivered with the last accepted child, so that one late unit
    makes the whole late. Nobody closes it by hand. Whoever knows of an open child says so, and
    nothing needs counting.
    """
    if parent is None or not parent.is_collective or not parent.is_open:
        return
    parent.last_update_at = at
    if one_is_open or (found := _children_of(parent))["open"]:
        parent.state = State.RECEIVED
        change(parent, "state", "last_update_at")
        return
    parent.state = State.DONE if found["done"] else State.WITHDRAWN
    parent.delivered_at, parent.closed_at = found["delivered_at"], at
    change(parent, "state", "delivered_at", "closed_at", "last_update_at")


def _children_of(parent: WorkItem) -> dict[str, Any]:
    return parent.children.aggregate(
        open=Count("pk", filter=Q(closed_at__isnull=True)),
        done=Count("pk", filter=Q(state=State.DONE)),
        delivered_at=Max("delivered_at", filter=Q(state=State.DONE)),
    )
