"""The yearly run of short, printable numbers."""

from django.db import models


class WorkNumberSeries(models.Model):
    """The last number given in one year to items of one prefix, such as `NV`."""

    prefix = models.CharField(max_length=4)
    year = models.PositiveSmallIntegerField()
    last_number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["prefix", "year"], name="work_numberseries_year")
        ]

    def __str__(self) -> str:
        return f"{self.prefix}-{self.year}-{self.last_number:06d}"
