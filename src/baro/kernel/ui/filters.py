"""How dates and numbers read on screen."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from django.utils import timezone


def day(value: date | datetime | None) -> str:
    """`22/11/2026`; a dash where there is none."""
    if value is None:
        return "–"
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    return f"{value:%d/%m/%Y}"


def moment(value: datetime | None) -> str:
    """`22/11/2026 09:05` in the city's time."""
    return f"{timezone.localtime(value):%d/%m/%Y %H:%M}" if value else "–"


def number(value: float | None) -> str:
    """`24.321` as Vietnamese writes it."""
    return "–" if value is None else f"{value:,.0f}".replace(",", ".")


def percent(value: float | None) -> str:
    """`96,5%` of a share between 0 and 1; a dash when there is no base."""
    return "–" if value is None else f"{value * 100:.1f}%".replace(".", ",")


FILTERS: Mapping[str, Callable[..., str]] = {
    "day": day,
    "moment": moment,
    "number": number,
    "percent": percent,
}
