"""The indexes of the ledger, one for each question; every other one would cost each write.

What is open is a small part of all, so most questions about it have an index of the open alone.
"""

from django.db.models import Index, Q

_OPEN, _CLOSED = Q(closed_at__isnull=True), Q(closed_at__isnull=False)
_SINGLE = Q(is_collective=False)

INDEXES = [
    # The lists of the city, in their order; what else is asked of many rows is kept beside it.
    Index(
        fields=["due_at", "id"],
        include=["delivered_at", "is_paused", "is_internal"],
        condition=_OPEN & _SINGLE,
        name="work_item_running",
    ),
    Index(
        fields=["closed_at", "id"],
        include=["state", "is_internal"],
        condition=_CLOSED & _SINGLE,
        name="work_item_closed",
    ),
    Index(fields=["due_at", "id"], name="work_item_due"),
    Index(fields=["issued_at", "id"], name="work_item_issued"),
    Index(fields=["last_update_at"], condition=_OPEN, name="work_item_open_update"),
    # The lists of one unit, issuer or person.
    Index(fields=["issuer_unit", "closed_at", "due_at", "id"], name="work_item_issuer"),
    Index(fields=["lead_unit", "closed_at", "id"], condition=_CLOSED, name="work_item_lead_closed"),
    Index(
        fields=["assigned_unit", "closed_at", "id"],
        include=["lead_unit"],
        condition=Q(assigned_unit__isnull=False),
        name="work_item_holder",
    ),
    Index(
        fields=["assignee", "closed_at", "id"],
        condition=_CLOSED & Q(assignee__isnull=False),
        name="work_item_assignee_closed",
    ),
    # What a person finds in their list.
    Index(
        fields=["assignee", "due_at", "id"],
        condition=Q(closed_at__isnull=True, assignee__isnull=False),
        name="work_item_open_assignee",
    ),
    Index(
        fields=["assigned_unit", "due_at", "id"],
        condition=Q(closed_at__isnull=True, assigned_unit__isnull=False, assignee__isnull=True),
        name="work_item_open_holder",
    ),
    Index(
        fields=["lead_unit", "due_at", "id"],
        condition=_OPEN,
        name="work_item_open_lead",
    ),
    Index(
        fields=["issuer_unit", "due_at", "id"],
        condition=Q(closed_at__isnull=True, is_collective=False)
        & (Q(state__in=["delivered", "unclear"]) | Q(is_extension_asked=True)),
        name="work_item_asks_issuer",
    ),
    Index(
        fields=["issuer_unit", "due_at", "id"],
        condition=Q(closed_at__isnull=True, state__in=["issued", "received", "returned"])
        & (Q(parent__isnull=True) | Q(is_internal=True))
        & (Q(is_collective=True) | Q(is_extension_asked=False)),
        include=["lead_unit", "is_collective"],
        name="work_item_with_others",
    ),
    # Each open item of one unit is in one of these two.
    Index(
        fields=["lead_unit", "due_at", "id"],
        condition=Q(closed_at__isnull=True, is_collective=False)
        & Q(assignee__isnull=True, assigned_unit__isnull=True),
        include=["state", "is_extension_asked", "issuer_unit"],
        name="work_item_in_unit",
    ),
    Index(
        fields=["lead_unit", "due_at", "id"],
        condition=Q(closed_at__isnull=True, is_collective=False)
        & (Q(assignee__isnull=False) | Q(assigned_unit__isnull=False)),
        include=["assignee", "assigned_unit"],
        name="work_item_passed_on",
    ),
]
