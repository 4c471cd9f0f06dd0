"""Units: an identity that lives on while its name, code and place in the tree change."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Self

from django.contrib.postgres.indexes import OpClass
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper

from baro.kernel.constraints import one_window_at_a_time
from baro.kernel.editions import Edition, renewing
from baro.kernel.text import fold, nfc, spellings

UNIT_CODE = re.compile(r"[A-Z0-9]+(?:[.-][A-Z0-9]+)*")
_WORD = re.compile(r"[\w.]+")


def begins(word: str) -> Q:
    """A condition on `words`: one of them begins so, wherever the tone is written."""
    condition = Q()
    for spelling in spellings(word):
        condition |= Q(words__contains=f" {spelling}")
    return condition


class UnitQuerySet(models.QuerySet["Unit"]):
    def within(self, paths: Iterable[str]) -> Self:
        """Units at or below any of the given paths."""
        condition = Q(pk__in=[])
        for path in paths:
            condition |= Q(path__startswith=path)
        return self.filter(condition)

    def living(self) -> Self:
        return self.filter(closed_on__isnull=True)

    def existing(self, *, on: date) -> Self:
        """Units that were open on that day; a unit without an opening day was always there."""
        opened = Q(opened_on__isnull=True) | Q(opened_on__lte=on)
        return self.filter(opened, Q(closed_on__isnull=True) | Q(closed_on__gt=on))

    def communes(self) -> Self:
        return self.filter(kind=Unit.Kind.COMMUNE)


class Unit(models.Model):
    """A body of the political system, or a commune or ward as a place.

    The columns say how the unit stands today and are kept by operations; how it stood on another
    day is asked of its versions. History is never re-pointed to a successor.
    """

    class Kind(models.TextChoices):
        CITY = "city", "Thành phố"
        COMMUNE = "commune", "Xã, phường"
        PARTY_COMMITTEE = "party_committee", "Cấp ủy"
        COUNCIL = "council", "Hội đồng nhân dân"
        PEOPLES_COMMITTEE = "peoples_committee", "Ủy ban nhân dân"
        FRONT = "front", "Mặt trận Tổ quốc"
        DEPARTMENT = "department", "Sở và cơ quan tương đương"
        PARTY_BODY = "party_body", "Cơ quan tham mưu của Đảng"
        OFFICE = "office", "Văn phòng"
        DIVISION = "division", "Phòng chuyên môn"
        CENTRE = "centre", "Trung tâm, đơn vị sự nghiệp"

    class Branch(models.TextChoices):
        PARTY = "party", "Đảng"
        COUNCIL = "council", "Hội đồng nhân dân"
        GOVERNMENT = "government", "Chính quyền"
        FRONT = "front", "Mặt trận"
        TERRITORY = "territory", "Địa bàn"

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=Kind)
    branch = models.CharField(max_length=12, choices=Branch)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    commune = models.ForeignKey("self", models.PROTECT, null=True, related_name="bodies")
    path = models.CharField(max_length=200, unique=True)
    sort_key = models.CharField(max_length=400)
    opened_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)

    objects = UnitQuerySet.as_manager()

    class Meta:
        ordering = ["sort_key"]
        triggers = renewing(Edition.Group.ORG)
        indexes = [
            models.Index(
                OpClass(F("path"), name="varchar_pattern_ops"), name="org_unit_path_prefix"
            ),
            models.Index(Upper("name"), name="org_unit_upper_name"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_closed(self) -> bool:
        return self.closed_on is not None


def path_below(parent: Unit | None, code: str) -> str:
    """The codes from the city down, each closed by a stroke so that prefixes never run on."""
    return f"{parent.path if parent else ''}{code}/"


def name_words(*names: str) -> str:
    """Words for finding: as written, then without accents, each after a space."""
    written = " ".join(nfc(name).lower() for name in names)
    return " " + " ".join(_WORD.findall(f"{written} {fold(written)}"))


class UnitVersionQuerySet(models.QuerySet["UnitVersion"]):
    def named(self, words: str) -> Self:
        """All words begin a word of the name or code; accents count where they were typed."""
        found = self
        for word in _WORD.findall(nfc(words).lower())[:12]:
            found = found.filter(begins(word))
        return found

    def standing(self, *, on: date) -> Self:
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=on), valid_from__lte=on)


class UnitVersion(models.Model):
    """How one unit was named, coded and placed during one window of days."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="versions")
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=120)
    branch = models.CharField(max_length=12, choices=Unit.Branch)
    parent = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    legal_basis = models.CharField(max_length=300)
    words = models.CharField(max_length=800)

    objects = UnitVersionQuerySet.as_manager()

    class Meta:
        ordering = ["unit", "valid_from"]
        triggers = renewing(Edition.Group.ORG)
        constraints = [one_window_at_a_time("unit_id")]

    def __str__(self) -> str:
        return f"{self.name} (từ {self.valid_from:%d/%m/%Y})"


class UnitSuccession(models.Model):
    """One unit takes over from another on a day, by a legal paper; several rows make a merger."""

    predecessor = models.ForeignKey(Unit, models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Unit, models.PROTECT, related_name="inheritances")
    on = models.DateField()
    legal_basis = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"], name="org_unitsuccession_once"
            ),
            models.CheckConstraint(
                name="org_unitsuccession_not_itself", condition=~Q(predecessor=F("successor"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor} ({self.on:%d/%m/%Y})"
