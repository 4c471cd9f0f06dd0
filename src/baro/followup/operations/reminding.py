"""Sending what the ladder says, each rung once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from baro.followup.ladder import Due, Ladder, furthest_ahead
from baro.followup.ladder_words import due_day
from baro.followup.models import Reminder, ReminderProgress, Rung
from baro.followup.operations.reminder_notices import (
    Entries,
    MissedOnes,
    Sent,
    leave_traces,
    tell_caught_up,
    tell_leaders,
    tell_today,
)
from baro.followup.queries.addressees import addressees_of, items_with_people
from baro.followup.queries.leaders_list import newly_listed, reminders_before_leaders
from baro.followup.queries.remindable import deadlines_before, facts_of, keys_with_deadline
from baro.kernel.calendar import api as calendars
from baro.work import api as work

BATCH = 1000
_JUST_BEFORE = timedelta(microseconds=1)


@dataclass
class Round:
    """One run of the ladder: what it has to look at, and what it did."""

    at: datetime
    after: datetime
    ladder: Ladder
    limit: int
    reminded: int = 0
    caught_up: int = 0
    missed: MissedOnes = field(default_factory=MissedOnes)
    entries: Entries = field(default_factory=Entries)

    @property
    def on(self) -> date:
        return timezone.localtime(self.at).date()


@transaction.atomic
def remind(*, at: datetime) -> Round | None:
    """Send every rung that has come since the last run; nothing if somebody else is at it.

    All of it happens or nothing: a run that is cut off leaves no trace, and the next one does its
    work. What a run finds on later days than its own is told in one notice for each person.
    """
    progress = _take_turn(at)
    if progress is None or at < progress.through_at:
        return None
    after = max(_start_of_day(progress.through_at), progress.started_at) - _JUST_BEFORE
    rungs = _rungs_between(after, at)
    run = Round(
        at, after, Ladder(rungs, calendars.working_calendar()), reminders_before_leaders(at=at)
    )

    for keys in _batches(run, horizon=at + furthest_ahead(rungs)):
        _remind_batch(run, keys)
    tell_caught_up(run.missed, at=at)
    tell_leaders(run.entries, limit=run.limit, at=at)
    progress.through_at = at
    progress.save(update_fields=["through_at"])
    return run


def _take_turn(at: datetime) -> ReminderProgress | None:
    """The single row, for as long as this run lasts; none while another run holds it."""
    today = _start_of_day(at)
    ReminderProgress.objects.get_or_create(
        pk=1, defaults={"started_at": today, "through_at": today}
    )
    return (
        ReminderProgress.objects.select_for_update(no_key=True, skip_locked=True)
        .filter(pk=1)
        .first()
    )


def _rungs_between(after: datetime, at: datetime) -> list[Rung]:
    first, last = timezone.localtime(after).date(), timezone.localtime(at).date()
    return list(Rung.objects.filter(valid_from__lte=last).exclude(valid_to__lte=first))


def _batches(run: Round, *, horizon: datetime) -> list[list[int]]:
    """Keys of items whose deadline has a rung in the time looked at, some hundreds at a time."""
    reached = [
        due_at
        for due_at in deadlines_before(horizon)
        if run.ladder.coming(due_at, after=run.after, at=run.at)
    ]
    keys = keys_with_deadline(reached) if reached else []
    return [keys[start : start + BATCH] for start in range(0, len(keys), BATCH)]


def _remind_batch(run: Round, keys: Sequence[int]) -> None:
    fresh = _fresh(run, keys)
    if not fresh:
        return
    items = list({item.pk: item for item, _ in fresh}.values())
    who = addressees_of(items, on=run.on)
    sent = [
        Sent(item, due, who.of(item, due.rung.to), is_missed=due.planned_on < run.on)
        for item, due in fresh
    ]
    Reminder.objects.bulk_create(_row(one, run) for one in sent)
    leave_traces(sent, at=run.at)
    tell_today([one for one in sent if not one.is_missed], at=run.at)
    run.missed.add(one for one in sent if one.is_missed)
    run.entries.add(newly_listed(items, limit=run.limit, at=run.at), who)
    run.caught_up += sum(one.is_missed for one in sent)
    run.reminded += sum(not one.is_missed for one in sent)


def _fresh(run: Round, keys: Sequence[int]) -> list[tuple[work.WorkItem, Due]]:
    """What has come for these items and was not sent before."""
    dues = {
        key: found
        for key, facts in facts_of(keys)
        if (found := run.ladder.due(facts, after=run.after, at=run.at))
    }
    if not dues:
        return []
    known = set(
        Reminder.objects.filter(item__in=dues).values_list(
            "item_id", "rung_id", "occurrence", "due_on"
        )
    )
    return [
        (item, due)
        for key, item in sorted(items_with_people(dues).items())
        for due in dues[key]
        if (key, due.rung.pk, due.occurrence, due_day(item)) not in known
    ]


def _row(one: Sent, run: Round) -> Reminder:
    return Reminder(
        item=one.item,
        rung=one.due.rung,
        occurrence=one.due.occurrence,
        due_on=due_day(one.item),
        planned_at=one.due.planned_at,
        fired_at=run.at,
        fired_on=run.on,
        is_caught_up=one.is_missed,
        people=[person.pk for person in one.people],
    )


def _start_of_day(moment: datetime) -> datetime:
    return calendars.working_calendar().start_of(timezone.localtime(moment).date())
