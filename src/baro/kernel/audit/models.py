"""The row that is log, history, evidence and outbox at once (ADR 3)."""

from typing import Self

import pgtrigger
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

# In the database, so that whoever wants an event has it exactly when the event is there, and an
# installation without receivers pays one look at an empty table.
_QUEUE_FOR_WEBHOOKS = """
    INSERT INTO kernel_webhookdelivery (webhook_id, event_id, state, attempts, next_at, error)
    SELECT webhook.id, event.id, 'waiting', 0, event.at, ''
    FROM new_events event JOIN kernel_webhook webhook
      ON webhook.is_active AND event.name = ANY (webhook.events);
    RETURN NULL;
"""


class AuditEventQuerySet(models.QuerySet["AuditEvent"]):
    def about(self, target: models.Model) -> Self:
        return self.filter(target_type=target._meta.label_lower, target_id=target.pk)


class AuditEvent(models.Model):
    """One thing that happened to one object: who did it, when, with which facts, and why.

    No foreign keys: what happened stays, whatever becomes of the rows it speaks of.
    """

    name = models.CharField(max_length=80)
    target_type = models.CharField(max_length=80)
    target_id = models.BigIntegerField()
    target_label = models.CharField(max_length=300)
    actor_id = models.BigIntegerField(null=True)
    actor_label = models.CharField(max_length=200)
    at = models.DateTimeField()
    facts = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    cause = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    objects = AuditEventQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["target_type", "target_id", "at"])]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="webhooks",
                operation=pgtrigger.Insert,
                when=pgtrigger.After,
                level=pgtrigger.Statement,
                referencing=pgtrigger.Referencing(new="new_events"),  # type: ignore[no-untyped-call]
                func=_QUEUE_FOR_WEBHOOKS,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.target_label} {self.at:%d/%m/%Y %H:%M}"


class AuditSeal(models.Model):
    """The fingerprint of all traces up to the end of one day, chained to the day before."""

    day = models.DateField(unique=True)
    last_event_id = models.BigIntegerField()
    event_count = models.IntegerField()
    sha256 = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()

    class Meta:
        ordering = ["day"]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"Niêm phong dấu vết ngày {self.day:%d/%m/%Y}"
