"""How facts of a task read on screen."""

from collections.abc import Mapping
from datetime import date

_EVERY = {
    "day": "hằng ngày",
    "week": "hằng tuần",
    "two-weeks": "hai tuần một lần",
    "month": "hằng tháng",
    "quarter": "hằng quý",
    "half-year": "sáu tháng một lần",
    "year": "hằng năm",
}


def recurrence_in_words(recurrence: Mapping[str, str | None] | None) -> str:
    """`hằng tháng, ngày 25`; empty for what is done once."""
    if not recurrence:
        return ""
    every = _EVERY.get(recurrence.get("every") or "", "")
    return ", ".join(part for part in (every, recurrence.get("by") or "") if part)


def why_no_new_deadline(due_on: date, *, today: date) -> str:
    """A new deadline is today or later; empty where it is."""
    return "" if due_on >= today else f"Hạn mới phải từ hôm nay ({today:%d/%m/%Y}) trở đi."
