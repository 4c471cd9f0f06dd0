"""The counts of the ledger: slips in the transaction of each fact, and the sums they become.

No foreign keys: a count says how many rows speak of a unit, and vanishes with them. Nobody updates
a sum but the fold (`operations/tallies`), so writers of facts never wait for each other (ADR 23).
"""

from django.db import models
from django.db.models import Q


class TallySlip(models.Model):
    """What one change of the ledger added to the counts, or took away; not yet in the sums."""

    lead_unit_id = models.BigIntegerField()
    post_id = models.BigIntegerField()
    document_id = models.BigIntegerField()
    is_internal = models.BooleanField()
    kind = models.CharField(max_length=16)
    due_day = models.DateField(null=True)
    updated_hour = models.DateTimeField(null=True)
    count = models.IntegerField()

    def __str__(self) -> str:
        return f"{self.kind} {self.count:+d}"


class _DatedCounts(models.Model):
    """How many items with a deadline there are of each kind."""

    is_internal = models.BooleanField()
    on_time = models.IntegerField(db_default=0)
    late = models.IntegerField(db_default=0)
    paused = models.IntegerField(db_default=0)
    handed_in_time = models.IntegerField(db_default=0)
    handed_late = models.IntegerField(db_default=0)
    clock = models.IntegerField(db_default=0)

    class Meta:
        abstract = True


class _Counts(_DatedCounts):
    """How many items there are of each kind; `past` are those on the clock up to the horizon."""

    undated = models.IntegerField(db_default=0)
    undated_done = models.IntegerField(db_default=0)
    past = models.IntegerField(db_default=0)

    class Meta:
        abstract = True


class UnitTally(_Counts):
    """The counts of one lead unit and the post that answers for it."""

    lead_unit_id = models.BigIntegerField()
    post_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["lead_unit_id", "post_id", "is_internal"], name="work_unittally_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.lead_unit_id}/{self.post_id}"


class DocumentTally(_Counts):
    """The counts of what rests on one document."""

    document_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["document_id", "is_internal"], name="work_documenttally_once"
            )
        ]
        indexes = [
            # The worst few of very many, without reading the others.
            models.Index(
                (models.F("past") + models.F("handed_late")).desc(),
                "document_id",
                condition=Q(is_internal=False),
                name="work_documenttally_worst",
            )
        ]

    def __str__(self) -> str:
        return str(self.document_id)


class DueDayTally(_DatedCounts):
    """The counts of what falls due on one day, of one lead unit or (unit 0) of the whole city."""

    lead_unit_id = models.BigIntegerField()
    day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["lead_unit_id", "is_internal", "day"], name="work_duedaytally_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.lead_unit_id} {self.day:%d/%m/%Y}"


class UpdateHourTally(models.Model):
    """How many running items of the city were last reported on in one hour."""

    is_internal = models.BooleanField()
    hour = models.DateTimeField()
    running = models.IntegerField(db_default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["is_internal", "hour"], name="work_updatehourtally_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.hour:%d/%m/%Y %H}h: {self.running}"


class TallyHorizon(models.Model):
    """The last day whose deadlines the sums hold as past; one row at most."""

    day = models.DateField()

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}"
