"""Walking through the store: what is missing or changed is told, what nobody uses goes in time."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import models, transaction
from django.utils import timezone

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.files import store
from baro.kernel.files.models import FileFault, FileSweep, StoredFile
from baro.kernel.files.operations.storing import remove_file
from baro.kernel.files.queries import orphaned_files
from baro.kernel.policies import can_manage_system, require
from baro.kernel.rules import api as rules

_FILES_AT_ONCE = 200
_BYTES_AT_ONCE = 256 * 2**20
_CUT_OFF = timedelta(hours=1)
_SETTLED = timedelta(days=1)
_KEPT = "kernel.orphaned_file_days"
Kind = FileFault.Kind


class SweepUnderWay(DomainError):
    pass


@transaction.atomic
def start_sweep(*, by: models.Model | None, at: datetime) -> FileSweep:
    """Begin a walk; the job that its trace queues does the walking."""
    if by is not None:
        require(can_manage_system(by), "Chỉ quản trị hệ thống cho kiểm tra được kho tệp.")
    latest = FileSweep.objects.select_for_update().first()
    if latest and latest.ended_at is None and at - latest.progress_at < _CUT_OFF:
        raise SweepUnderWay("Kho tệp đang được kiểm tra; ông/bà xem kết quả khi kiểm tra xong.")

    sweep = FileSweep.objects.create(started_at=at, progress_at=at)
    audit.record("kernel.file_sweep_started", sweep, by=by, at=at)
    return sweep


def sweep_batch(*, sweep: FileSweep, at: datetime) -> bool:
    """Read some more files; says whether there may be others after them."""
    batch = list(_next(sweep))
    faults = [(file, kind) for file in batch if (kind := _fault(file))]
    with transaction.atomic():
        sweep = FileSweep.objects.select_for_update().get(pk=sweep.pk)
        if batch and sweep.cursor < batch[0].pk:
            _note(sweep, faults, at=at)
            sweep.cursor, sweep.progress_at = batch[-1].pk, at
            sweep.files += len(batch)
            sweep.bytes += sum(file.size for file in batch)
            sweep.save()
    return bool(batch)


def finish_sweep(*, sweep: FileSweep, at: datetime) -> FileSweep:
    """Forget what is well again, tell what nobody uses, and let go of what nobody used for long."""
    with transaction.atomic():
        sweep = FileSweep.objects.select_for_update().get(pk=sweep.pk)
        if sweep.ended_at:
            return sweep
        _note(sweep, [(file, Kind.ORPHANED) for file in orphaned_files()], at=at)
        _note(sweep, [(file, Kind.STRAY) for file in _strays(at)], at=at)
        FileFault.objects.exclude(sweep=sweep).delete()
    removed = _remove_old(sweep, at=at)
    sweep.ended_at, sweep.removed = at, removed
    sweep.save(update_fields=["ended_at", "removed"])
    return sweep


def _next(sweep: FileSweep) -> Iterable[StoredFile]:
    size = 0
    cursor = FileSweep.objects.values_list("cursor", flat=True).get(pk=sweep.pk)
    for file in StoredFile.objects.filter(pk__gt=cursor).order_by("pk")[:_FILES_AT_ONCE]:
        size += file.size
        yield file
        if size > _BYTES_AT_ONCE:
            return


def _fault(file: StoredFile) -> str | None:
    found = store.fingerprint(file.sha256)
    if found is None:
        return Kind.MISSING
    return None if found == file.sha256 else Kind.CHANGED


def _note(sweep: FileSweep, faults: Iterable[tuple[StoredFile, str]], *, at: datetime) -> None:
    """A fault that was known keeps the moment at which it was first seen."""
    FileFault.objects.bulk_create(
        [
            FileFault(kind=kind, sha256=file.sha256, size=file.size, found_at=at, sweep=sweep)
            for file, kind in faults
        ],
        update_conflicts=True,
        unique_fields=["sha256", "kind"],
        update_fields=["sweep"],
    )


def _strays(at: datetime) -> list[StoredFile]:
    """Bytes without a row; fresh ones may belong to a transaction that is still open."""
    lying = {name: size for name, size, since in store.lying() if at - since > _SETTLED}
    known = set(StoredFile.objects.values_list("sha256", flat=True))
    return [StoredFile(sha256=name, size=size) for name, size in lying.items() if name not in known]


def _remove_old(sweep: FileSweep, *, at: datetime) -> int:
    days = rules.value_of(_KEPT, as_at=timezone.localdate(at))
    old = FileFault.objects.filter(found_at__lte=at - timedelta(days=days))
    kinds = [Kind.ORPHANED, Kind.STRAY]
    return sum(_removed(fault, sweep, at=at) for fault in old.filter(kind__in=kinds))


@transaction.atomic
def _removed(fault: FileFault, sweep: FileSweep, *, at: datetime) -> bool:
    """Looked at once more under the lock: what came into use meanwhile stays."""
    stored = StoredFile.objects.filter(sha256=fault.sha256).first()
    if stored is None and fault.kind == Kind.STRAY:
        store.drop(fault.sha256)
    elif stored is None or not remove_file(stored):
        return False
    facts = {"sha256": fault.sha256, "size": fault.size}
    audit.record("kernel.orphaned_file_removed", sweep, by=None, at=at, facts=facts)
    fault.delete()
    return True
