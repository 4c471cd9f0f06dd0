"""Runs of numbers: one row is one run, locked while a number is taken."""

from django.db import models


class NumberSeries(models.Model):
    """The last number taken in one run of one unit.

    State bodies run from 01 within a calendar year (Decree 30/2020, Article 15); Party committees
    run per type through one term (Party Guide 36-HD/VPTW). `period` names the year or the term,
    `series` the abbreviation of the type, or "ĐẾN" for the run of arrivals.
    """

    class Book(models.TextChoices):
        INCOMING = "incoming", "Văn bản đến"
        OWN = "own", "Văn bản do đơn vị ban hành"

    owner_unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+")
    register = models.CharField(max_length=10, choices=Book)
    series = models.CharField(max_length=12)
    period = models.CharField(max_length=12)
    last_number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner_unit", "register", "series", "period"],
                name="documents_numberseries_one_run",
            )
        ]

    def __str__(self) -> str:
        return f"{self.owner_unit}: {self.series} {self.period} đến số {self.last_number}"
