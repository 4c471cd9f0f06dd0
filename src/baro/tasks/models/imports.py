"""Tasks that somebody brought in a file, looked at before they are given."""

from typing import Self

from django.db import models
from django.db.models import Q

from baro.kernel.constraints import known_exactly_when
from baro.kernel.files.api import StoredFile
from baro.org import api as org
from baro.tasks.models.tasks import Task


class TaskImportQuerySet(models.QuerySet["TaskImport"]):
    def visible_to(self, user: org.User) -> Self:
        """A file is its bringer's own matter; the tasks in it are seen where tasks are."""
        return self.filter(uploaded_by=user)


class TaskImport(models.Model):
    """One file with tasks of one issuing unit; rows without errors are given, the rest stays."""

    class Status(models.TextChoices):
        BROUGHT = "brought", "Chưa giao"
        APPLIED = "applied", "Đã giao"

    issuer_unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+")
    inspector_post = models.ForeignKey("org.Post", models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    status = models.CharField(max_length=8, choices=Status, default=Status.BROUGHT)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey("org.User", models.PROTECT, related_name="+")
    applied_at = models.DateTimeField(null=True)
    applied_by = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+")

    objects = TaskImportQuerySet.as_manager()

    class Meta:
        ordering = ["-uploaded_at"]
        constraints = [known_exactly_when(Q(status="applied"), "applied_at", "applied_by")]

    def __str__(self) -> str:
        return f"Tệp giao việc {self.file_name}"

    @property
    def is_applied(self) -> bool:
        return self.status == self.Status.APPLIED


class ImportedTask(models.Model):
    """The row of a file from which a task was given: the same row gives it once."""

    issuer_unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+")
    key = models.CharField(max_length=64)
    task = models.ForeignKey(Task, models.PROTECT, related_name="+")
    brought = models.ForeignKey(TaskImport, models.PROTECT, related_name="rows")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["issuer_unit", "key"], name="tasks_importedtask_once")
        ]

    def __str__(self) -> str:
        return f"{self.brought}: {self.task}"
