"""The reminder ladder: who is reminded of what kind of work, how long before or after its day."""

from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from baro.documents import api as documents
from baro.kernel.constraints import one_window_at_a_time
from baro.work import api as work


class Addressee(models.TextChoices):
    """Whom a rung reminds; who that is by name is worked out on the day."""

    ASSIGNEE = "assignee", "người thực hiện"
    HEAD = "head", "người đứng đầu đơn vị giữ việc"
    COOPERATING = "cooperating", "đơn vị phối hợp chưa xong phần mình"
    ISSUER = "issuer", "người theo dõi của bên giao"
    ISSUERS_LEADER = "issuers_leader", "lãnh đạo bên giao"


class RungQuerySet(models.QuerySet["Rung"]):
    def standing(self, *, on: date) -> Self:
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=on), valid_from__lte=on)

    def coming(self, *, on: date) -> Self:
        """Set already, to hold from a later day."""
        return self.filter(valid_from__gt=on)


class Rung(models.Model):
    """One rung of the ladder during one window of days.

    `number` stays the same when a later window changes the rung. `offset` counts from the deadline
    in working days or working minutes, below zero before it; with `every` the rung comes again
    each time so many more have gone by. Empty `kind` or `urgency` means any.
    """

    class Measure(models.TextChoices):
        DAYS = "days", "ngày làm việc"
        MINUTES = "minutes", "phút làm việc"

    class Channel(models.TextChoices):
        DIGEST = "digest", "Chuông và thư tổng hợp buổi sáng"
        AT_ONCE = "at_once", "Chuông và thư gửi ngay"

    Addressee = Addressee

    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=work.WorkItem.Kind, blank=True)
    urgency = models.CharField(max_length=12, choices=documents.Document.Urgency, blank=True)
    offset = models.IntegerField()
    measure = models.CharField(max_length=8, choices=Measure, default=Measure.DAYS)
    every = models.PositiveSmallIntegerField(default=0)
    to = ArrayField(models.CharField(max_length=16, choices=Addressee))
    channel = models.CharField(max_length=8, choices=Channel, default=Channel.DIGEST)
    legal_basis = models.CharField(max_length=300)
    is_verified = models.BooleanField(default=False)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    objects = RungQuerySet.as_manager()

    class Meta:
        ordering = ["measure", "offset", "number", "valid_from"]
        constraints = [
            one_window_at_a_time("number"),
            models.CheckConstraint(
                name="followup_rung_ordered",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
            ),
            models.CheckConstraint(name="followup_rung_to_somebody", condition=Q(to__len__gt=0)),
            models.CheckConstraint(
                name="followup_rung_repeats_when_overdue",
                condition=Q(every=0) | Q(offset__gt=0, measure="days"),
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """When it comes, as people say it."""
        again = f", sau đó cứ {self.every} ngày làm việc một lần" if self.every else ""
        return self.told_as(0) + again

    def told_as(self, occurrence: int) -> str:
        """The same of one time that it came."""
        offset = self.offset + occurrence * self.every
        if offset == 0:
            return "Ngày đến hạn" if self.measure == self.Measure.DAYS else "Đúng giờ đến hạn"
        side = "Trước hạn" if offset < 0 else "Quá hạn"
        return f"{side} {abs(offset)} {self.get_measure_display()}"

    @property
    def is_after(self) -> bool:
        return self.offset > 0

    @property
    def to_words(self) -> str:
        known = dict(Addressee.choices)
        return ", ".join(str(known[one]) for one in self.to)

    def is_standing(self, *, on: date) -> bool:
        return self.valid_from <= on and (self.valid_to is None or self.valid_to > on)
