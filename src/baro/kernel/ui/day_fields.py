"""The field for a day: typed day before month, and an impossible day told by its own fault."""

import re
from calendar import monthrange
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

DAY_FORMATS = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"]
_HOW_TO_WRITE = "Ông/bà ghi ngày theo dạng ngày/tháng/năm, ví dụ 25/03/2026."
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
_MONTHS = range(1, 13)


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
    """Why a day could not be read, such as "Tháng 02/2027 không có ngày 30."."""
    words = written.strip()
    found = _DAY_FIRST.fullmatch(words) or _YEAR_FIRST.fullmatch(words)
    if not found:
        return _HOW_TO_WRITE
    day, month, year = (int(found[part]) for part in ("day", "month", "year"))
    if not year:
        return _HOW_TO_WRITE
    if month not in _MONTHS:
        return f"Năm {year} không có tháng {month}. {_HOW_TO_WRITE}"
    if not 1 <= day <= monthrange(year, month)[1]:
        return f"Tháng {month:02d}/{year:04d} không có ngày {day}."
    return _HOW_TO_WRITE
