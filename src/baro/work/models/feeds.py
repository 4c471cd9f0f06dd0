"""Addresses at which calendar programs read deadlines."""

import hashlib
from typing import Self

from django.db import models
from django.db.models import Q

from baro.kernel.constraints import known_exactly_when


class CalendarFeedQuerySet(models.QuerySet["CalendarFeed"]):
    def live(self) -> Self:
        return self.filter(revoked_at__isnull=True)


class CalendarFeed(models.Model):
    """One secret address with the deadlines of a person or of a unit.

    Only its hash is kept; the address is shown once. A new one puts an end to the one before.
    """

    person = models.ForeignKey("org.Person", models.CASCADE, null=True, related_name="+")
    unit = models.ForeignKey("org.Unit", models.CASCADE, null=True, related_name="+")
    hint = models.CharField(max_length=8)
    sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("org.User", models.PROTECT, related_name="+")
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+")

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(
                name="work_calendarfeed_of_one",
                condition=Q(person__isnull=True) ^ Q(unit__isnull=True),
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(revoked_at__isnull=True),
                name="work_calendarfeed_one_for_a_person",
            ),
            models.UniqueConstraint(
                fields=["unit"],
                condition=Q(revoked_at__isnull=True),
                name="work_calendarfeed_one_for_a_unit",
            ),
            known_exactly_when(Q(revoked_by__isnull=False), "revoked_at"),
        ]

    def __str__(self) -> str:
        return f"lịch của {self.unit or self.person}"


def address_hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
