"""Which open items stand in which section of a person's list.

"Mine" is what is assigned to me, and what a unit owes for which I act and that it has not passed
on to somebody below. One acts for the units of one's role, not for everything under them: a
chairman's list is not the list of all his divisions.

What many units owe for one word of mine is one line while it waits for them: the collective item.
Its children come to the list one by one when they ask something of me.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from baro.kernel.calendar import api as calendars
from baro.org import api as org
from baro.org.api import Permission
from baro.work.models import WorkParty
from baro.work.models.items import WorkItemQuerySet
from baro.work.states import DOING, OPEN, State

# No child of a collective item; the parts of a unit's own work stay, each with its own doer.
_TOP = Q(parent__isnull=True) | Q(is_internal=True)
_OWED_PARTS = WorkParty.objects.filter(part=WorkParty.Part.COOPERATING, done_at__isnull=True)


@dataclass(frozen=True)
class ActsFor:
    """The keys of the units for which somebody takes work in, and gives it out.

    `people` are those as whom they act: themselves, and whoever they stand for; `delivering` are
    the units whose work they hand in.
    """

    people: frozenset[int]
    lead: tuple[int, ...]
    issuing: tuple[int, ...]
    delivering: tuple[int, ...]


def inbox_conditions(user: org.User, acts_for: ActsFor, *, at: datetime) -> dict[str, Q]:
    """Which open items stand in which section."""
    lead, issuing = acts_for.lead, acts_for.issuing
    mine = _mine(acts_for)
    doing = mine & Q(state__in=DOING)
    today, week = _ends(at)
    later = Q(due_at__isnull=True) | Q(due_at__gt=week)
    given = Q(issuer_unit__in=issuing, is_collective=False)
    return {
        "overdue": doing & Q(due_at__lt=at),
        "today": doing & Q(due_at__gte=at, due_at__lte=today),
        "week": doing & Q(due_at__gt=today, due_at__lte=week),
        "waiting": (mine & Q(state=State.ISSUED) & later)
        | (given & Q(state__in=[State.DELIVERED, State.UNCLEAR]))
        | (given & Q(is_extension_asked=True))
        | _my_parts(lead),
        "returned": mine & Q(state=State.RETURNED) & later,
        "later": mine & Q(state=State.RECEIVED) & later,
        "others": (mine & Q(state__in=[State.DELIVERED, State.UNCLEAR]) & ~given)
        | (_passed_on(acts_for) & Q(state__in=OPEN))
        | (given & _TOP & Q(state__in=DOING, is_extension_asked=False) & ~Q(lead_unit__in=lead))
        | Q(issuer_unit__in=issuing, is_collective=True, state__in=DOING),
    }


def in_hand(user: org.User, acts_for: ActsFor) -> Q:
    """What this person or a unit for which they act has to do, parts in others' work included."""
    return _mine(acts_for) | _my_parts(acts_for.lead)


def _mine(acts_for: ActsFor) -> Q:
    units = acts_for.lead
    held = Q(assigned_unit__in=units) | Q(assigned_unit__isnull=True, lead_unit__in=units)
    own = Q(assignee__in=acts_for.people)
    return (own | (Q(assignee__isnull=True) & held)) & Q(is_collective=False)


def _passed_on(acts_for: ActsFor) -> Q:
    """Owed by my unit, now in other hands below."""
    units = acts_for.lead
    others = Q(assignee__isnull=False) & ~Q(assignee__in=acts_for.people)
    below = Q(assignee__isnull=True, assigned_unit__isnull=False) & ~Q(assigned_unit__in=units)
    return Q(lead_unit__in=units, is_collective=False) & (others | below)


def _my_parts(units: Sequence[int]) -> Q:
    """Others lead, my unit still owes its cooperating part.

    The few keys are fetched first, so that the whole condition is answered by indexes.
    """
    if not units:
        return Q(pk__in=[])
    parts = _OWED_PARTS.filter(unit__in=units, item__closed_at__isnull=True)
    return Q(pk__in=list(parts.values_list("item_id", flat=True)))


def with_parts(items: WorkItemQuerySet, acts_for: ActsFor) -> WorkItemQuerySet:
    """Annotate whether these units still owe a cooperating part, and whether one may finish it."""
    owed = _OWED_PARTS.filter(item=OuterRef("pk"))
    return items.annotate(
        owes_part=Exists(owed.filter(unit__in=acts_for.lead)),
        may_finish_part=Exists(owed.filter(unit__in=acts_for.delivering)),
    )


def acting_units(user: org.User, *, at: datetime) -> ActsFor:
    on = timezone.localtime(at).date()
    powers, people = org.powers_of(user, on=on), org.acts_as(user, on=on)
    receiving = powers.reach(Permission.RECEIVE_TASK)
    issuing = powers.reach(Permission.ACCEPT_PRODUCT)
    roots = receiving | issuing
    if not roots:
        return ActsFor(people, (), (), ())
    # A territory owes nothing itself: who acts for it acts for its bodies, not for what lies in it.
    territory = org.Unit.Branch.TERRITORY
    bodies = Q(parent__path__in=roots, parent__branch=territory) & ~Q(branch=territory)
    acting = org.Unit.objects.filter(Q(path__in=roots) | bodies)
    units = [*acting, *(post.unit for post in powers.acting_posts)]
    delivering = powers.reach(Permission.DELIVER_PRODUCT)
    return ActsFor(people, *(_under(units, reach) for reach in (receiving, issuing, delivering)))


def _under(units: list[org.Unit], reach: frozenset[str]) -> tuple[int, ...]:
    return tuple(sorted({unit.pk for unit in units if any(map(unit.path.startswith, reach))}))


def _ends(at: datetime) -> tuple[datetime, datetime]:
    """The last moments of the day and of the week (Sunday)."""
    day = timezone.localtime(at).date()
    sunday = day + timedelta(days=6 - day.weekday())
    calendar = calendars.working_calendar()
    return calendar.end_of(day), calendar.end_of(sunday)
