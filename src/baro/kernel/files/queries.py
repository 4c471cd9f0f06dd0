"""Which stored files are in use, whoever uses them."""

from collections.abc import Iterator

from django.db import models
from django.db.models import Exists, OuterRef, Q

from baro.kernel.files.models import StoredFile


def is_referred_to(stored: StoredFile) -> bool:
    return not orphaned_files().filter(pk=stored.pk).exists()


def orphaned_files() -> "models.QuerySet[StoredFile]":
    """Files to which no row of any table points; new tables are found by themselves."""
    used = Q()
    for model, field in _references():
        used |= Q(Exists(model._base_manager.filter(**{field: OuterRef("pk")})))
    return StoredFile.objects.exclude(used)


def _references() -> Iterator[tuple[type[models.Model], str]]:
    for relation in StoredFile._meta.get_fields(include_hidden=True):
        if isinstance(relation, models.ForeignObjectRel):
            yield relation.related_model, relation.field.name
