"""Who is told of which events, and what became of each telling."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from baro.kernel.audit.models import AuditEvent


class Webhook(models.Model):
    """Another system that is told of some events.

    The secret signs what is sent and therefore has to be kept as it is; it is shown only once.
    """

    name = models.CharField(max_length=120)
    url = models.URLField(max_length=500)
    events = ArrayField(models.CharField(max_length=80))
    secret = models.CharField(max_length=80)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class WebhookDelivery(models.Model):
    """One event for one receiver; laid here by a trigger in the transaction of the event."""

    class State(models.TextChoices):
        WAITING = "waiting", "Chờ gửi"
        SENT = "sent", "Đã nhận"
        GAVE_UP = "gave_up", "Thôi gửi"

    webhook = models.ForeignKey(Webhook, models.CASCADE, related_name="deliveries")
    event = models.ForeignKey(AuditEvent, models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    status_code = models.PositiveSmallIntegerField(null=True)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["event"]
        constraints = [
            models.UniqueConstraint(fields=["webhook", "event"], name="kernel_webhook_event_once"),
        ]
        indexes = [
            models.Index(
                fields=["webhook", "event"],
                condition=models.Q(state="waiting"),
                name="kernel_webhook_waiting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.webhook}: {self.event.name}"
