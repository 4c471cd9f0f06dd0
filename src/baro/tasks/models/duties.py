"""What is owed again and again, and each time that it falls due."""

from typing import Self

from django.db import models
from django.utils import timezone

from baro.documents import api as documents
from baro.kernel.constraints import known_exactly_when
from baro.org import api as org
from baro.work import api as work


class RecurringDutyQuerySet(models.QuerySet["RecurringDuty"]):
    def visible_to(self, user: org.User) -> Self:
        """Duties of the units that the user oversees; who owes them sees each time as a task."""
        seen = org.powers_of(user, on=timezone.localdate()).reach(org.Permission.SEE)
        return self.filter(issuer_unit__in=org.Unit.objects.within(seen).values("pk"))

    def running(self) -> Self:
        return self.filter(ended_at__isnull=True)


class RecurringDuty(models.Model):
    """A task that comes back by a rule (RRULE of RFC 5545), each time as an item of its own.

    Units are kept by code: a group is asked for its members each time. `lead_days` are the working
    days before the deadline on which one time is given. `trouble` says why the last could not be.
    """

    class OnDayOff(models.TextChoices):
        """Where a deadline goes that falls on a day off."""

        NEXT = "next", "Chuyển sang ngày làm việc kế tiếp"
        PREVIOUS = "previous", "Lùi về ngày làm việc trước đó"
        DROP = "drop", "Không tính kỳ đó"

    title = models.CharField(max_length=500)
    content = models.TextField(blank=True)
    expected_product = models.CharField(max_length=500)
    issuer_unit = models.ForeignKey(org.Unit, models.PROTECT, related_name="+")
    lead_codes = models.JSONField()
    cooperating = models.JSONField(default=list)
    except_codes = models.JSONField(default=list)
    inspector_post = models.ForeignKey(org.Post, models.PROTECT, related_name="+")
    minutes_per_unit = models.PositiveIntegerField(null=True)
    source_document = models.ForeignKey(
        documents.Document, models.PROTECT, null=True, related_name="+"
    )
    source_clause = models.CharField(max_length=40, blank=True)
    quote = models.TextField(blank=True)
    recurrence = models.JSONField()
    rule = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    on_day_off = models.CharField(max_length=8, choices=OnDayOff, default=OnDayOff.NEXT)
    lead_days = models.PositiveSmallIntegerField()
    given_by = models.ForeignKey(org.User, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    trouble = models.CharField(max_length=1000, blank=True)
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=1000, blank=True)

    objects = RecurringDutyQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["issuer_unit"],
                condition=models.Q(ended_at__isnull=True),
                name="tasks_duty_running",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_running(self) -> bool:
        return self.ended_at is None


class DutyOccurrence(models.Model):
    """One time that a duty falls due, under the day that the rule names for it."""

    class State(models.TextChoices):
        MOVED = "moved", "Đã dời"
        OPENED = "opened", "Đã giao"
        SKIPPED = "skipped", "Bỏ qua"
        MISSED = "missed", "Không kịp giao"

    duty = models.ForeignKey(RecurringDuty, models.PROTECT, related_name="occurrences")
    nominal_on = models.DateField()
    due_on = models.DateField()
    state = models.CharField(max_length=8, choices=State)
    item = models.OneToOneField(
        work.WorkItem, models.PROTECT, null=True, related_name="duty_occurrence"
    )
    reason = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["nominal_on"]
        constraints = [
            models.UniqueConstraint(fields=["duty", "nominal_on"], name="tasks_occurrence_once"),
            known_exactly_when(models.Q(state="opened"), "item"),
        ]

    def __str__(self) -> str:
        return f"{self.duty}, kỳ {self.nominal_on:%d/%m/%Y}"

    @property
    def is_settled(self) -> bool:
        """Given, passed over or missed: nothing more is to be opened."""
        return self.state != self.State.MOVED
