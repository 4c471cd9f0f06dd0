"""How facts of a task read on screen."""

from collections.abc import Mapping

_EVERY = {
    "week": "hằng tuần",
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
