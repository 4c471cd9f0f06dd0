"""Who asks a list and when, and single values of its address made into facts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from baro.kernel.calendar import api as calendars
from baro.kernel.errors import DomainError
from baro.kernel.ui.day_fields import why_no_day
from baro.org import api as org
from baro.work.queries.days import span_of
from baro.work.queries.known import Known

# In place of a person, of a unit, and of what is not there.
ME, MINE = "toi", "cua-toi"
NOBODY = NO_PAPER = NO_COMMUNE = "khong"


class FilterNotUnderstood(DomainError):
    pass


@dataclass(frozen=True)
class Asking:
    """When it is asked and by whom: "toi" and "tuan-nay" mean something else each time."""

    at: datetime
    by: org.User | None
    # What follows from all conditions together.
    known: Known = field(default_factory=Known)
    # With what deadlines are compared, where that is not `at` itself but a mark in its place.
    mark: datetime | None = None

    @property
    def moment(self) -> datetime:
        return self.mark or self.at

    @property
    def on(self) -> date:
        return timezone.localtime(self.at).date()

    def person(self, value: str, field: str) -> int | None:
        """The key of a person, or of the asker's own; nobody where the asker is no person."""
        return self._user(field).person_id if value == ME else number(value, field)

    def code(self, value: str, field: str) -> str:
        """The code of a unit, or of the body that the asker works for."""
        if value != MINE:
            return value
        body = org.powers_of(self._user(field), on=self.on).main_scope
        return body.code if body else ""

    def units(self, values: Sequence[str], field: str) -> list[int]:
        """The keys of the units: known numbers are found by an index, joined units are not."""
        return list(org.keys_of_codes(self.code(value, field) for value in values))

    def units_under(self, values: Sequence[str], field: str) -> list[int]:
        """The keys of the units and of all below them."""
        return list(org.keys_below(self.code(value, field) for value in values))

    def span(self, value: str, field: str) -> tuple[date, date]:
        try:
            found = span_of(value, on=self.on)
        except OverflowError:
            found = None
        if found is None:
            raise FilterNotUnderstood(
                f"“{value}” không phải là một ngày có thật. {why_no_day(value)}", field=field
            )
        return found

    def _user(self, field: str) -> org.User:
        if self.by is None:
            raise FilterNotUnderstood(
                "Danh sách này phải mở bằng tài khoản của một người.", field=field
            )
        return self.by


def _keys(units: QuerySet[org.Unit]) -> list[int]:
    return list(units.order_by().values_list("pk", flat=True))


def start_of(day: date, field: str, *, days: int = 0) -> datetime:
    """The first moment of a day, moved by some days."""
    try:
        return datetime.combine(day + timedelta(days=days), datetime.min.time(), calendars.CITY)
    except OverflowError:
        raise FilterNotUnderstood("Ngày này nằm ngoài lịch.", field=field) from None


def number(value: str, field: str) -> int:
    if not value.isascii() or not value.isdigit() or len(value) > 18:
        raise FilterNotUnderstood(f"“{value}” không phải là một mã số.", field=field)
    return int(value)
