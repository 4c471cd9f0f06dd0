"""Where a task comes from when no paper of the register ordered it."""

from django.db import models
from django.db.models import Q

from baro.documents import api as documents
from baro.kernel.constraints import known_exactly_when
from baro.org import api as org
from baro.tasks.models.tasks import Task


class TaskOrigin(models.Model):
    """Who promised or ordered what, to whom, where and when.

    A spoken order waits for the words of the one who gave it: `confirmer` has to confirm it, by a
    paper or here. What stands here is kept as it was said.
    """

    class Kind(models.TextChoices):
        COUNCIL = "council", "Trả lời chất vấn tại kỳ họp HĐND"
        RESOLUTION = "resolution", "Nghị quyết"
        INSPECTION = "inspection", "Kết luận thanh tra, kiểm tra, giám sát"
        SPOKEN = "spoken", "Chỉ đạo trực tiếp bằng lời"

    task = models.OneToOneField(Task, models.PROTECT, primary_key=True, related_name="origin")
    kind = models.CharField(max_length=12, choices=Kind)
    occasion = models.CharField(max_length=300, blank=True)
    said_on = models.DateField()
    said_by = models.CharField(max_length=200)
    said_to = models.CharField(max_length=200, blank=True)
    words = models.TextField()
    confirmer = models.ForeignKey(org.Post, models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(org.User, models.PROTECT, null=True, related_name="+")
    confirmed_in = models.ForeignKey(
        documents.Document, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            known_exactly_when(Q(kind="spoken"), "confirmer"),
            models.CheckConstraint(
                name="tasks_taskorigin_confirmed_by_somebody",
                condition=Q(confirmed_at__isnull=True, confirmed_by__isnull=True)
                | Q(kind="spoken", confirmed_at__isnull=False, confirmed_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, ngày {self.said_on:%d/%m/%Y}"

    @property
    def waits_for_confirmation(self) -> bool:
        return self.kind == self.Kind.SPOKEN and self.confirmed_at is None
