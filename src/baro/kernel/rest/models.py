"""Answers kept for callers who are not sure that theirs arrived."""

from django.db import models


class IdempotentReply(models.Model):
    """The answer to one request of one caller, by the key that the caller chose for it."""

    caller = models.CharField(max_length=64)
    key = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    content_type = models.CharField(max_length=100, blank=True)
    body = models.BinaryField(default=bytes)
    answered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["caller", "key"], name="kernel_idempotentreply_key")
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.status}"
