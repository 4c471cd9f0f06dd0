"""The list as a calendar: what is due on each day of a month or a week."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count
from django.db.models.functions import TruncDate
from django.utils import timezone

from baro.kernel.calendar import api as calendars
from baro.org import api as org
from baro.tasks.lists.columns import ListRow, row_of
from baro.tasks.lists.figures import UNKNOWN, Figures
from baro.tasks.lists.rows import listed
from baro.tasks.lists.wanted import Wanted
from baro.work import api as work

_IN_MONTH, _IN_WEEK = 4, 40
# What is due within the days on view is looked at one by one, but no more than this.
MOST_DUE = 20_000
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_WEEK_NAME = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)


@dataclass(frozen=True)
class CalendarDay:
    """One day with what is due on it: how many, and the first of them."""

    day: date
    is_outside: bool
    is_today: bool
    is_off: bool
    count: int
    rows: tuple[ListRow, ...]
    href: str


def calendar_of(
    query: work.ListQuery,
    user: org.User,
    at: datetime,
    wanted: Wanted | None,
    figures: Figures = UNKNOWN,
) -> Mapping[str, Any]:
    """The month or week that `ky` names, as 2026-09 or 2026-W37; this month without it."""
    today = timezone.localtime(at).date()
    first, is_week = _anchor(query.one("ky"), today)
    start, end = (first, first + 6 * _DAY) if is_week else _grid(first)
    items = listed(user, query, at=at).filter(
        due_at__gte=_midnight(start), due_at__lt=_midnight(end + _DAY)
    )
    is_cut = items.order_by()[: MOST_DUE + 1].count() > MOST_DUE
    counts, rows = ({}, {}) if is_cut else _due(items, at, most=_IN_WEEK if is_week else _IN_MONTH)
    working = calendars.working_calendar()
    days = [
        CalendarDay(
            day,
            is_outside=not is_week and day.month != first.month,
            is_today=day == today,
            is_off=not working.is_working_day(day),
            count=counts.get(day, 0),
            rows=tuple(rows.get(day, ())),
            href=query.but("xem", "ky").href(han=day.isoformat()),
        )
        for day in (start + n * _DAY for n in range((end - start).days + 1))
    ]
    return {
        "weeks": [days[n : n + 7] for n in range(0, len(days), 7)],
        "is_week": is_week,
        "is_cut": is_cut,
        "most": MOST_DUE,
        "title": _title(first, is_week),
        "total": sum(day.count for day in days if not day.is_outside),
        "steps": _steps(query, first, today, is_week),
    }


def _due(
    items: work.WorkItemQuerySet, at: datetime, *, most: int
) -> tuple[dict[date, int], dict[date, list[ListRow]]]:
    """How many items are due on each day, and the first of each."""
    due_on = TruncDate("due_at", tzinfo=calendars.CITY)
    by_day: Any = items.order_by().annotate(day=due_on).values_list("day")
    counts: dict[date, int] = dict(by_day.annotate(count=Count("pk")))
    first = work.first_of_each(items, due_on, most=most, at=at).values_list("pk", flat=True)
    rows: dict[date, list[ListRow]] = {}
    for item in work.for_rows(work.WorkItem.objects.filter(pk__in=list(first))):
        if item.due_at:
            day = timezone.localtime(item.due_at).date()
            rows.setdefault(day, []).append(row_of(item, at=at))
    return counts, rows


def is_period(value: str, *, on: date) -> bool:
    """Whether the words name a month or a week that a calendar can show."""
    if week := _WEEK_NAME.fullmatch(value):
        return _first_of_week(week) is not None
    return work.span_of(value, on=on) is not None


def _anchor(value: str, today: date) -> tuple[date, bool]:
    if week := _WEEK_NAME.fullmatch(value):
        return _first_of_week(week) or today - timedelta(days=today.weekday()), True
    span = work.span_of(value, on=today) if value else None
    return (span[0] if span else today).replace(day=1), False


def _first_of_week(week: re.Match[str]) -> date | None:
    try:
        return date.fromisocalendar(int(week[1]), int(week[2]), 1)
    except ValueError:
        return None


def _grid(first: date) -> tuple[date, date]:
    """Whole weeks over the month, Monday to Sunday."""
    last = (first + 31 * _DAY).replace(day=1) - _DAY
    return first - first.weekday() * _DAY, last + (6 - last.weekday()) * _DAY


def _title(first: date, is_week: bool) -> str:
    if is_week:
        return f"Tuần {first.isocalendar().week}: {first:%d/%m} đến {first + 6 * _DAY:%d/%m/%Y}"
    return f"Tháng {first.month}/{first.year}"


def _steps(
    query: work.ListQuery,
    first: date,
    today: date,
    is_week: bool,
) -> dict[str, str]:
    """Addresses of the time before and after, of today, and of the other measure."""
    if is_week:
        before, after = first - _WEEK, first + _WEEK
        return {
            "before": query.href(ky=_week_name(before)),
            "after": query.href(ky=_week_name(after)),
            "today": query.href(ky=_week_name(today)),
            "other": query.href(ky=f"{first:%Y-%m}"),
        }
    near = today if (today.year, today.month) == (first.year, first.month) else first
    return {
        "before": query.href(ky=f"{first - _DAY:%Y-%m}"),
        "after": query.href(ky=f"{first + 31 * _DAY:%Y-%m}"),
        "today": query.href(ky=""),
        "other": query.href(ky=_week_name(near)),
    }


def _week_name(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def _midnight(day: date) -> datetime:
    return calendars.working_calendar().start_of(day)
