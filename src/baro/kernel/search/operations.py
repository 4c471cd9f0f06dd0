"""Keeping the index in step with what it speaks of; called by the operations of the modules."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Value
from django.db.models.functions import Cast

from baro.kernel.search.models import SearchEntry
from baro.kernel.search.words import vector_text
from baro.kernel.text import nfc

_BATCH = 500
_LONGEST_TITLE = 500


@dataclass(frozen=True)
class Indexed:
    """An object with the words by which it is to be found."""

    target: models.Model
    title: str
    text: str = ""


def index(target: models.Model, *, title: str, text: str = "") -> None:
    """Make the object findable by these words, and by no earlier ones."""
    index_many([Indexed(target, title, text)])


def index_many(entries: Iterable[Indexed]) -> None:
    """Make many objects findable, in a few statements."""
    rows = {(row.target_type, row.target_id): row for row in map(_row, entries)}
    SearchEntry.objects.bulk_create(
        rows.values(),
        batch_size=_BATCH,
        update_conflicts=True,
        unique_fields=["target_type", "target_id"],
        update_fields=["title", "words"],
    )


def remove(target: models.Model) -> None:
    SearchEntry.objects.filter(target_type=target._meta.label_lower, target_id=target.pk).delete()


def _row(entry: Indexed) -> SearchEntry:
    words = Value(vector_text(entry.title, entry.text), output_field=models.TextField())
    return SearchEntry(
        target_type=entry.target._meta.label_lower,
        target_id=entry.target.pk,
        title=nfc(entry.title)[:_LONGEST_TITLE],
        words=Cast(words, SearchVectorField()),
    )
