"""Who stands for whom while away."""

from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q

from baro.kernel.constraints import one_window_at_a_time
from baro.kernel.editions import Edition, renewing
from baro.org.models.posts import Person


class SubstitutionQuerySet(models.QuerySet["Substitution"]):
    def live(self, *, on: date) -> Self:
        return self.filter(valid_from__lte=on, valid_to__gt=on)

    def crossing(self, start: date, end: date) -> Self:
        """Windows that share at least one day with the given one; an empty one shares none."""
        return self.filter(valid_from__lt=end, valid_to__gt=start).exclude(valid_to=F("valid_from"))

    def about(self, person: Person) -> Self:
        """In which the person is away, or stands for somebody."""
        return self.filter(Q(giver=person) | Q(substitute=person))


class Substitution(models.Model):
    """One person stands for another from a day (included) to a day (excluded), by a paper.

    It lends what the giver's posts allow on each day, so it ends with them; it is no appointment
    and cannot be passed on. Two equal days mean that it was called off before it began.
    """

    giver = models.ForeignKey(Person, models.PROTECT, related_name="absences")
    substitute = models.ForeignKey(Person, models.PROTECT, related_name="substitutions")
    valid_from = models.DateField()
    valid_to = models.DateField()
    order_number = models.CharField(max_length=60)
    reason = models.CharField(max_length=300, blank=True)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+")

    objects = SubstitutionQuerySet.as_manager()

    class Meta:
        ordering = ["-valid_from", "-pk"]
        triggers = renewing(Edition.Group.ORG)
        indexes = [models.Index(fields=["substitute", "valid_to"])]
        constraints = [
            one_window_at_a_time("giver_id"),
            models.CheckConstraint(
                name="org_substitution_window_not_reversed",
                condition=Q(valid_to__gte=F("valid_from")),
            ),
            models.CheckConstraint(
                name="org_substitution_not_oneself", condition=~Q(giver=F("substitute"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.substitute} thay {self.giver}"

    @property
    def last_day(self) -> date:
        """The day to whose end it holds, as people say it."""
        return self.valid_to - timedelta(days=1)

    def is_live(self, *, on: date) -> bool:
        return self.valid_from <= on < self.valid_to

    def is_over(self, *, on: date) -> bool:
        return self.valid_to <= on or self.valid_to == self.valid_from
