"""Wording is applied when a trace is read, so that old traces are told in today's words."""

import re
from collections.abc import Mapping

from baro.kernel.audit.models import AuditEvent

_wording: dict[str, str] = {}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def register_wording(wording: Mapping[str, str]) -> None:
    """Each module hands in its `events.WORDING` when the application starts."""
    _wording.update(wording)


def registered_events() -> frozenset[str]:
    return frozenset(_wording)


def describe(event: AuditEvent) -> str:
    """The event as a Vietnamese sentence. Unknown facts read as an ellipsis, never an error."""
    template = _wording.get(event.name, "{actor} đã ghi nhận một thay đổi ở {target}.")
    told = {name: _as_read(fact) for name, fact in event.facts.items()}
    facts = _Facts(told, actor=event.actor_label, target=event.target_label)
    return template.format_map(facts)


def _as_read(fact: object) -> object:
    """Days are kept as `2026-07-01` and read as `01/07/2026`."""
    if isinstance(fact, str) and _DAY.fullmatch(fact):
        return "/".join(reversed(fact.split("-")))
    return fact


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"
