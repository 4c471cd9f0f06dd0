"""Papers on the clerk's desk: taken in and read, not yet in any register."""

from collections.abc import Mapping
from typing import Self

from django.db import models
from django.db.models import Q

from baro.kernel.files.api import StoredFile
from baro.org import api as org


class IntakeQuerySet(models.QuerySet["Intake"]):
    def visible_to(self, user: org.User) -> Self:
        return self.filter(received_by=user)

    def unread(self) -> Self:
        """Waiting for a reader, or under way in one."""
        return self.filter(state__in=[Intake.State.WAITING, Intake.State.READING])

    def begun_as(self, run: int) -> Self:
        """Still being read by this very run, not stopped and not begun anew elsewhere."""
        return self.filter(state=Intake.State.READING, run=run)


class Intake(models.Model):
    """One file or pasted text that waits for its taker to check the head and register it.

    What is read at once is ready from the beginning. What takes long is stored and read by a job;
    `run` counts these readings, `restarts` those since it was queued that died with their worker.
    A text with a secrecy mark leaves no row. The row goes when the document is registered.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Chờ đọc"
        READING = "reading", "Đang đọc"
        READY = "ready", "Chờ đối chiếu"
        FAILED = "failed", "Chưa đọc được"
        CANCELLED = "cancelled", "Đã dừng đọc"

    MOVES: Mapping[str, frozenset[str]] = {
        State.WAITING: frozenset({State.READING, State.CANCELLED, State.FAILED}),
        State.READING: frozenset({State.READING, State.READY, State.FAILED, State.CANCELLED}),
        State.READY: frozenset(),
        State.FAILED: frozenset({State.WAITING}),
        State.CANCELLED: frozenset({State.WAITING}),
    }

    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    file_name = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    pages = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    attachment_count = models.PositiveSmallIntegerField(default=0)
    letter = models.ForeignKey("self", models.SET_NULL, null=True, related_name="enclosed")
    state = models.CharField(max_length=10, choices=State, default=State.READY)
    pages_done = models.PositiveIntegerField(default=0)
    pages_total = models.PositiveIntegerField(default=0)
    failure = models.CharField(max_length=500, blank=True)
    run = models.PositiveIntegerField(default=0)
    restarts = models.PositiveSmallIntegerField(default=0)
    progress_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField()
    received_by = models.ForeignKey("org.User", models.PROTECT, related_name="+")

    objects = IntakeQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at"]
        constraints = [
            models.CheckConstraint(
                name="documents_intake_failed_for_a_reason",
                condition=Q(state="failed") ^ Q(failure=""),
            ),
            models.CheckConstraint(
                name="documents_intake_unread_has_no_text",
                condition=Q(state="ready") | Q(text=""),
            ),
        ]

    def __str__(self) -> str:
        """The name that traces keep: none of the sender's words before the text was looked at."""
        return self.name if self.is_ready else f"văn bản chờ đọc số {self.pk}"

    @property
    def name(self) -> str:
        return self.file_name or "Văn bản dán vào"

    @property
    def is_ready(self) -> bool:
        return self.state == self.State.READY

    @property
    def is_unread(self) -> bool:
        return self.state in {self.State.WAITING, self.State.READING}

    @property
    def is_reading(self) -> bool:
        return self.state == self.State.READING

    @property
    def is_failed(self) -> bool:
        return self.state == self.State.FAILED

    def may_become(self, state: str) -> bool:
        return state in self.MOVES[self.state]
