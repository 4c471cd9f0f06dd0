"""What the rules say about letters, as at a day."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from django.utils import timezone

from baro.kernel.calendar import api as calendars
from baro.kernel.rules import api as rules
from baro.notices.models import QuietHours

_KEYS = ("quiet_hours", "digest_time", "digest_lines", "stale_after_hours", "mail_pauses")


@dataclass(frozen=True)
class MailRules:
    """The rules of one day, fetched in one query."""

    day: date
    quiet_hours: QuietHours
    digest_time: time
    most_lines: int
    stale_after: timedelta
    pauses: tuple[timedelta, ...]

    @cached_property
    def is_day_off(self) -> bool:
        return not calendars.working_calendar().is_working_day(self.day)

    @property
    def digest_at(self) -> datetime:
        """When the morning's letters of this day are written."""
        return datetime.combine(self.day, self.digest_time, calendars.CITY)

    def pause_after(self, attempts: int) -> timedelta | None:
        """How long to wait after so many attempts; nothing when it is time to give up."""
        return self.pauses[attempts - 1] if attempts <= len(self.pauses) else None


def mail_rules(*, at: datetime) -> MailRules:
    day = timezone.localtime(at).date()
    values = rules.values_of([f"notices.{key}" for key in _KEYS], as_at=day)
    quiet = values["notices.quiet_hours"]
    return MailRules(
        day=day,
        quiet_hours=QuietHours(
            starts=time.fromisoformat(quiet["from"]),
            ends=time.fromisoformat(quiet["to"]),
            is_quiet_on_days_off=bool(quiet["days_off"]),
        ),
        digest_time=time.fromisoformat(values["notices.digest_time"]),
        most_lines=int(values["notices.digest_lines"]),
        stale_after=timedelta(hours=float(values["notices.stale_after_hours"])),
        pauses=tuple(timedelta(minutes=float(each)) for each in values["notices.mail_pauses"]),
    )
