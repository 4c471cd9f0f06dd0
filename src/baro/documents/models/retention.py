"""How long documents are kept, as classes that the law sets and an administrator writes down."""

from django.db import models
from django.db.models import Q


class RetentionClass(models.Model):
    """One class; a document without one is undetermined. Nothing is deleted because of it.

    The years and the legal basis are written by whoever answers for them; until somebody has
    compared them with the text of the law they stand as unverified.
    """

    class Kind(models.TextChoices):
        PERMANENT = "permanent", "Vĩnh viễn"
        LIMITED = "limited", "Có thời hạn"

    name = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=10, choices=Kind)
    years = models.PositiveSmallIntegerField(null=True)
    legal_basis = models.CharField(max_length=300, blank=True)
    is_verified = models.BooleanField(default=False)

    class Meta:
        ordering = ["kind", "years", "name"]
        constraints = [
            models.CheckConstraint(
                name="documents_retentionclass_years",
                condition=Q(kind="limited") | Q(years__isnull=True),
            ),
            models.CheckConstraint(
                name="documents_retentionclass_verified_with_basis",
                condition=Q(is_verified=False) | ~Q(legal_basis=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def term(self) -> str:
        if self.kind == self.Kind.PERMANENT:
            return self.Kind.PERMANENT.label
        return f"{self.years} năm" if self.years else "Có thời hạn, chưa ghi số năm"
