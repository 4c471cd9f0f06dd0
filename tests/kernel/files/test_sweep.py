"""The walk through the store: damage is told, what is used stays, what nobody uses goes in time."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.factories.documents import DocumentFactory

from baro.kernel import jobs
from baro.kernel.audit.models import AuditEvent
from baro.kernel.files import api as files
from baro.kernel.files.store import path_of

pytestmark = pytest.mark.django_db


def _swept(at: datetime) -> dict[str, set[str]]:
    sweep = files.start_sweep(by=None, at=at)
    while files.sweep_batch(sweep=sweep, at=at):
        pass
    files.finish_sweep(sweep=sweep, at=at)
    found: dict[str, set[str]] = {}
    for fault in files.FileFault.objects.all():
        found.setdefault(fault.kind, set()).add(fault.sha256)
    return found


def _used(content: bytes, at: datetime) -> files.StoredFile:
    stored = files.store_file(content, name="a.txt", at=at)
    DocumentFactory.create(file=stored)
    return stored


def test_a_sweep_tells_damage_and_lets_only_go_what_nobody_uses(
    noon: datetime, settings: Any
) -> None:
    whole, lost, changed = (_used(word, noon) for word in (b"mot", b"hai", b"ba"))
    orphan = files.store_file(b"khong ai dung", name="b.txt", at=noon)
    path_of(lost.sha256).unlink()
    path_of(changed.sha256).write_bytes(b"sua")
    stray = "ab" * 32
    path_of(stray).parent.mkdir(parents=True)
    path_of(stray).write_bytes(b"?")
    later = datetime.now(tz=noon.tzinfo) + timedelta(days=2)

    found = _swept(later)

    assert found == {
        "missing": {lost.sha256},
        "changed": {changed.sha256},
        "orphaned": {orphan.sha256},
        "stray": {stray},
    }
    _swept(later + timedelta(days=29))
    assert path_of(orphan.sha256).exists()
    path_of(lost.sha256).write_bytes(b"hai")

    found = _swept(later + timedelta(days=30))

    assert found == {"changed": {changed.sha256}}
    assert not path_of(orphan.sha256).exists()
    assert not path_of(stray).exists()
    assert path_of(whole.sha256).read_bytes() == b"mot"
    assert set(files.StoredFile.objects.all()) == {whole, lost, changed}
    told = AuditEvent.objects.filter(name="kernel.orphaned_file_removed")
    assert {event.facts["sha256"] for event in told} == {orphan.sha256, stray}


def test_what_is_used_again_before_its_day_stays(noon: datetime) -> None:
    orphan = files.store_file(b"cho", name="b.txt", at=noon)
    _swept(noon)
    DocumentFactory.create(file=orphan)

    assert _swept(noon + timedelta(days=40)) == {}
    assert not files.remove_file(orphan)
    assert Path(path_of(orphan.sha256)).exists()


def test_a_walk_that_was_cut_off_goes_on_and_only_one_runs(
    noon: datetime, administrator: Any, stranger: Any
) -> None:
    for number in range(3):
        _used(str(number).encode(), noon)
    with pytest.raises(PermissionDenied):
        files.start_sweep(by=stranger, at=noon)
    sweep = files.start_sweep(by=administrator, at=noon)
    with pytest.raises(files.SweepUnderWay):
        files.start_sweep(by=administrator, at=noon + timedelta(minutes=50))
    files.sweep_batch(sweep=sweep, at=noon)
    _used(b"den sau", noon)

    (job,) = ProcrastinateJob.objects.filter(task_name__contains="walk_through_store")
    jobs.walk_through_store(job.args["event_ids"])
    jobs.walk_through_store(job.args["event_ids"])

    report = files.sweep_report()
    assert report.running is None
    assert report.latest is not None
    assert (report.latest.files, report.damaged, report.unused) == (4, 0, 0)
