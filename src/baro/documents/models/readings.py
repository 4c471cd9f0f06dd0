"""What reading found in a document's text; the same text gives the same rows."""

from django.db import models

from baro.documents.clause_names import clause_title
from baro.documents.models.documents import Document


class DocumentReading(models.Model):
    """The whole result of reading one text once, as the reader gave it."""

    document = models.OneToOneField(Document, models.CASCADE, related_name="reading")
    text_sha256 = models.CharField(max_length=64)
    result = models.JSONField()
    read_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Bóc tách {self.document}"


class Clause(models.Model):
    """One clause of the text, by character offsets, with what it is and why."""

    class Kind(models.TextChoices):
        TASK = "task", "Nhiệm vụ"
        INFORMATION = "information", "Thông tin"
        NONE = "none", "Không giao việc"

    document = models.ForeignKey(Document, models.CASCADE, related_name="clauses")
    key = models.CharField(max_length=40)
    kind = models.CharField(max_length=12, choices=Kind)
    reason = models.CharField(max_length=300)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["start"]
        constraints = [
            models.UniqueConstraint(fields=["document", "key"], name="documents_clause_key")
        ]

    def __str__(self) -> str:
        return f"{self.title} của {self.document}"

    @property
    def title(self) -> str:
        return clause_title(self.key)
