"""What the ladder did and will do with one item, for the item's own page."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from baro.followup.ladder import Ladder
from baro.followup.models import LeaderRemark, Reminder, Rung
from baro.followup.queries.leaders_list import listed_items
from baro.followup.queries.remindable import facts_of
from baro.followup.remark_words import in_words
from baro.kernel.calendar import api as calendars
from baro.org import api as org
from baro.work import api as work

_NAMED = 3
_LOOK_AHEAD = timedelta(days=60)


@dataclass(frozen=True)
class SentReminder:
    """One rung that came, and who heard of it."""

    label: str
    sent_on: date
    is_caught_up: bool
    is_for_older_deadline: bool
    people: str


@dataclass(frozen=True)
class TaskReminders:
    """Reminders of one item, the latest first; the next one to come, if any; the leader's word."""

    sent: tuple[SentReminder, ...]
    next_label: str
    next_on: date | None
    is_listed: bool
    remarks: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        return not self.sent and self.next_on is None and not self.remarks


def reminders_of(item: work.WorkItem, *, at: datetime) -> TaskReminders:
    rows = list(
        Reminder.objects.filter(item=item).select_related("rung").order_by("-fired_at", "-pk")
    )
    names = dict(
        org.Person.objects.filter(pk__in={key for row in rows for key in row.people}).values_list(
            "pk", "full_name"
        )
    )
    due_on = timezone.localtime(item.due_at).date() if item.due_at else None
    label, day = _next(item, at)
    return TaskReminders(
        sent=tuple(
            SentReminder(
                label=row.told_as,
                sent_on=row.fired_on,
                is_caught_up=row.is_caught_up,
                is_for_older_deadline=row.due_on != due_on,
                people=_in_words([names[key] for key in row.people if key in names]),
            )
            for row in rows
        ),
        next_label=label,
        next_on=day,
        is_listed=listed_items(work.WorkItem.objects.filter(pk=item.pk), at=at).exists(),
        remarks=tuple(in_words(remark) for remark in LeaderRemark.objects.filter(item=item)),
    )


def _next(item: work.WorkItem, at: datetime) -> tuple[str, date | None]:
    """The first rung to come, if the item stays as it is."""
    ladder = Ladder(list(Rung.objects.exclude(valid_to__lte=at.date())), _calendar())
    for _, facts in facts_of([item.pk]):
        after = max(at, facts.since)
        for due in ladder.due(facts, after=after, at=max(at, facts.due_at) + _LOOK_AHEAD)[:1]:
            return due.rung.told_as(due.occurrence), due.planned_on
    return "", None


def _calendar() -> calendars.WorkingCalendar:
    return calendars.working_calendar()


def _in_words(names: list[str]) -> str:
    told = ", ".join(names[:_NAMED])
    rest = len(names) - _NAMED
    return f"{told} và {rest} người khác" if rest > 0 else told or "Chưa có người nhận"
