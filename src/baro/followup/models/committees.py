"""Committees and conferences that meet again and again, and their sessions."""

from typing import Self

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone

from baro.documents import api as documents
from baro.kernel.constraints import known_exactly_when
from baro.org import api as org


class CommitteeQuerySet(models.QuerySet["Committee"]):
    def visible_to(self, user: org.User) -> Self:
        """Those whose chair, secretary or member unit the user looks over."""
        seen = org.powers_of(user, on=timezone.localdate()).reach(org.Permission.SEE)
        units = org.Unit.objects.within(seen).values("pk")
        member = Committee.members.through.objects.filter(unit__in=units).values("committee")
        return self.filter(Q(chair_unit__in=units) | Q(secretary_unit__in=units) | Q(pk__in=member))


class Committee(models.Model):
    """A steering committee or a regular conference: who chairs, who is in it, who keeps it going.

    Its conclusions stand in the register of `chair_unit`; `secretary_unit` compiles what became
    of them before the next session.
    """

    class Kind(models.TextChoices):
        STEERING = "steering", "Ban chỉ đạo"
        CONFERENCE = "conference", "Hội nghị giao ban"

    kind = models.CharField(max_length=10, choices=Kind)
    name = models.CharField(max_length=300)
    chair_unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+")
    secretary_unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+")
    members = models.ManyToManyField("org.Unit", related_name="+", blank=True)
    legal_basis = models.CharField(max_length=300, blank=True)
    founded_at = models.DateTimeField()
    founded_by = models.ForeignKey("org.User", models.PROTECT, related_name="+")

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["chair_unit", "name"], name="followup_committee_name_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class CommitteeSession(models.Model):
    """One session; its conclusion is what the next one asks about.

    `snapshot` is what was compiled about the session before when this one was held.
    """

    class Status(models.TextChoices):
        PLANNED = "planned", "Sắp họp"
        HELD = "held", "Đã họp"

    committee = models.ForeignKey(Committee, models.CASCADE, related_name="sessions")
    number = models.PositiveSmallIntegerField()
    planned_on = models.DateField()
    status = models.CharField(max_length=8, choices=Status, default=Status.PLANNED)
    conclusion = models.OneToOneField(
        documents.Document, models.PROTECT, null=True, related_name="committee_session"
    )
    snapshot = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    held_at = models.DateTimeField(null=True)
    held_by = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "number"], name="followup_committeesession_once"
            ),
            known_exactly_when(Q(status="held"), "held_at", "held_by", "snapshot"),
        ]

    def __str__(self) -> str:
        return f"kỳ {self.number}, {self.committee}"

    @property
    def is_held(self) -> bool:
        return self.status == self.Status.HELD
