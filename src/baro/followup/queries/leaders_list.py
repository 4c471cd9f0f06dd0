"""The leaders' list: worked out from what was reminded, never kept as a state that could drift.

An item stands on it while it is overdue, was reminded on more days than the rule says (for the
deadline that holds now, the last time after it had passed) and brought no news since.
"""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Count, F, Max, OuterRef, Q, Subquery
from django.db.models.functions import TruncDate
from django.utils import timezone

from baro.followup.models import LeaderRemark, Reminder
from baro.followup.queries.remindable import open_to_reminding
from baro.kernel.rules import api as rules
from baro.work import api as work

LIMIT_RULE = "followup.reminders_before_leaders"
_CITY = ZoneInfo("Asia/Ho_Chi_Minh")


class Part(models.TextChoices):
    """Where on the list an item stands, by what the leader said last."""

    PENDING = "cho", "Chờ trình"
    RAISED = "da-neu", "Đã nêu tại giao ban"
    PUT_OFF = "tam-rut", "Tạm rút"


def reminders_before_leaders(*, at: datetime) -> int:
    return int(rules.value_of(LIMIT_RULE, as_at=timezone.localtime(at).date()))


def listed_items(items: work.WorkItemQuerySet, *, at: datetime) -> work.WorkItemQuerySet:
    """Those of the items that stand on a leaders' list, with what was reminded and said.

    Annotates `times`, `last_reminded_at`, `off_until` and `raised_on`.
    """
    mine = open_to_reminding().filter(due_at__lt=at, pk__in=items.values("pk"))
    told = Reminder.objects.filter(item=OuterRef("pk"), due_on=OuterRef("due_day"))
    said = LeaderRemark.objects.filter(item=OuterRef("pk"), due_on=OuterRef("due_day"))
    return (
        mine.annotate(due_day=TruncDate("due_at", tzinfo=_CITY))
        .annotate(
            times=_of(told, Count("fired_on", distinct=True)),
            last_reminded_at=_of(told, Max("fired_at")),
            off_until=_of(said, Max("off_until")),
            raised_on=_of(said, Max("raised_on")),
        )
        .filter(times__gt=reminders_before_leaders(at=at))
        .filter(last_reminded_at__gt=F("due_at"), last_update_at__lt=F("last_reminded_at"))
    )


def part_of_list(listed: work.WorkItemQuerySet, part: Part, *, on: date) -> work.WorkItemQuerySet:
    """What was raised comes back once it was reminded again after that briefing, in vain."""
    off = Q(off_until__gt=on)
    raised = Q(raised_on__gte=TruncDate("last_reminded_at", tzinfo=_CITY))
    if part == Part.PUT_OFF:
        return listed.filter(off)
    without = listed.filter(Q(off_until__isnull=True) | Q(off_until__lte=on))
    if part == Part.RAISED:
        return without.filter(raised)
    return without.filter(Q(raised_on__isnull=True) | ~raised)


def newly_listed(
    items: Iterable[work.WorkItem], *, limit: int, at: datetime
) -> list[work.WorkItem]:
    """Of the items that were just reminded and recorded, those that came onto a list by it."""
    late = {item.pk: item for item in items if item.due_at and item.due_at < at}
    today = timezone.localtime(at).date()
    earlier, this_day = Q(fired_on__lt=today), Q(fired_on=today, fired_at__lt=at)
    rows = (
        Reminder.objects.filter(item__in=late)
        .order_by()
        .values_list("item_id", "due_on")
        .annotate(
            days=Count("fired_on", distinct=True, filter=earlier),
            last=Max("fired_at", filter=earlier),
            today=Count("pk", filter=this_day),
        )
    )
    return [
        late[key]
        for key, due_on, days, last, told_today in rows
        if due_on == _day(late[key].due_at) and not told_today and days >= limit
        if not _was_listed(late[key], days=days, last=last, limit=limit)
    ]


def _was_listed(item: work.WorkItem, *, days: int, last: datetime | None, limit: int) -> bool:
    if last is None or item.due_at is None:
        return False
    return days > limit and item.due_at < last and item.last_update_at < last


def _of(rows: "models.QuerySet[models.Model]", figure: models.Aggregate) -> Subquery:
    return Subquery(rows.order_by().values("item").annotate(figure=figure).values("figure"))


def _day(moment: datetime | None) -> date | None:
    return timezone.localtime(moment).date() if moment else None
