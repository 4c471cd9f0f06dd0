"""Papers that are being written here, until they get a number."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from baro.documents.models.documents import Document
from baro.documents.types import TYPE_CHOICES
from baro.kernel.constraints import known_exactly_when
from baro.kernel.files.api import StoredFile
from baro.org import api as org


class PaperDraftQuerySet(models.QuerySet["PaperDraft"]):
    def visible_to(self, user: org.User) -> Self:
        """One's own, and those of the units whose register one keeps or whose head one is."""
        powers = org.powers_of(user, on=timezone.localdate())
        reach = powers.reach(org.Permission.REGISTER_DOCUMENT)
        reach |= powers.reach(org.Permission.ISSUE_TASK)
        units = org.Unit.objects.within(reach).values("pk")
        return self.filter(Q(drafted_by=user) | Q(unit__in=units))

    def unissued(self) -> Self:
        return self.filter(status=PaperDraft.Status.DRAFT)


class PaperDraft(models.Model):
    """One paper of a unit as it is being written; issued, it is an outgoing document.

    `version` counts the changes: whoever saves says which one they had before them. `signer` is
    the appointment by which somebody will sign; `signer_lines` are printed instead of what
    follows from it. Lists are kept as lines.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", "Đang soạn"
        ISSUED = "issued", "Đã phát hành"

    unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+")
    drafting_unit = models.ForeignKey("org.Unit", models.PROTECT, null=True, related_name="+")
    type = models.CharField(max_length=8, choices=TYPE_CHOICES)
    urgency = models.CharField(
        max_length=12, choices=Document.Urgency, default=Document.Urgency.NORMAL
    )
    subject = models.CharField(max_length=500)
    addressees = models.TextField(blank=True)
    body = models.TextField()
    recipients = models.TextField(blank=True)
    filing = models.CharField(max_length=120, blank=True)
    signer = models.ForeignKey("org.Appointment", models.PROTECT, null=True, related_name="+")
    signer_lines = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    status = models.CharField(max_length=8, choices=Status, default=Status.DRAFT)
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey("org.User", models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey("org.User", models.PROTECT, related_name="+")
    document = models.OneToOneField(
        Document, models.PROTECT, null=True, related_name="written_here"
    )
    word_file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    issued_at = models.DateTimeField(null=True)
    issued_by = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+")

    objects = PaperDraftQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "-pk"]
        constraints = [
            known_exactly_when(
                Q(status="issued"), "document", "word_file", "issued_at", "issued_by"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_type_display()} “{self.subject}”"

    @property
    def is_draft(self) -> bool:
        return self.status == self.Status.DRAFT
