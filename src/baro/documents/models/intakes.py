"""Papers on the clerk's desk: taken in and read, not yet in any register."""

from typing import Self

from django.db import models

from baro.kernel.files.api import StoredFile
from baro.org import api as org


class IntakeQuerySet(models.QuerySet["Intake"]):
    def visible_to(self, user: org.User) -> Self:
        return self.filter(received_by=user)


class Intake(models.Model):
    """One file or pasted text that waits for its taker to check the head and register it.

    Text with a secrecy mark never gets this far. The row goes when the document is registered.
    """

    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    file_name = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    received_at = models.DateTimeField()
    received_by = models.ForeignKey("org.User", models.PROTECT, related_name="+")

    objects = IntakeQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at"]

    def __str__(self) -> str:
        return self.file_name or "Văn bản dán vào"
