"""Which stored files are in use, whoever uses them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db import models
from django.db.models import Exists, OuterRef, Q

from baro.kernel.files.models import FileFault, FileSweep, StoredFile

_SHOWN = 50


@dataclass(frozen=True)
class SweepReport:
    """How the latest walks went, and what they found."""

    running: FileSweep | None
    latest: FileSweep | None
    faults: Sequence[FileFault]
    counts: Mapping[str, int]

    @property
    def damaged(self) -> int:
        return self.counts.get("missing", 0) + self.counts.get("changed", 0)

    @property
    def unused(self) -> int:
        return self.counts.get("orphaned", 0) + self.counts.get("stray", 0)


def sweep_report() -> SweepReport:
    sweeps = FileSweep.objects.order_by("-pk")
    newest = sweeps.first()
    counts = Counter(FileFault.objects.order_by().values_list("kind", flat=True))
    return SweepReport(
        running=newest if newest and newest.ended_at is None else None,
        latest=sweeps.filter(ended_at__isnull=False).first(),
        faults=list(FileFault.objects.all()[:_SHOWN]),
        counts=counts,
    )


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
