"""What reading proposes, until an official accepts, changes or drops it."""

from typing import Self

from django.db import models
from django.utils import timezone

from baro.documents import api as documents
from baro.kernel.constraints import known_exactly_when
from baro.org import api as org
from baro.work import api as work


class TaskDraftQuerySet(models.QuerySet["TaskDraft"]):
    def visible_to(self, user: org.User) -> Self:
        """Drafts of the registers that the user oversees; who received a document sees tasks."""
        seen = org.powers_of(user, on=timezone.localdate()).reach(org.Permission.SEE)
        units = org.Unit.objects.within(seen).values("pk")
        return self.filter(document__owner_unit__in=units)


class TaskDraft(models.Model):
    """One proposed task of one clause. `key` makes a second reading find it again.

    Units are kept by code, as the gazetteer gave them; `G.` codes are groups that fan out, to all
    but the units of `except_codes`. Fields that an official wrote are named in `set_by_hand`: no
    reader changes them. `before` keeps what the last split, merge or move of the quote changed.
    Where the text was read again or corrected, `follows` is the issued draft that this one changes.
    """

    class Status(models.TextChoices):
        OPEN = "open", "Chờ rà soát"
        DROPPED = "dropped", "Không giao"
        MERGED = "merged", "Đã gộp"
        ISSUED = "issued", "Đã giao"

    class Shared(models.TextChoices):
        """What several leads have between them."""

        EACH = "each", "Mỗi đơn vị một việc"
        TOGETHER = "together", "Một việc chung"

    document = models.ForeignKey(documents.Document, models.PROTECT, related_name="task_drafts")
    key = models.CharField(max_length=80)
    clause_key = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=8, choices=Status, default=Status.OPEN)
    title = models.CharField(max_length=500)
    quote = models.TextField(blank=True)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    lead_codes = models.JSONField(default=list)
    cooperating_codes = models.JSONField(default=list)
    except_codes = models.JSONField(default=list)
    shared = models.CharField(max_length=8, choices=Shared, blank=True)
    via_code = models.CharField(max_length=40, blank=True)
    in_charge = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True)
    due_text = models.CharField(max_length=300, blank=True)
    recurrence = models.JSONField(null=True)
    no_deadline_reason = models.CharField(max_length=500, blank=True)
    expected_product = models.CharField(max_length=500, blank=True)
    minutes_per_unit = models.PositiveIntegerField(default=60)
    inspector_post = models.ForeignKey(org.Post, models.PROTECT, null=True, related_name="+")
    doubts = models.JSONField(default=list)
    reasons = models.JSONField(default=list)
    is_edited = models.BooleanField(default=False)
    set_by_hand = models.JSONField(default=list)
    before = models.JSONField(null=True)
    follows = models.ForeignKey("self", models.PROTECT, null=True, related_name="followers")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")
    item = models.OneToOneField(work.WorkItem, models.PROTECT, null=True, related_name="task_draft")

    objects = TaskDraftQuerySet.as_manager()

    class Meta:
        ordering = ["start", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["document", "key"], name="tasks_taskdraft_key"),
            known_exactly_when(models.Q(status="issued"), "item"),
            known_exactly_when(models.Q(status="merged"), "merged_into"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def clause_title(self) -> str:
        return documents.clause_title(self.clause_key)

    @property
    def is_open(self) -> bool:
        return self.status == self.Status.OPEN

    @property
    def is_dropped(self) -> bool:
        return self.status == self.Status.DROPPED

    @property
    def is_issued(self) -> bool:
        return self.status == self.Status.ISSUED

    @property
    def is_merged(self) -> bool:
        return self.status == self.Status.MERGED

    @property
    def is_change(self) -> bool:
        """It waits to change a task that was given, not to become another one."""
        return self.is_open and self.follows_id is not None

    @property
    def is_untouched(self) -> bool:
        """Nobody has edited, dropped or issued it: it still says what the reader said."""
        return self.is_open and not self.is_edited
