"""Reading traces: the history of a thing in plain Vietnamese."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models

from baro.kernel.audit.models import AuditEvent
from baro.kernel.audit.wording import describe
from baro.kernel.prepared import prepared


@dataclass(frozen=True)
class HistoryLine:
    """One thing that happened, told."""

    at: datetime
    actor: str
    text: str
    event: str
    facts: Mapping[str, Any]


def events_about(target: models.Model) -> list[AuditEvent]:
    """All that happened to one thing, first things first."""
    return _events(target_type=target._meta.label_lower, target_id=target.pk)


@prepared(target_type=str, target_id=int)
def _events(*, target_type: str, target_id: int) -> "models.QuerySet[AuditEvent]":
    found = AuditEvent.objects.filter(target_type=target_type, target_id=target_id)
    return found.order_by("at", "pk")


def history(target: models.Model) -> tuple[HistoryLine, ...]:
    """All that happened to one thing, first things first."""
    return tuple(_line(event) for event in events_about(target))


def histories(targets: Iterable[models.Model]) -> dict[models.Model, tuple[HistoryLine, ...]]:
    """The same for many things of one model, in one query."""
    known = {target.pk: target for target in targets}
    if not known:
        return {}
    model = next(iter(known.values()))._meta.label_lower
    lines: dict[int, list[HistoryLine]] = defaultdict(list)
    for event in AuditEvent.objects.filter(target_type=model, target_id__in=known):
        lines[event.target_id].append(_line(event))
    return {target: tuple(lines[pk]) for pk, target in known.items()}


def _line(event: AuditEvent) -> HistoryLine:
    return HistoryLine(event.at, event.actor_label, describe(event), event.name, event.facts)
