"""Letters that press: one round of them, one letter for each unit, the items in each letter."""

from collections.abc import Mapping
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from baro.documents import api as documents
from baro.kernel.constraints import known_exactly_when
from baro.org import api as org
from baro.work import api as work


class PressingQuerySet(models.QuerySet["Pressing"]):
    def visible_to(self, user: org.User) -> Self:
        """Rounds of the units for which the user gives tasks."""
        reach = org.powers_of(user, on=timezone.localdate()).reach(org.Permission.ISSUE_TASK)
        return self.filter(unit__in=org.Unit.objects.within(reach).values("pk"))

    def begun_as(self, run: int) -> Self:
        """Still being issued by this very run, not stopped and not begun anew elsewhere."""
        return self.filter(status=Pressing.Status.ISSUING, run=run)


class Pressing(models.Model):
    """One round in which an issuer presses units for what they owe, a letter for each unit.

    `opening` and `ask` stand before and after the table of each letter, with their places still
    open. `listed_as` is the list from which the items were chosen, as its address says it. `run`
    counts the attempts to issue: who finds another number here has been overtaken.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", "Đang soạn"
        ISSUING = "issuing", "Đang phát hành"
        STOPPED = "stopped", "Đã dừng"
        ISSUED = "issued", "Đã phát hành"

    MOVES: Mapping[str, frozenset[str]] = {
        Status.DRAFT: frozenset({Status.ISSUING}),
        Status.ISSUING: frozenset({Status.STOPPED, Status.ISSUED}),
        Status.STOPPED: frozenset({Status.ISSUING}),
        Status.ISSUED: frozenset({Status.ISSUING}),
    }

    unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+")
    drafting_unit = models.ForeignKey("org.Unit", models.PROTECT, null=True, related_name="+")
    signer = models.ForeignKey("org.Appointment", models.PROTECT, null=True, related_name="+")
    subject = models.CharField(max_length=300)
    opening = models.TextField()
    ask = models.TextField()
    answer_by = models.DateField()
    recipients = models.TextField(blank=True)
    filing = models.CharField(max_length=120, blank=True)
    listed_as = models.CharField(max_length=1000, blank=True)
    status = models.CharField(max_length=8, choices=Status, default=Status.DRAFT)
    run = models.PositiveIntegerField(default=0)
    progress_at = models.DateTimeField(null=True)
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey("org.User", models.PROTECT, related_name="+")
    started_at = models.DateTimeField(null=True)
    started_by = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+")
    finished_at = models.DateTimeField(null=True)

    objects = PressingQuerySet.as_manager()

    class Meta:
        ordering = ["-drafted_at", "-pk"]
        constraints = [
            known_exactly_when(~Q(status="draft"), "started_at", "started_by"),
            known_exactly_when(Q(status="issued"), "finished_at"),
        ]

    def __str__(self) -> str:
        return f"đợt đôn đốc số {self.pk} của {self.unit}"

    @property
    def is_draft(self) -> bool:
        return self.status == self.Status.DRAFT

    @property
    def is_issuing(self) -> bool:
        return self.status == self.Status.ISSUING

    @property
    def is_stopped(self) -> bool:
        return self.status == self.Status.STOPPED

    @property
    def is_issued(self) -> bool:
        return self.status == self.Status.ISSUED

    def may_become(self, status: str) -> bool:
        return status in self.MOVES[self.status]


class PressingLetter(models.Model):
    """The letter of a round to one unit; issued, it is an outgoing document of the issuer."""

    class Status(models.TextChoices):
        WAITING = "waiting", "Chờ phát hành"
        ISSUED = "issued", "Đã phát hành"
        FAILED = "failed", "Chưa phát hành được"
        NEEDLESS = "needless", "Không cần gửi nữa"

    pressing = models.ForeignKey(Pressing, models.CASCADE, related_name="letters")
    unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+")
    status = models.CharField(max_length=8, choices=Status, default=Status.WAITING)
    document = models.OneToOneField(
        documents.Document, models.PROTECT, null=True, related_name="pressing_letter"
    )
    issued_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=500, blank=True)

    # Filled in by `letters_of` alone.
    item_count: int
    left_out_count: int

    class Meta:
        ordering = ["unit__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pressing", "unit"], name="followup_pressingletter_once"
            ),
            known_exactly_when(Q(status="issued"), "document", "issued_at"),
            models.CheckConstraint(
                name="followup_pressingletter_failed_for_a_reason",
                condition=Q(status="failed") ^ Q(failure=""),
            ),
        ]

    def __str__(self) -> str:
        return f"công văn đôn đốc gửi {self.unit}"

    @property
    def is_waiting(self) -> bool:
        return self.status == self.Status.WAITING

    @property
    def is_issued(self) -> bool:
        return self.status == self.Status.ISSUED

    @property
    def is_failed(self) -> bool:
        return self.status == self.Status.FAILED


class PressedItem(models.Model):
    """One item in one letter; `left_out` says why it was no longer in it when it went out."""

    letter = models.ForeignKey(PressingLetter, models.CASCADE, related_name="pressed")
    item = models.ForeignKey(work.WorkItem, models.PROTECT, related_name="+")
    left_out = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["item__due_at", "item_id"]
        constraints = [
            models.UniqueConstraint(fields=["letter", "item"], name="followup_presseditem_once")
        ]

    def __str__(self) -> str:
        return f"{self.item} trong {self.letter}"
