"""The field for a day: typed day before month, and an impossible day told by its own fault."""

import re
from calendar import monthrange
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

DAY_FORMATS = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"]
_HOW_TO_WRITE = "Ông/bà ghi ngày theo dạng ngày/tháng/năm, ví dụ 25/03/2026."
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})", re.ASCII)
_NO_YEAR = re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})", re.ASCII)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
_MONTHS = range(1, 13)
_LEAP = 2024  # of any year, the days that a month ever has


class DayField(forms.DateField):
    """A calendar day, typed the Vietnamese way or picked."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            **{
                "input_formats": DAY_FORMATS,
                "widget": forms.DateInput(format=DAY_FORMATS[0]),
                **options,
            }
        )

    def to_python(self, value: Any) -> date | None:
        try:
            return super().to_python(value)
        except ValidationError:
            raise ValidationError(why_no_day(str(value)), code="invalid") from None


def why_no_day(written: str) -> str:
    """Why a day could not be read: "Tháng 02/2027 không có ngày 30.", and which day is nearest."""
    words = written.strip()
    if found := _NO_YEAR.fullmatch(words):
        return _why_not_without_year(int(found["day"]), int(found["month"]))
    found = _DAY_FIRST.fullmatch(words) or _YEAR_FIRST.fullmatch(words)
    if not found:
        return _HOW_TO_WRITE
    day, month, year = (int(found[part]) for part in ("day", "month", "year"))
    if not year:
        return _HOW_TO_WRITE
    if month not in _MONTHS:
        return f"Năm {year} không có tháng {month}. {_HOW_TO_WRITE}"
    if not 1 <= day <= monthrange(year, month)[1]:
        return f"Tháng {month:02d}/{year:04d} không có ngày {day}. {_nearest(day, month, year)}."
    return _HOW_TO_WRITE


def _why_not_without_year(day: int, month: int) -> str:
    """The year that is meant is the one in which the month comes next."""
    if month not in _MONTHS or 1 <= day <= monthrange(_LEAP, month)[1]:
        return _HOW_TO_WRITE
    today = timezone.localdate()
    year = today.year if month >= today.month else today.year + 1
    return f"Tháng {month} không có ngày {day}. {_nearest(day, month, year)}; hãy ghi cả năm."


def _nearest(day: int, month: int, year: int) -> str:
    near = min(max(day, 1), monthrange(year, month)[1])
    return f"Ngày gần nhất có trong lịch là {near:02d}/{month:02d}/{year:04d}"
