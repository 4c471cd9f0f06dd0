"""What moves a deadline: pauses and extensions, each a row that stays."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from baro.kernel.constraints import known_exactly_when
from baro.work.models.items import WorkItem


class WorkPause(models.Model):
    """The clock of an item stands still from a moment until another, for a stated reason."""

    item = models.ForeignKey(WorkItem, models.CASCADE, related_name="pauses")
    from_at = models.DateTimeField()
    to_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=1000)
    paused_by = models.ForeignKey("org.User", models.PROTECT, related_name="+")

    class Meta:
        ordering = ["from_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["item"], condition=Q(to_at__isnull=True), name="work_workpause_one_open"
            ),
            models.CheckConstraint(
                name="work_workpause_ordered",
                condition=Q(to_at__isnull=True) | Q(to_at__gte=F("from_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"Tạm dừng {self.item} từ {self.from_at:%d/%m/%Y %H:%M}"


class WorkExtensionQuerySet(models.QuerySet["WorkExtension"]):
    def requested(self) -> Self:
        """Without the days that issuers set of their own accord."""
        return self.exclude(decided_at=F("asked_at"), decided_by=F("asked_by"))


class WorkExtension(models.Model):
    """Somebody asked, with grounds, for a later deadline; the issuer granted or refused it.

    It lapses when the item is closed before anybody decided. A day that the issuer sets of its own
    accord stands here too, asked and decided in one moment.
    """

    class Status(models.TextChoices):
        ASKED = "asked", "Chờ quyết định"
        GRANTED = "granted", "Đồng ý"
        REFUSED = "refused", "Không đồng ý"
        LAPSED = "lapsed", "Không còn cần quyết định"

    item = models.ForeignKey(WorkItem, models.CASCADE, related_name="extensions")
    status = models.CharField(max_length=8, choices=Status, default=Status.ASKED)
    old_due_at = models.DateTimeField()
    proposed_due_at = models.DateTimeField()
    grounds = models.CharField(max_length=2000)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey("org.User", models.PROTECT, related_name="+")
    new_due_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+")
    decision_note = models.CharField(max_length=2000, blank=True)

    objects = WorkExtensionQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["item"], condition=Q(status="asked"), name="work_workextension_one_open"
            ),
            known_exactly_when(~Q(status="asked"), "decided_at", "decided_by"),
            known_exactly_when(Q(status="granted"), "new_due_at"),
        ]

    def __str__(self) -> str:
        return f"Gia hạn {self.item} ({self.get_status_display()})"

    @property
    def is_own_accord(self) -> bool:
        asked = (self.asked_at, self.asked_by_id)
        return asked == (self.decided_at, self.decided_by_id)
