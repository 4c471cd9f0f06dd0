"""What the two sides of a task say and hand to each other; each can happen again, so rows."""

from django.db import models
from django.db.models import Q

from baro.documents import api as documents
from baro.kernel.constraints import known_exactly_when
from baro.kernel.files.api import StoredFile
from baro.tasks.models.tasks import Task


class ProgressNote(models.Model):
    """A real update: what is done, what blocks. Freshness counts from the last one."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="progress_notes")
    done = models.CharField(max_length=2000)
    blocked_by = models.CharField(max_length=2000, blank=True)
    percent = models.PositiveSmallIntegerField(null=True)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey("org.User", models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-noted_at"]
        constraints = [
            models.CheckConstraint(
                name="tasks_progressnote_percent",
                condition=Q(percent__isnull=True) | Q(percent__lte=100),
            ),
        ]

    def __str__(self) -> str:
        return f"Tiến độ {self.task} ngày {self.noted_at:%d/%m/%Y}"


class Delivery(models.Model):
    """A product handed in: text, file, document or link; the issuer has the last word."""

    class Status(models.TextChoices):
        HANDED_IN = "handed_in", "Chờ nghiệm thu"
        ACCEPTED = "accepted", "Đã nghiệm thu"
        RETURNED = "returned", "Bị trả lại"
        RECALLED = "recalled", "Đã rút lại"

    # By these the task is in the hands of its unit again, as if nothing had been handed in.
    UNDONE = (Status.RETURNED, Status.RECALLED)

    task = models.ForeignKey(Task, models.CASCADE, related_name="deliveries")
    status = models.CharField(max_length=12, choices=Status, default=Status.HANDED_IN)
    text = models.TextField(blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    file_name = models.CharField(max_length=200, blank=True)
    document = models.ForeignKey(documents.Document, models.PROTECT, null=True, related_name="+")
    link = models.URLField(max_length=500, blank=True)
    handed_in_at = models.DateTimeField()
    handed_in_by = models.ForeignKey("org.User", models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=2000, blank=True)

    class Meta:
        ordering = ["-handed_in_at"]
        constraints = [
            known_exactly_when(~Q(status="handed_in"), "decided_at", "decided_by"),
            models.UniqueConstraint(
                fields=["task"], condition=Q(status="handed_in"), name="tasks_delivery_one_open"
            ),
            models.CheckConstraint(
                name="tasks_delivery_not_empty",
                condition=~Q(text="")
                | Q(file__isnull=False)
                | Q(document__isnull=False)
                | ~Q(link=""),
            ),
            models.CheckConstraint(
                name="tasks_delivery_return_reason",
                condition=~Q(status__in=("returned", "recalled")) | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"Sản phẩm của {self.task}"


class Clarification(models.Model):
    """The receiver sent the task back as unclear; the clock stands still until the answer."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="clarifications")
    question = models.CharField(max_length=2000)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey("org.User", models.PROTECT, related_name="+")
    answer = models.CharField(max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-asked_at"]
        constraints = [known_exactly_when(~Q(answer=""), "answered_at", "answered_by")]

    def __str__(self) -> str:
        return f"Hỏi lại về {self.task}"
