"""The list that goes before the leaders, and what they said to its rows."""

from django.db import models
from django.db.models import Q

from baro.kernel.constraints import known_exactly_when
from baro.org import api as org
from baro.work import api as work


class LeadersList(org.Unit):
    """The list of one issuing unit: a name for what notices are about, without rows of its own."""

    class Meta:
        proxy = True

    def __str__(self) -> str:
        return f"Danh sách trình lãnh đạo của {self.name}"


class LeaderRemark(models.Model):
    """What the issuer's leader said to one item on the list, about one deadline of it."""

    class Kind(models.TextChoices):
        DIRECTED = "directed", "Ý kiến chỉ đạo"
        PUT_OFF = "put_off", "Tạm rút khỏi danh sách"
        RAISED = "raised", "Đã nêu tại giao ban"

    item = models.ForeignKey(work.WorkItem, models.CASCADE, related_name="leader_remarks")
    due_on = models.DateField()
    kind = models.CharField(max_length=8, choices=Kind)
    words = models.CharField(max_length=1000, blank=True)
    off_until = models.DateField(null=True)
    raised_on = models.DateField(null=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("org.User", models.PROTECT, related_name="+")

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            known_exactly_when(Q(kind="put_off"), "off_until"),
            known_exactly_when(Q(kind="raised"), "raised_on"),
            models.CheckConstraint(
                name="followup_leaderremark_says_something",
                condition=Q(kind="raised") | ~Q(words=""),
            ),
        ]
        indexes = [models.Index(fields=["item", "due_on"])]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.item}"
