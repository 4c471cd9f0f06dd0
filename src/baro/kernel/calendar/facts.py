"""From the rows of this installation to its working calendar."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from baro.kernel.calendar.hours import Dated, working_hours
from baro.kernel.calendar.models import CalendarOverride
from baro.kernel.calendar.working import DayKind, WorkingCalendar
from baro.kernel.editions import Edition, held
from baro.kernel.rules.models import RuleWindow

HOURS_RULE = "calendar.working_hours"
CULTURE_DAY_RULE = "calendar.culture_day_is_off"

Steps = Sequence[tuple[date, Any]]


@held(Edition.Group.RULES)
def stored_calendar() -> WorkingCalendar:
    """The calendar as rules and overrides say it; the shipped ones are among them."""
    windows = RuleWindow.objects.filter(rule__key__in=[HOURS_RULE, CULTURE_DAY_RULE])
    steps: dict[str, list[tuple[date, Any]]] = {HOURS_RULE: [], CULTURE_DAY_RULE: []}
    for key, start, value in windows.order_by("valid_from").values_list(
        "rule__key", "valid_from", "value"
    ):
        steps[key].append((start, value))
    return WorkingCalendar(
        overrides={
            day: DayKind(kind)
            for day, kind in CalendarOverride.objects.order_by("day").values_list("day", "kind")
        },
        hours=_dated(steps[HOURS_RULE], working_hours),
        culture_day_is_off=_dated(steps[CULTURE_DAY_RULE], bool),
    )


def _dated(steps: Steps, read: Callable[[Any], Any]) -> Dated[Any] | None:
    return Dated(*((start, read(value)) for start, value in steps)) if steps else None
