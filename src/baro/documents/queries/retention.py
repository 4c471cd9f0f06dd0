"""The classes of retention with how many documents each has."""

from dataclasses import dataclass

from django.db.models import Count

from baro.documents.models import Document, RetentionClass
from baro.org import api as org

UNDETERMINED = "0"


@dataclass(frozen=True)
class RetentionLine:
    retention: RetentionClass
    documents: int


def retention_lines(user: org.User) -> tuple[list[RetentionLine], int]:
    """Each class with the documents that this user may see, and how many have none."""
    rows = Document.objects.visible_to(user).order_by().values_list("retention")
    counts = dict(rows.annotate(Count("pk")))
    classes = RetentionClass.objects.all()
    lines = [RetentionLine(each, counts.get(each.pk, 0)) for each in classes]
    return lines, counts.get(None, 0)


def retention_choices() -> list[tuple[str, str]]:
    classes = [(str(each.pk), each.name) for each in RetentionClass.objects.all()]
    return [*classes, (UNDETERMINED, "Chưa xác định")]
