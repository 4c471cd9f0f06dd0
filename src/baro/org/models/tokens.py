"""Keys with which other systems act for an account."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from baro.org.models.accounts import User


class ApiTokenQuerySet(models.QuerySet["ApiToken"]):
    def live(self, *, at: datetime) -> Self:
        return self.filter(
            Q(expires_at__isnull=True) | Q(expires_at__gt=at), revoked_at__isnull=True
        )


class ApiToken(models.Model):
    """One key of one account, narrowed to scopes. Only its hash is kept; it is shown once."""

    class Scope(models.TextChoices):
        READ = "read", "Đọc"
        DOCUMENTS = "documents", "Đưa văn bản vào sổ, bóc tách"
        TASKS = "tasks", "Giao và thực hiện nhiệm vụ"

    user = models.ForeignKey(User, models.CASCADE, related_name="api_tokens")
    name = models.CharField(max_length=80)
    hint = models.CharField(max_length=12)
    sha256 = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    objects = ApiTokenQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.name} ({self.hint}…)"

    def scopes_in_words(self) -> str:
        return ", ".join(self.Scope(scope).label for scope in self.scopes)
