"""What offices taught the reader: ways of naming units, and words of orders and products."""

from typing import Self, TypeVar, cast

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from baro.documents import reading
from baro.documents.models.documents import Document
from baro.documents.reading.local_words import Kind as WordKind

_Row = TypeVar("_Row", bound="Taught")


class TaughtQuerySet(models.QuerySet[_Row]):
    def holding(self) -> Self:
        return self.filter(forgotten_at__isnull=True)

    def known_to(self, unit_id: int | None) -> Self:
        """What holds in papers that one unit reads: the whole city's, and the unit's own."""
        return self.holding().filter(Q(owner_unit=unit_id) | Q(owner_unit__isnull=True))


class Taught(models.Model):
    """A phrase that an office taught the reader, in the papers of one body or in all.

    `owner_unit` is the unit whose readings follow it, empty for the whole city. `document` is the
    paper that it was taught from. What was forgotten stays as a trace.
    """

    phrase = models.CharField(max_length=200)
    phrase_key = models.CharField(max_length=200)
    issuer_name = models.CharField(max_length=200, blank=True)
    owner_unit = models.ForeignKey("org.Unit", models.PROTECT, null=True, related_name="+")
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    taught_at = models.DateTimeField()
    taught_by = models.ForeignKey("org.User", models.PROTECT, related_name="+")
    forgotten_at = models.DateTimeField(null=True)
    forgotten_by = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True
        ordering = ["phrase_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["phrase_key", "issuer_name", "owner_unit"],
                condition=Q(forgotten_at__isnull=True),
                name="%(app_label)s_%(class)s_once",
                nulls_distinct=False,
            ),
        ]


class LocalNameQuerySet(TaughtQuerySet["LocalName"]):
    pass


class LocalName(Taught):
    """A phrase that stands for certain units, the units of `codes`."""

    codes = ArrayField(models.CharField(max_length=30))

    objects = LocalNameQuerySet.as_manager()

    def __str__(self) -> str:
        return f"tên gọi “{self.phrase}”"

    def spoken(self) -> reading.LocalName:
        """As the reader takes it."""
        return reading.LocalName(self.phrase, tuple(self.codes), self.issuer_name)


class LocalWordQuerySet(TaughtQuerySet["LocalWord"]):
    pass


class LocalWord(Taught):
    """A phrase that gives work, one that only looks so, or the name of a product."""

    class Kind(models.TextChoices):
        ORDER = "order", "Lời giao việc"
        NO_ORDER = "no_order", "Lời không giao việc"
        PRODUCT = "product", "Tên sản phẩm"

    kind = models.CharField(max_length=10, choices=Kind)

    objects = LocalWordQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.get_kind_display().lower()} “{self.phrase}”"

    def spoken(self) -> reading.LocalWord:
        """As the reader takes it."""
        return reading.LocalWord(self.phrase, cast(WordKind, self.kind), self.issuer_name)
