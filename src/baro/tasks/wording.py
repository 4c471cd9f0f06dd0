"""How facts of a task read on screen."""

from collections.abc import Mapping

_EVERY = {
    "day": "hằng ngày",
    "week": "hằng tuần",
    "two-weeks": "hai tuần một lần",
    "month": "hằng tháng",
    "quarter": "hằng quý",
    "half-year": "sáu tháng một lần",
    "year": "hằng năm",
}


def recurrence_in_words(recurrence: Mapping[str, str] | None) -> str:
    """`hằng tháng, ngày 25`; empty for what is done once."""
    if not recurrence:
        return ""
    every = _EVERY.get(recurrence.get("every", ""), "")
    return ", ".join(part for part in (every, recurrence.get("by") or "") if part)
