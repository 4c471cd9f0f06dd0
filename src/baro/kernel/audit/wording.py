"""Wording is applied when a trace is read, so that old traces are told in today's words."""

from collections.abc import Mapping

from baro.kernel.audit.models import AuditEvent

_wording: dict[str, str] = {}


def register_wording(wording: Mapping[str, str]) -> None:
    """Each module hands in its `events.WORDING` when the application starts."""
    _wording.update(wording)


def registered_events() -> frozenset[str]:
    return frozenset(_wording)


def describe(event: AuditEvent) -> str:
    """The event as a Vietnamese sentence. Unknown facts read as an ellipsis, never an error."""
    template = _wording.get(event.name, "{actor} đã ghi nhận một thay đổi ở {target}.")
    facts = _Facts(event.facts, actor=event.actor_label, target=event.target_label)
    return template.format_map(facts)


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"
