"""What of a list can be pressed for, by unit, and what cannot and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.db.models import Count, Max, Q
from django.utils import timezone

from baro.followup.models import PressedItem, PressingLetter
from baro.followup.policies import can_prepare_pressing
from baro.org import api as org
from baro.work import api as work

MOST_ITEMS = 900
PRESSABLE = (work.State.ISSUED, work.State.RECEIVED, work.State.RETURNED)


@dataclass(frozen=True)
class Issuer:
    """A unit that gave items of the list and for which the user may press."""

    unit: org.Unit
    count: int


@dataclass(frozen=True)
class Owing:
    """One item: days to go, below zero when late; how often and when last it was pressed for."""

    item: work.WorkItem
    days: int | None
    pressed_on: date | None
    times: int


@dataclass(frozen=True)
class UnitOwing:
    """What one unit owes."""

    unit: org.Unit
    items: tuple[Owing, ...]


@dataclass(frozen=True)
class PressingChoice:
    """`left_out` are (reason, how many) of what the list holds and nobody can press for here."""

    issuers: tuple[Issuer, ...]
    issuer: org.Unit | None
    units: tuple[UnitOwing, ...]
    left_out: tuple[tuple[str, int], ...]
    total: int

    @property
    def is_too_long(self) -> bool:
        return self.total > MOST_ITEMS


def pressing_choice(
    user: org.User, items: work.WorkItemQuerySet, *, issuer_code: str, at: datetime
) -> PressingChoice:
    issuers = _issuers(user, items, on=timezone.localdate(at))
    issuer = _chosen(issuers, issuer_code)
    if issuer is None:
        return PressingChoice(issuers, None, (), _left_out(items, None), 0)
    owed = items.filter(issuer_unit=issuer, state__in=PRESSABLE, is_collective=False)
    total = next(one.count for one in issuers if one.unit == issuer)
    units = _by_unit(owed, at) if total <= MOST_ITEMS else ()
    return PressingChoice(issuers, issuer, units, _left_out(items, issuer), total)


def pressed_before(item_ids: Iterable[int]) -> dict[int, tuple[int, datetime]]:
    """How often each item stood in a letter that went out, and when last."""
    sent = PressedItem.objects.filter(
        item__in=list(item_ids), left_out="", letter__status=PressingLetter.Status.ISSUED
    )
    rows = sent.order_by().values_list("item").annotate(Count("pk"), Max("letter__issued_at"))
    return {item: (times, last) for item, times, last in rows}


def _issuers(user: org.User, items: work.WorkItemQuerySet, *, on: date) -> tuple[Issuer, ...]:
    pressable = items.filter(state__in=PRESSABLE, is_collective=False)
    counts = dict(
        pressable.order_by().values_list("issuer_unit").annotate(count=Count("pk", distinct=True))
    )
    units = org.Unit.objects.filter(pk__in=counts).order_by("path")
    found = [
        Issuer(unit, counts[unit.pk]) for unit in units if can_prepare_pressing(user, unit, on=on)
    ]
    home = org.powers_of(user, on=on).main_scope
    return tuple(sorted(found, key=lambda one: (one.unit != home, -one.count)))


def _chosen(issuers: tuple[Issuer, ...], code: str) -> org.Unit | None:
    asked = (one.unit for one in issuers if one.unit.code == code)
    return next(asked, issuers[0].unit if issuers else None)


def _by_unit(items: work.WorkItemQuerySet, at: datetime) -> tuple[UnitOwing, ...]:
    rows = items.select_related("lead_unit", "source_document").defer(
        "source_document__text", "source_document__pages"
    )
    found = sorted(
        rows.order_by("due_at", "pk"), key=lambda item: (item.lead_unit.sort_key, item.lead_unit_id)
    )
    before = pressed_before(item.pk for item in found)
    return tuple(
        UnitOwing(group[0].lead_unit, tuple(_owing(item, before, at) for item in group))
        for _, same in groupby(found, key=lambda item: item.lead_unit_id)
        if (group := list(same))
    )


def _owing(item: work.WorkItem, before: dict[int, tuple[int, datetime]], at: datetime) -> Owing:
    times, last = before.get(item.pk, (0, None))
    due = timezone.localdate(item.due_at) if item.due_at else None
    return Owing(
        item=item,
        days=(due - timezone.localdate(at)).days if due else None,
        pressed_on=timezone.localdate(last) if last else None,
        times=times,
    )


def _left_out(items: work.WorkItemQuerySet, issuer: org.Unit | None) -> tuple[tuple[str, int], ...]:
    mine = Q(issuer_unit=issuer) if issuer else Q(pk__in=[])
    counts = items.order_by().aggregate(
        closed=Count("pk", filter=mine & Q(closed_at__isnull=False)),
        paused=Count("pk", filter=mine & Q(state=work.State.UNCLEAR)),
        delivered=Count("pk", filter=mine & Q(state=work.State.DELIVERED)),
        foreign=Count("pk", filter=~mine),
    )
    reasons = {
        "closed": "đã khép lại",
        "paused": "đang tạm dừng chờ làm rõ",
        "delivered": "đã nộp sản phẩm, chờ nghiệm thu",
        "foreign": "do cơ quan khác giao",
    }
    return tuple((words, counts[name]) for name, words in reasons.items() if counts[name])
