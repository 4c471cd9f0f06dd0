"""Keeping the sums of the counts: what readers add up is the same before and after each of these.

One statement moves numbers from one place to another, so every reader sees it whole or not at all;
one fold runs at a time, and nobody else writes to the sums (ADR 23).
"""

from dataclasses import replace
from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone

from baro.kernel import audit
from baro.work.models import TallyHorizon, TallySlip
from baro.work.models.tally_facts import COLUMNS, FACTS, ON_THE_CLOCK, ZONE
from baro.work.models.tally_sheets import HORIZON, MANY_SLIPS, SHEETS, SLIPS, WITH_PAST

# One statement holds this many slips in memory.
_BATCH = 200_000
_MINE = "SELECT pg_try_advisory_xact_lock(hashtextextended('work.tallies', 0))"
_WAIT = "SELECT pg_advisory_xact_lock(hashtextextended('work.tallies', 0))"
_ADDED = ", ".join(
    f"sheet_{place} AS ({sheet.added(sheet.summed('taken'))})" for place, sheet in enumerate(SHEETS)
)
_FOLD = f"""
    WITH taken AS (
        DELETE FROM {SLIPS} WHERE id IN (SELECT id FROM {SLIPS} ORDER BY id LIMIT {_BATCH})
        RETURNING *
    ), {_ADDED}
    SELECT count(*) FROM taken
"""  # noqa: S608
# What is on the clock and due between the two days, less what slips have not yet told the sums.
_PASSED = f"""
    (
        SELECT {FACTS}, 1 AS count FROM work_workitem item
        WHERE {ON_THE_CLOCK}
            AND item.due_at >= ({HORIZON} + 1)::timestamp AT TIME ZONE '{ZONE}'
            AND item.due_at < (%(day)s::date + 1)::timestamp AT TIME ZONE '{ZONE}'
        UNION ALL
        SELECT {", ".join(COLUMNS)}, -count FROM {SLIPS}
        WHERE kind = 'clock' AND due_day > {HORIZON} AND due_day <= %(day)s::date
    )
"""  # noqa: S608
_MOVED = ", ".join(
    f"sheet_{place} AS ({past.added(past.summed(_PASSED))})"
    for place, past in enumerate(replace(sheet, columns={"past": "true"}) for sheet in WITH_PAST)
)
_MOVE = f"""
    WITH {_MOVED}
    INSERT INTO work_tallyhorizon (id, day) VALUES (1, %(day)s::date)
    ON CONFLICT (id) DO UPDATE SET day = excluded.day
"""  # noqa: S608
_EMPTY = ("DELETE FROM work_updatehourtally WHERE running = 0",)


def fold_tallies(*, at: datetime) -> int:
    """Make sums of the slips that are there, and of the deadlines of days gone by; how many slips.

    Does nothing while another fold is under way.
    """
    folded = 0
    while taken := _fold_once(at):
        folded += taken
        if taken < _BATCH:
            break
    return folded


def fold_many_tallies(*, at: datetime) -> int:
    """Fold where so many slips wait that readers feel it: no worker is there, or it cannot keep up.

    Else nothing: it is the worker's to do.
    """
    some = TallySlip.objects.order_by()[:MANY_SLIPS].count()
    return fold_tallies(at=at) if some == MANY_SLIPS else 0


@transaction.atomic
def mend_tallies(*, at: datetime) -> dict[str, int]:
    """Compare every sum with the ledger and set right what is wrong; how many rows of which sheet.

    Other people go on working meanwhile: each sheet is compared and mended in one statement.
    """
    wrong = {}
    with connection.cursor() as cursor:
        cursor.execute(_WAIT)
        for sheet in SHEETS:
            cursor.execute(sheet.added(sheet.drift()))
            if cursor.rowcount:
                wrong[sheet.name] = cursor.rowcount

    if wrong:
        target = TallyHorizon.objects.first() or TallyHorizon(pk=1, day=date(2000, 1, 1))
        facts = {"sheets": ", ".join(f"{name}: {count}" for name, count in wrong.items())}
        audit.record("work.tallies_mended", target, by=None, at=at, facts=facts)
    return wrong


def rebuild_tallies(*, at: datetime) -> None:
    """After rows were loaded in bulk, with the triggers or without: sums for all, no slips."""
    mend_tallies(at=at)
    fold_tallies(at=at)


@transaction.atomic
def _fold_once(at: datetime) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_MINE)
        if not cursor.fetchone()[0]:
            return 0
        _move_horizon(timezone.localtime(at).date() - timedelta(days=1))
        cursor.execute(_FOLD)
        taken: int = cursor.fetchone()[0]
        return taken


def _move_horizon(day: date) -> None:
    """Let the sums hold as past what was due until that day; never backwards."""
    horizon = TallyHorizon.objects.first()
    if horizon and horizon.day >= day:
        return
    with connection.cursor() as cursor:
        cursor.execute(_MOVE, {"day": day})
        for statement in _EMPTY:
            cursor.execute(statement)
