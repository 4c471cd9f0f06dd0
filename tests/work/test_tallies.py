"""What is known without counting is what a count would say (ADR 23)."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime, timedelta
from multiprocessing import get_context
from random import Random
from typing import Any

import pgtrigger
import pytest
from django.db import connection, transaction
from tests.factories.work import CITY, WorkItemFactory
from tests.work import tally_ground as ground_of
from tests.work.tally_ground import DEEDS, IS_LONG, NOW, Ground, differences

from baro.kernel.audit.models import AuditEvent
from baro.org import api as org
from baro.work import api as work
from baro.work.models import DocumentTally, DueDayTally, TallyHorizon, TallySlip, UnitTally
from baro.work.operations import tallies as operations

WRITERS, ROUNDS = 4, 1500 if IS_LONG else 40
MIDNIGHT = datetime(2026, 9, 9, tzinfo=CITY)
_SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"


def _write(seed: int, ground: Ground) -> int:
    """One of the writers: rows change, some changes are taken back, and now and then it folds."""
    random, done = Random(seed), 0  # noqa: S311 - nothing secret
    try:
        for _ in range(ROUNDS):
            with transaction.atomic():
                deed = random.choice(DEEDS)
                deed(random, ground)
                done += 1
                transaction.set_rollback(random.random() < 0.1)
            if random.random() < 0.15:
                work.fold_tallies(at=NOW + timedelta(days=random.randint(-9, 9)))
    finally:
        connection.close()
    return done


@pytest.mark.django_db(transaction=True)
def test_four_processes_write_and_every_reader_is_told_what_a_count_would_say() -> None:
    ground = ground_of.laid_out()
    connection.close()  # what a child inherits it must not share

    with ProcessPoolExecutor(WRITERS, mp_context=get_context("fork")) as pool:
        writers = [pool.submit(_write, seed, ground) for seed in range(WRITERS)]
        looks = Random(7)  # noqa: S311
        seen = 0
        while not all(writer.done() for writer in writers) or not seen:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(_SNAPSHOT)
                at = NOW + timedelta(minutes=looks.randint(-60_000, 60_000))
                assert differences(ground, [at], [None, ground.ward]) == []
            seen += 1
        assert sum(writer.result() for writer in writers) == WRITERS * ROUNDS

    assert work.WorkItem.objects.count() > ROUNDS // 2
    assert work.wrong_tallies() == {}
    work.fold_tallies(at=NOW + timedelta(days=9))
    assert not TallySlip.objects.exists()
    assert work.wrong_tallies() == {}
    assert differences(ground, _moments(), [None, ground.ward]) == []


@pytest.fixture
def ground(db: None) -> Ground:
    """A hundred rows of every kind, not folded."""
    ground = ground_of.laid_out()
    random = Random(1)  # noqa: S311
    for _ in range(30):
        ground_of.open_some(random, ground)
        ground_of.change_some(random, ground)
    return ground


def _moments() -> list[datetime]:
    """Before, at and after midnight, weeks away, and where deadlines and updates lie."""
    near = [timedelta(), timedelta(microseconds=1), -timedelta(microseconds=1)]
    return [
        *(MIDNIGHT + step for step in near),
        *(MIDNIGHT + timedelta(days=days, hours=11, minutes=30) for days in (-30, -8, 0, 1, 30)),
        MIDNIGHT - timedelta(days=7),
    ]


@pytest.mark.parametrize("folded_on", [None, -20, -1, 0, 1, 20])
def test_overdue_is_known_at_every_moment_whenever_the_last_fold_was(
    ground: Ground, folded_on: int | None
) -> None:
    if folded_on is not None:
        work.fold_tallies(at=MIDNIGHT + timedelta(days=folded_on, hours=1))
    ground_of.change_some(Random(2), ground)  # noqa: S311

    assert differences(ground, _moments(), [None, ground.ward]) == []


def test_nothing_changes_when_midnight_comes_and_the_fold_after_it(ground: Ground) -> None:
    work.fold_tallies(at=MIDNIGHT - timedelta(hours=3))
    after = MIDNIGHT + timedelta(minutes=5)
    reader = ground.readers[0]
    before_fold = work.tally_of(reader, None, at=after)

    work.fold_tallies(at=after)

    assert work.tally_of(reader, None, at=after) == before_fold
    assert TallyHorizon.objects.get().day == MIDNIGHT.date() - timedelta(days=1)


def test_a_unit_that_moves_takes_its_numbers_along(ground: Ground) -> None:
    work.fold_tallies(at=NOW)
    division = org.Unit.objects.get(pk=ground.units[3])
    other = org.Unit.objects.get(pk=ground.units[2])
    assert division.commune_id != other.commune_id

    org.Unit.objects.filter(pk=division.pk).update(
        parent=other, path=f"{other.path}{division.pk}/", commune=other.commune_id
    )

    assert differences(ground, [NOW], [None, ground.ward]) == []


def test_what_was_loaded_past_the_triggers_is_counted_afterwards(ground: Ground) -> None:
    work.fold_tallies(at=NOW)
    with pgtrigger.ignore("work.WorkItem:tallied_insert"):
        ground_of.open_some(Random(3), ground)  # noqa: S311
    assert differences(ground, [NOW], [None]) != []

    work.rebuild_tallies(at=NOW)

    assert differences(ground, _moments(), [None, ground.ward]) == []


def test_a_wrong_sum_is_found_and_mended_with_a_trace(ground: Ground) -> None:
    work.fold_tallies(at=NOW)
    UnitTally.objects.filter(pk=UnitTally.objects.earliest("pk").pk).update(past=999)
    DocumentTally.objects.filter(pk=DocumentTally.objects.earliest("pk").pk).delete()
    DueDayTally.objects.filter(lead_unit_id=0).update(late=5)
    assert work.wrong_tallies().keys() == {"đơn vị", "văn bản", "ngày đến hạn của thành phố"}

    wrong = work.mend_tallies(at=NOW)

    assert wrong.keys() == {"đơn vị", "văn bản", "ngày đến hạn của thành phố"}
    assert work.wrong_tallies() == {}
    assert differences(ground, _moments(), [None]) == []
    assert (
        AuditEvent.objects.get(name="work.tallies_mended").facts["sheets"].startswith("đơn vị: 1")
    )


def test_all_being_well_nothing_is_mended_and_nothing_told(ground: Ground) -> None:
    assert work.mend_tallies(at=NOW) == {}
    assert not AuditEvent.objects.filter(name="work.tallies_mended").exists()


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"cap": "tren"},
        {"cap": "trong"},
        {"donvi": "HN"},
        {"xa": "khong"},
        {"laanhdao": "post"},
        {"donvi": "ward", "cap": "tren"},
        {"chutri": "division"},
        {"xa": "ward,khong", "laanhdao": "post"},
        {"trangthai": "done"},
        {"nguon": "document"},
        {"o": "running_overdue"},
    ],
)
def test_the_cells_over_a_list_are_those_of_its_rows(ground: Ground, query: Any) -> None:
    named = {
        "ward": ground.ward.code,
        "division": org.Unit.objects.get(pk=ground.units[3]).code,
        "post": str(ground.posts[1]),
        "document": str(ground.documents[0]),
    }
    words = {k: ",".join(named.get(v, v) for v in value.split(",")) for k, value in query.items()}
    asked = work.read_query(words)
    for reader in ground.readers:
        items = work.WorkItem.objects.visible_to(reader).counted()
        counted = work.tally(work.filtered(items, asked, at=NOW, by=reader), at=NOW)

        known = work.tally_of(reader, asked, at=NOW)

        assert known.cells() == counted.cells()
        assert (known.total, known.running) == (counted.total, counted.running)


def test_what_changes_no_count_leaves_no_slip(ground: Ground) -> None:
    work.fold_tallies(at=NOW)

    work.WorkItem.objects.update(title="Tên khác")

    assert not TallySlip.objects.exists()


def test_one_fold_at_a_time(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operations, "_MINE", "SELECT false")

    assert work.fold_tallies(at=NOW) == 0
    assert TallySlip.objects.exists()


def test_many_slips_are_folded_without_a_worker_and_few_are_left_to_it(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = TallySlip.objects.count()

    monkeypatch.setattr(operations, "MANY_SLIPS", waiting + 1)
    assert work.fold_many_tallies(at=NOW) == 0
    assert TallySlip.objects.count() == waiting

    monkeypatch.setattr(operations, "MANY_SLIPS", waiting)
    assert work.fold_many_tallies(at=NOW) == waiting
    assert not TallySlip.objects.exists()
    assert differences(ground, [NOW], [None]) == []


def test_a_whole_page_is_known_by_few_questions(
    ground: Ground, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    reader = ground.readers[1]
    work.tally_of(reader, None, at=NOW)
    WorkItemFactory.create_batch(5)

    with django_assert_max_num_queries(6):
        work.tally_of(reader, None, at=NOW, unit=ground.ward)
