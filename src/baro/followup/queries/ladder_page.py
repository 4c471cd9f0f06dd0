"""The ladder as its page shows it: what holds, what will, and what that would send."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Count, F, Min, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from baro.followup.ladder import Facts, Ladder, furthest_ahead
from baro.followup.models import Reminder, ReminderComparison, ReminderProgress, Rung
from baro.followup.queries.remindable import open_to_reminding
from baro.kernel.calendar import api as calendars
from baro.kernel.health.api import Check

COMPARED_AT = time(17, 40)
_DAYS_AHEAD = 5
_LATE = timedelta(minutes=30)
_COMPARED_WITHIN = timedelta(hours=30)
_Found = dict[tuple[str, int, str], dict[date, int]]


@dataclass(frozen=True)
class RungAhead:
    """One rung over the days to come: how many items it would remind on each."""

    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class LookAhead:
    """What the days to come would send, rung by rung."""

    days: tuple[date, ...]
    rungs: tuple[RungAhead, ...]
    totals: tuple[int, ...]


@dataclass(frozen=True)
class LadderState:
    """How reminding goes: how far it has come, what today brought, what the sweeper said."""

    progress: ReminderProgress | None
    comparison: ReminderComparison | None
    today: int
    caught_up_today: int
    unheard: int


def is_reminding_time(at: datetime) -> bool:
    """Whether this minute is worked: reminders come when somebody is there to act on them."""
    minute = timedelta(minutes=1)
    return calendars.working_calendar().working_minutes_between(at, at + minute) > 0


def standing_rungs(*, on: date) -> list[Rung]:
    return list(Rung.objects.standing(on=on))


def coming_rungs(*, on: date) -> QuerySet[Rung]:
    """Changes that are set and have not begun."""
    return Rung.objects.coming(on=on).order_by("valid_from", "offset")


def past_rungs(*, on: date) -> QuerySet[Rung]:
    """Windows that are over: what was sent under them stays as it was."""
    return Rung.objects.filter(valid_to__lte=on).order_by("-valid_to", "offset")


def days_ahead(rungs: Sequence[Rung], *, at: datetime) -> LookAhead:
    """What these rungs would send in the five working days after today, as the ledger is now."""
    calendar = calendars.working_calendar()
    today = timezone.localtime(at).date()
    until = calendar.end_of(calendar.add_working_days(today, _DAYS_AHEAD))
    after = calendar.end_of(today)
    ladder = Ladder(rungs, calendar)
    found: _Found = defaultdict(lambda: defaultdict(int))
    for facts, count in _groups(until + furthest_ahead(rungs), at):
        for due in ladder.due(facts, after=after, at=until):
            found[due.rung.measure, due.rung.offset, due.rung.label][due.planned_on] += count
    return _by_rung(found)


def ladder_state(*, at: datetime) -> LadderState:
    on = timezone.localtime(at).date()
    rows = Reminder.objects.filter(fired_on=on)
    return LadderState(
        progress=ReminderProgress.objects.first(),
        comparison=ReminderComparison.objects.first(),
        today=rows.filter(is_caught_up=False).count(),
        caught_up_today=rows.filter(is_caught_up=True).count(),
        unheard=rows.filter(people=[]).count(),
    )


def reminders_look(at: datetime) -> Check:
    """For the health page: whether reminding keeps up, and what the last comparison found."""
    progress, last = ReminderProgress.objects.first(), ReminderComparison.objects.first()
    if progress is None:
        return Check("Nhắc việc", is_well=None, text="Chưa nhắc lần nào.")
    behind = is_reminding_time(at) and at - progress.through_at > _LATE
    reminded = f"Đã nhắc đến {_moment(progress.through_at)}."
    if last is None:
        first = _first_comparison(progress)
        late = at - first > _LATE
        words = "lần đầu lẽ ra" if late else "lần đầu"
        text = f"{reminded} Chưa đối chiếu lần nào, {words} lúc {_moment(first)}."
        return Check("Nhắc việc", is_well=False if behind or late else None, text=text)
    wrong = f"{last.missing_total} bậc thiếu, {last.extra_total} bậc thừa"
    return Check(
        "Nhắc việc",
        is_well=last.is_well and not behind and at - last.compared_at < _COMPARED_WITHIN,
        text=f"{reminded} Đối chiếu lúc {_moment(last.compared_at)}: {wrong}.",
    )


def _first_comparison(progress: ReminderProgress) -> datetime:
    """The first end of a day that this installation has seen, however old its reminders are."""
    ladder = MigrationRecorder.Migration.objects.filter(app="followup")
    installed_at = ladder.aggregate(first=Min("applied"))["first"]
    begun = timezone.localtime(max(filter(None, (progress.started_at, installed_at))))
    first = datetime.combine(begun.date(), COMPARED_AT, begun.tzinfo)
    return first if first > begun else first + timedelta(days=1)


def _moment(at: datetime) -> str:
    return f"{timezone.localtime(at):%H:%M ngày %d/%m/%Y}"


def _groups(horizon: datetime, at: datetime) -> Iterable[tuple[Facts, int]]:
    rows = (
        open_to_reminding()
        .filter(due_at__lt=horizon)
        .order_by()
        .annotate(urgency=Coalesce(F("source_document__urgency"), Value("")))
        .values_list("kind", "urgency", "due_at")
        .annotate(count=Count("pk"))
    )
    for kind, urgency, due_at, count in rows:
        yield Facts(kind, urgency, due_at, since=at), count


def _by_rung(found: _Found) -> LookAhead:
    days = tuple(sorted({day for rows in found.values() for day in rows}))
    rungs = tuple(
        RungAhead(label, tuple(rows.get(day, 0) for day in days))
        for (_, _, label), rows in sorted(found.items())
    )
    totals = tuple(sum(column) for column in zip(*(rung.counts for rung in rungs), strict=True))
    return LookAhead(days, rungs, totals)
