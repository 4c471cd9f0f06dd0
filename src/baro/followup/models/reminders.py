"""What the ladder has sent, how far it has come, and what the sweeper found."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from baro.followup.models.rungs import Rung
from baro.work import api as work


class Reminder(models.Model):
    """One rung came for one item and one deadline; the row is why it never comes twice.

    `people` are the keys of those who were told. What was missed while the system stood still is
    recorded all the same and marked as caught up; its people got one notice for all of it.
    """

    item = models.ForeignKey(work.WorkItem, models.CASCADE, related_name="reminders")
    rung = models.ForeignKey(Rung, models.PROTECT, related_name="reminders")
    occurrence = models.PositiveIntegerField(default=0)
    due_on = models.DateField()
    planned_at = models.DateTimeField()
    fired_at = models.DateTimeField()
    fired_on = models.DateField()
    is_caught_up = models.BooleanField(default=False)
    people = ArrayField(models.BigIntegerField(), default=list)

    class Meta:
        ordering = ["fired_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "due_on", "rung", "occurrence"], name="followup_reminder_once"
            ),
            models.CheckConstraint(
                name="followup_reminder_not_before_its_time",
                condition=Q(fired_at__gte=models.F("planned_at")),
            ),
        ]
        indexes = [models.Index(fields=["fired_on"])]

    def __str__(self) -> str:
        return f"{self.item}: {self.told_as}"

    @property
    def told_as(self) -> str:
        return self.rung.told_as(self.occurrence)


class ReminderProgress(models.Model):
    """How far the ladder has come: the single row that a run of it holds while it works.

    Nothing that was planned before `started_at` is ever sent: a ledger that is older than its
    ladder would be flooded.
    """

    started_at = models.DateTimeField()
    through_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="followup_reminderprogress_single", condition=Q(pk=1))
        ]

    def __str__(self) -> str:
        return f"Đã nhắc đến {self.through_at:%H:%M %d/%m/%Y}"


class ReminderComparison(models.Model):
    """What the sweeper found on comparing what should have been sent with what was.

    `missing` and `extra` name each row: number of the item, rung, day, and what is wrong; the
    last line counts what a long list leaves out.
    """

    compared_at = models.DateTimeField()
    expected = models.PositiveIntegerField()
    missing = models.JSONField(default=list)
    extra = models.JSONField(default=list)

    class Meta:
        ordering = ["-compared_at"]

    def __str__(self) -> str:
        return f"Đối chiếu nhắc việc {self.compared_at:%d/%m/%Y}"

    @property
    def is_well(self) -> bool:
        return not self.missing and not self.extra

    @property
    def missing_total(self) -> int:
        return _total(self.missing)

    @property
    def extra_total(self) -> int:
        return _total(self.extra)


def _total(rows: Sequence[Mapping[str, Any]]) -> int:
    """The rows that are named, and those that the last line only counts."""
    return sum(row.get("more", 1) for row in rows)
