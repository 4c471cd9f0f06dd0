"""Wording is applied when a trace is read, so that old traces are told in today's words."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from string import Formatter
from typing import Any
from zoneinfo import ZoneInfo

from baro.kernel.audit.models import AuditEvent

_CITY = ZoneInfo("Asia/Ho_Chi_Minh")
_UNKNOWN = "…"
_ISO = re.compile(r"\d{4}-\d\d-\d\d(T|$)")
_LAST_SECOND = time(23, 59, 59)
_wording: dict[str, str] = {}


def register_wording(wording: Mapping[str, str]) -> None:
    """Each module hands in its `events.WORDING` when the application starts."""
    _wording.update(wording)


def registered_events() -> frozenset[str]:
    return frozenset(_wording)


def wording_of_all() -> Mapping[str, str]:
    """Every event by name, with its sentence as it is told today."""
    return dict(_wording)


def describe(event: AuditEvent) -> str:
    """The event as a Vietnamese sentence. Unknown facts read as an ellipsis, never an error."""
    template = _wording.get(event.name, "{actor} đã ghi nhận một thay đổi ở {target}.")
    facts = {**event.facts, "actor": event.actor_label, "target": event.target_label}
    return _Teller().vformat(template, (), facts)


class _Teller(Formatter):
    """Fills in facts as people write them; what cannot be told stays an ellipsis."""

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        try:
            return super().get_field(field_name, args, kwargs)
        except (AttributeError, IndexError, KeyError, TypeError):
            return _UNKNOWN, field_name

    def format_field(self, value: Any, format_spec: str) -> str:
        return _told(value)


def _told(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_told(part) for part in value) or _UNKNOWN
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, str):
        return _told_moment(value) or value or _UNKNOWN
    return _UNKNOWN if value is None else str(value)


def _told_moment(value: str) -> str:
    """A day or moment in ISO form as it is written here; empty for any other text.

    A deadline at the last second of a day is that day.
    """
    if not _ISO.match(value):
        return ""
    try:
        if len(value) == len("2026-03-25"):
            return f"{date.fromisoformat(value):%d/%m/%Y}"
        moment = datetime.fromisoformat(value)
    except ValueError:
        return ""
    local = moment.astimezone(_CITY) if moment.tzinfo else moment
    return f"{local:%d/%m/%Y}" if local.time() >= _LAST_SECOND else f"{local:%H:%M ngày %d/%m/%Y}"
