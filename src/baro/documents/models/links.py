"""Links between documents: what one paper says of another, matched or still waiting for it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper

from baro.documents.models.documents import Document
from baro.kernel.constraints import known_exactly_when


class DocumentLinkQuerySet(models.QuerySet["DocumentLink"]):
    def standing(self) -> Self:
        """Not taken away by hand."""
        return self.filter(removed_at__isnull=True)

    def waiting(self) -> Self:
        """The cited paper is in no register yet, or in several with nothing to tell them apart."""
        return self.standing().filter(target__isnull=True)


class DocumentLink(models.Model):
    """One document cites another: `source` answers, carries out, replaces... the cited paper.

    The cited paper is kept as the text has it, and `target` is filled once it is known. `start`
    and `end` are its place in the text of the source, empty when the link was added by hand. A
    link taken away by hand stays, so that reading the text again does not bring it back.
    """

    class Kind(models.TextChoices):
        CARRIES_OUT = "carries_out", "Thực hiện"
        REPLIES = "replies", "Trả lời"
        REPLACES = "replaces", "Thay thế"
        AMENDS = "amends", "Sửa đổi, bổ sung"
        CORRECTS = "corrects", "Đính chính"
        RESTS_ON = "rests_on", "Căn cứ"

    source = models.ForeignKey(Document, models.CASCADE, related_name="links")
    kind = models.CharField(max_length=12, choices=Kind)
    target = models.ForeignKey(Document, models.PROTECT, null=True, related_name="back_links")
    cited_type = models.CharField(max_length=8, blank=True)
    cited_symbol = models.CharField(max_length=60)
    cited_on = models.DateField(null=True)
    cited_issuer = models.CharField(max_length=200, blank=True)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    note = models.CharField(max_length=300, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+")
    removed_at = models.DateTimeField(null=True)
    removed_by = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+")

    objects = DocumentLinkQuerySet.as_manager()

    class Meta:
        ordering = ["start", "pk"]
        indexes = [models.Index(Upper("cited_symbol"), name="documents_link_cited")]
        constraints = [
            models.UniqueConstraint(
                "source",
                "kind",
                Upper("cited_symbol"),
                "cited_on",
                name="documents_documentlink_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="documents_documentlink_not_to_itself",
                condition=Q(target__isnull=True) | ~Q(source=models.F("target")),
            ),
            known_exactly_when(Q(removed_at__isnull=False), "removed_by"),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.get_kind_display().lower()} {self.cited_symbol}"

    @property
    def is_read(self) -> bool:
        """Found in the text, not added by hand."""
        return self.start is not None
