"""One row of the ledger."""

from datetime import datetime
from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import Case, Count, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from baro.documents import api as documents
from baro.kernel.constraints import known_exactly_when
from baro.org import api as org
from baro.work.cells import Cell
from baro.work.models.item_indexes import INDEXES
from baro.work.models.party_facts import TELL_PARTIES
from baro.work.models.tally_facts import TRIGGERS
from baro.work.states import State


class WorkItemQuerySet(models.QuerySet["WorkItem"]):
    def visible_to(self, user: org.User, *, is_open: bool | None = None) -> Self:
        """Items that a unit overseen by the user has a part in or holds, and the user's own.

        With `is_open` only the open or only the closed ones; the few open ones are found without
        a look at all that was ever closed.
        """
        powers = org.powers_of(user, on=timezone.localdate())
        if sees_whole_ledger(powers):
            return self.all() if is_open is None else self.filter(closed_at__isnull=is_open)
        units = units_seen(user, powers)
        parties = apps.get_model("work", "WorkParty")._default_manager.filter(unit__in=units)
        held = WorkItem.objects.filter(assigned_unit__in=units).order_by()
        own = WorkItem.objects.filter(assignee_id__in={user.person_id, *powers.people}).order_by()
        visible = self
        if is_open is not None:
            visible = self.filter(closed_at__isnull=is_open)
            parties = parties.filter(item_closed_at__isnull=is_open)
            held = held.filter(closed_at__isnull=is_open)
            own = own.filter(closed_at__isnull=is_open)
        # A union and no OR: each side is found by its own index.
        keys = parties.values("item_id").union(held.values("pk"), own.values("pk"), all=True)
        return visible.filter(pk__in=keys)

    def counted(self, *, are_open: bool = False) -> Self:
        """What the tallies count: real obligations, once each, unless taken back.

        Where all `are_open` anyway, none is taken back, and nobody need look.
        """
        real = self.filter(is_collective=False)
        if are_open:
            return real
        return real.exclude(state__in=[WorkItem.State.WITHDRAWN, WorkItem.State.REPLACED])

    def between_bodies(self) -> Self:
        """Without the parts into which a unit split its own work."""
        return self.filter(is_internal=False)

    def open(self) -> Self:
        return self.filter(closed_at__isnull=True)

    def with_cell(self, *, at: datetime) -> Self:
        """Annotate `cell`; the same rule as `cells.cell_of`, in SQL."""
        judged_at = Coalesce(F("delivered_at"), Value(at, models.DateTimeField()))
        return self.annotate(
            cell=Case(
                When(due_at__isnull=True, then=Value(Cell.UNDATED)),
                When(state="done", delivered_at__lte=F("due_at"), then=Value(Cell.DONE_ON_TIME)),
                When(state="done", then=Value(Cell.DONE_LATE)),
                When(is_paused=True, then=Value(Cell.PAUSED)),
                When(due_at__lt=judged_at, then=Value(Cell.RUNNING_OVERDUE)),
                default=Value(Cell.RUNNING_IN_TIME),
                output_field=models.CharField(),
            )
        )

    def with_children(self) -> Self:
        """Annotate how many children a collective item has that count, and how many are done."""
        return self.annotate(children_total=_children(), children_done=_children(state="done"))


def units_seen(user: org.User, powers: org.Powers) -> tuple[int, ...]:
    """The keys of the units that the user oversees, asked once as the powers are."""
    if user.remembered_units is None or user.remembered_units[0] is not powers:
        user.remembered_units = powers, org.keys_within(powers.reach(org.Permission.SEE))
    units: tuple[int, ...] = user.remembered_units[1]
    return units


def _children(**state: str) -> Case:
    children = WorkItem.objects.counted().filter(parent=OuterRef("pk"), **state).order_by()
    counts = children.values("parent").annotate(count=Count("pk")).values("count")
    return Case(
        When(is_collective=True, then=Coalesce(Subquery(counts), 0)),
        output_field=models.IntegerField(),
    )


def sees_whole_ledger(powers: org.Powers) -> bool:
    """The ledger is that of one city: who may look at all of it need not be matched row by row."""
    posts = powers.acting_posts
    places = (place for post in posts for place in (post.unit, post.scope, post.oversees))
    seen = powers.reach(org.Permission.SEE)
    return any(place.kind == org.Unit.Kind.CITY and place.path in seen for place in places if place)


class WorkItem(models.Model):
    """What one unit owes to another by a day; the row that inbox, tallies and reminders read.

    A collective item only gathers the same duty of many units: its children are counted, it is
    not. An internal item stays inside the body that issued it.
    """

    class Kind(models.TextChoices):
        TASK = "task", "Nhiệm vụ"

    State = State

    number = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=12, choices=Kind)
    title = models.CharField(max_length=500)
    state = models.CharField(max_length=12, choices=State, default=State.ISSUED)
    is_collective = models.BooleanField(default=False)
    is_internal = models.BooleanField(default=False)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    # Keys without an index of their own are found by the indexes below, or asked by no question.
    issuer_unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+", db_index=False)
    issued_by = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False)
    issued_at = models.DateTimeField()
    lead_unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+", db_index=False)
    accountable_post = models.ForeignKey("org.Post", models.PROTECT, null=True, related_name="+")
    inspector_post = models.ForeignKey(
        "org.Post", models.PROTECT, null=True, related_name="+", db_index=False
    )
    assigned_unit = models.ForeignKey(
        "org.Unit", models.PROTECT, null=True, related_name="+", db_index=False
    )
    assignee = models.ForeignKey(
        "org.Person", models.PROTECT, null=True, related_name="+", db_index=False
    )
    source_document = models.ForeignKey(
        "documents.Document", models.PROTECT, null=True, related_name="+"
    )
    source_clause = models.CharField(max_length=40, blank=True)
    start_at = models.DateTimeField()
    original_due_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    is_paused = models.BooleanField(default=False)
    is_extension_asked = models.BooleanField(default=False)
    delivered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    last_update_at = models.DateTimeField()

    # Filled in by `with_cell` and `with_children` alone; children for collective items only.
    cell: str
    children_total: int | None
    children_done: int | None

    objects = WorkItemQuerySet.as_manager()

    class Meta:
        ordering = ["due_at", "pk"]
        constraints = [
            known_exactly_when(Q(state__in=["done", "withdrawn", "replaced"]), "closed_at"),
            models.CheckConstraint(
                name="work_workitem_delivered",
                condition=~Q(state__in=["delivered", "done"])
                | Q(delivered_at__isnull=False)
                | Q(is_collective=True),
            ),
            models.CheckConstraint(
                name="work_workitem_paused_while_unclear",
                condition=Q(is_paused=True, state="unclear")
                | (Q(is_paused=False) & ~Q(state="unclear")),
            ),
            models.CheckConstraint(
                name="work_workitem_dates_together",
                condition=Q(original_due_at__isnull=True, due_at__isnull=True)
                | Q(original_due_at__isnull=False, due_at__isnull=False),
            ),
        ]
        triggers = [*TRIGGERS, TELL_PARTIES]
        indexes = INDEXES

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def clause_name(self) -> str:
        """The clause it rests on, as people call it in a sentence; `clause_title` alone."""
        return documents.clause_name(self.source_clause)

    @property
    def clause_title(self) -> str:
        return documents.clause_title(self.source_clause)

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def is_undated(self) -> bool:
        return self.due_at is None

    @property
    def is_done(self) -> bool:
        return self.state == State.DONE

    @property
    def is_delivered(self) -> bool:
        return self.state == State.DELIVERED

    @property
    def is_unclear(self) -> bool:
        return self.state == State.UNCLEAR

    @property
    def holder_unit(self) -> org.Unit:
        """The unit in whose hands the item is now: the lead unit, or a part of it."""
        return self.assigned_unit or self.lead_unit
