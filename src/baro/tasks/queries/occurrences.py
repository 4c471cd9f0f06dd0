"""The days on which a duty falls due, and when each time of it is given."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from django.utils import timezone

from baro.kernel.calendar import api as calendars
from baro.kernel.text import fold
from baro.tasks.models import DutyOccurrence, RecurringDuty
from baro.tasks.rhythms import Recurrence, days_of, first_due_day, rule_of

# After a longer standstill older times are no longer looked for; nothing could be given for them.
_LOOKED_BACK = timedelta(days=92)
_COMING = 8


@dataclass(frozen=True)
class Coming:
    """One time: the day of the rule, the deadline, the day on which it is given."""

    nominal_on: date
    due_on: date
    opens_on: date
    row: DutyOccurrence | None = None

    @property
    def is_settled(self) -> bool:
        return self.row is not None and self.row.is_settled


def on_day_off_of(recurrence: Recurrence | None) -> str:
    """Where a deadline of this rhythm goes: what is wanted before a day never comes after it."""
    off = RecurringDuty.OnDayOff
    if recurrence and recurrence.get("every") == "day":
        return off.DROP
    is_before = recurrence and "truoc" in fold(recurrence.get("by") or "").split()
    return off.PREVIOUS if is_before else off.NEXT


def due_day(nominal: date, on_day_off: str) -> date | None:
    """The deadline of the day that the rule names; nothing where that time does not count.

    A term whose last day is a day off ends with the next working day (Civil Code 2015, Art. 148).
    """
    calendar = calendars.working_calendar()
    if calendar.is_working_day(nominal):
        return nominal
    if on_day_off == RecurringDuty.OnDayOff.DROP:
        return None
    step = 1 if on_day_off == RecurringDuty.OnDayOff.NEXT else -1
    return calendar.add_working_days(nominal, step)


def times_of(duty: RecurringDuty, *, after: date) -> Iterator[Coming]:
    """Every time whose day of the rule is later than `after`, in order, until the duty ends."""
    rows = {row.nominal_on: row for row in duty.occurrences.all()}
    calendar = calendars.working_calendar()
    for nominal in days_of(duty.rule, start=duty.starts_on, after=after):
        if duty.ends_on and nominal > duty.ends_on:
            return
        row = rows.get(nominal)
        due = row.due_on if row else due_day(nominal, duty.on_day_off)
        if due is not None:
            opens = calendar.add_working_days(due, -duty.lead_days) if duty.lead_days else due
            yield Coming(nominal, due, opens, row)


def times_to_open(duty: RecurringDuty, *, on: date) -> list[Coming]:
    """What has to be given by now: its day has come, and it was not given or passed over."""
    horizon = on + timedelta(days=2 * duty.lead_days + 14)
    found = []
    for time in times_of(duty, after=_looked_from(duty, on)):
        if time.nominal_on > horizon:
            break
        if not time.is_settled and time.opens_on <= on:
            found.append(time)
    return found


def coming_times(duty: RecurringDuty, *, at: datetime, limit: int = _COMING) -> list[Coming]:
    """The next times that are not given yet, with those that were moved or passed over."""
    on = timezone.localtime(at).date()
    if not duty.is_running:
        return []
    times = times_of(duty, after=_looked_from(duty, on))
    waiting = (time for time in times if time.row is None or time.row.item_id is None)
    return list(islice(waiting, limit))


def _looked_from(duty: RecurringDuty, on: date) -> date:
    return max(duty.starts_on - timedelta(days=1), on - _LOOKED_BACK)


def coming_days(recurrence: Recurrence, *, on: date, limit: int = 4) -> list[date]:
    """The first deadlines of a rhythm that is not given yet; none where it names no day."""
    rule, first = rule_of(recurrence), first_due_day(recurrence, after=on)
    if rule is None or first is None:
        return []
    kind = on_day_off_of(recurrence)
    days = days_of(rule, start=first, after=first - timedelta(days=1))
    return list(islice((day for nominal in days if (day := due_day(nominal, kind))), limit))
