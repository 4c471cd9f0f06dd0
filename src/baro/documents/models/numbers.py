"""Runs of numbers, and every number given in them."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from baro.documents.models.documents import Document
from baro.kernel.constraints import known_exactly_when
from baro.org import api as org


class NumberSeriesQuerySet(models.QuerySet["NumberSeries"]):
    def kept_by(self, user: org.User) -> Self:
        """The runs of the units whose register the user keeps."""
        powers = org.powers_of(user, on=timezone.localdate())
        units = org.Unit.objects.within(powers.reach(org.Permission.REGISTER_DOCUMENT))
        return self.filter(owner_unit__in=units.values("pk"))

    def own(self) -> Self:
        return self.filter(register=NumberSeries.Book.OWN)


class NumberSeries(models.Model):
    """The last number taken in one run of one unit; locked while a number changes hands.

    State bodies run from 01 within a calendar year (Decree 30/2020, Article 15); Party committees
    run per type through one term (Party Guide 36-HD/VPTW). `period` names the year or the term,
    `series` the abbreviation of the type, what follows the number where that is not the usual
    form of the unit ("/QĐ-HĐTĐ"), or "ĐẾN" for the run of arrivals.
    """

    class Book(models.TextChoices):
        INCOMING = "incoming", "Văn bản đến"
        OWN = "own", "Văn bản do đơn vị ban hành"

    owner_unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+")
    register = models.CharField(max_length=10, choices=Book)
    series = models.CharField(max_length=60)
    period = models.CharField(max_length=12)
    last_number = models.PositiveIntegerField(default=0)

    objects = NumberSeriesQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner_unit", "register", "series", "period"],
                name="documents_numberseries_one_run",
            )
        ]

    def __str__(self) -> str:
        return f"Dãy số {self.series} {self.period} của {self.owner_unit}"

    @property
    def is_own(self) -> bool:
        return self.register == self.Book.OWN


class NumberRecord(models.Model):
    """One number that was given in a run, and what became of it.

    A number that nobody was ever given has no row: it is a gap. `suffix` is the letter of an
    inserted number ("15a"). `dated_on` is the earlier day of a number that was filled back.
    """

    class State(models.TextChoices):
        RESERVED = "reserved", "Đang giữ"
        USED = "used", "Đã dùng"
        FREE = "free", "Đã trả lại"
        CANCELLED = "cancelled", "Đã hủy"

    series = models.ForeignKey(NumberSeries, models.PROTECT, related_name="records")
    number = models.PositiveIntegerField()
    suffix = models.CharField(max_length=2, blank=True)
    symbol = models.CharField(max_length=60)
    state = models.CharField(max_length=10, choices=State)
    purpose = models.CharField(max_length=300, blank=True)
    dated_on = models.DateField(null=True)
    reserved_at = models.DateTimeField(null=True)
    reserved_by = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+")
    reserved_until = models.DateField(null=True)
    document = models.OneToOneField(
        Document, models.PROTECT, null=True, related_name="number_record"
    )
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+")
    cancel_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-number", "-suffix"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "number", "suffix"], name="documents_numberrecord_once"
            ),
            models.CheckConstraint(
                name="documents_numberrecord_reserved_by",
                condition=~Q(state="reserved")
                | Q(
                    reserved_at__isnull=False,
                    reserved_by__isnull=False,
                    reserved_until__isnull=False,
                ),
            ),
            known_exactly_when(Q(state="used"), "document"),
            known_exactly_when(Q(state="cancelled"), "cancelled_at", "cancelled_by"),
            models.CheckConstraint(
                name="documents_numberrecord_cancelled_why",
                condition=~Q(state="cancelled") | ~Q(cancel_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"Số {self.symbol}"

    @property
    def is_reserved(self) -> bool:
        return self.state == self.State.RESERVED

    @property
    def is_used(self) -> bool:
        return self.state == self.State.USED

    @property
    def is_free(self) -> bool:
        return self.state == self.State.FREE

    @property
    def is_cancelled(self) -> bool:
        return self.state == self.State.CANCELLED

    def is_kept_too_long(self, *, on: date) -> bool:
        """Reserved, and its day has passed without a document."""
        until = self.reserved_until
        return self.is_reserved and until is not None and until < on
