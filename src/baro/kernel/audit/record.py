"""Writing traces: inside the transaction of the fact, with its jobs."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import models

from baro.kernel.audit.models import AuditEvent
from baro.kernel.audit.signing import signature
from baro.kernel.prepared import insert
from baro.kernel.relay import publish


def record(
    name: str,
    target: models.Model,
    *,
    by: models.Model | None,
    at: datetime,
    facts: Mapping[str, Any] | None = None,
    cause: Mapping[str, Any] | None = None,
) -> AuditEvent:
    """Leave one trace and hand it to every subscriber, after the transaction commits.

    `by` is empty when the system acted by itself; `cause` then says what made it.
    """
    return record_many(name, [(target, facts or {})], by=by, at=at, cause=cause)[0]


def record_many(
    name: str,
    targets: Iterable[tuple[models.Model, Mapping[str, Any]]],
    *,
    by: models.Model | None,
    at: datetime,
    cause: Mapping[str, Any] | None = None,
) -> list[AuditEvent]:
    """Leave one trace for each target, in one insert."""
    events = insert(
        AuditEvent(
            name=name,
            target_type=target._meta.label_lower,
            target_id=target.pk,
            target_label=str(target)[:300],
            actor_id=by.pk if by else None,
            actor_label=signature(name, by, target, at),
            at=at,
            facts=dict(facts),
            cause=dict(cause or {}),
        )
        for target, facts in targets
    )
    publish(name, [event.pk for event in events])
    return events
