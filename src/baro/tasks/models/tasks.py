"""What a task adds to its row in the ledger."""

from typing import Self

from django.db import models
from django.db.models import Q

from baro.org import api as org
from baro.work import api as work


class TaskQuerySet(models.QuerySet["Task"]):
    def visible_to(self, user: org.User) -> Self:
        return self.filter(item__in=work.WorkItem.objects.visible_to(user))


class Task(models.Model):
    """A directed piece of work with its expected product: the three clarities in one row.

    `cost_minutes` is what the issuer reckoned that it takes from all receivers together.
    """

    item = models.OneToOneField(
        work.WorkItem, models.PROTECT, primary_key=True, related_name="task"
    )
    content = models.TextField()
    expected_product = models.CharField(max_length=500)
    quote = models.TextField(blank=True)
    quote_start = models.PositiveIntegerField(null=True)
    quote_end = models.PositiveIntegerField(null=True)
    recurrence = models.JSONField(null=True)
    no_deadline_reason = models.CharField(max_length=500, blank=True)
    minutes_per_unit = models.PositiveIntegerField(default=0)
    cost_minutes = models.PositiveIntegerField(default=0)
    replaced_by = models.ForeignKey("self", models.PROTECT, null=True, related_name="replaces")

    objects = TaskQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="tasks_task_has_product", condition=~Q(expected_product="")
            ),
        ]

    def __str__(self) -> str:
        return str(self.item)
