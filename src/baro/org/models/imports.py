"""A list that somebody brought in a file, looked at before it changes anything."""

from typing import Self

from django.db import models
from django.db.models import Q

from baro.kernel.constraints import known_exactly_when
from baro.kernel.files.api import StoredFile
from baro.org.models.accounts import User


class ListImportQuerySet(models.QuerySet["ListImport"]):
    def visible_to(self, user: User) -> Self:
        """A list is its bringer's own matter until it is applied, and after."""
        return self.filter(uploaded_by=user)


class ListImport(models.Model):
    """One file with units, people or appointments; applied once or never."""

    class Kind(models.TextChoices):
        UNITS = "units", "Đơn vị"
        PEOPLE = "people", "Người"
        APPOINTMENTS = "appointments", "Bổ nhiệm"

    class Status(models.TextChoices):
        BROUGHT = "brought", "Chưa ghi"
        APPLIED = "applied", "Đã ghi"

    kind = models.CharField(max_length=12, choices=Kind)
    file = models.ForeignKey(StoredFile, models.PROTECT)
    file_name = models.CharField(max_length=200)
    status = models.CharField(max_length=8, choices=Status, default=Status.BROUGHT)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    applied_at = models.DateTimeField(null=True)
    applied_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = ListImportQuerySet.as_manager()

    class Meta:
        ordering = ["-uploaded_at"]
        constraints = [known_exactly_when(Q(status="applied"), "applied_at", "applied_by")]

    def __str__(self) -> str:
        return f"Danh sách {self.get_kind_display().lower()}: {self.file_name}"

    @property
    def is_applied(self) -> bool:
        return self.status == self.Status.APPLIED
