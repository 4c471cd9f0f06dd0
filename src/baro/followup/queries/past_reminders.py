"""What the ladder would have sent about what is open now, for a ledger that is laid out at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time

from django.utils import timezone

from baro.followup.ladder import Due, Facts, Ladder
from baro.followup.ladder_words import due_day, told_facts
from baro.followup.models import Reminder, Rung
from baro.followup.queries.addressees import addressees_of, items_with_people
from baro.followup.queries.remindable import facts_of, open_to_reminding
from baro.kernel.calendar import api as calendars
from baro.work import api as work

_BATCH = 2000
_OPENS = time(8, 5)


@dataclass(frozen=True)
class PastReminder:
    """A row as sending on its day would have left it, and what its history line says."""

    row: Reminder
    facts: dict[str, str]


def past_reminders(*, after: datetime, at: datetime) -> Iterator[PastReminder]:
    """Of the deadlines that run now, each since it began to run; nothing is written."""
    ladder = Ladder(list(Rung.objects.all()), calendars.working_calendar())
    keys = list(open_to_reminding().order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), _BATCH):
        facts = dict(facts_of(keys[start : start + _BATCH]))
        items = items_with_people(facts)
        who = addressees_of(list(items.values()), on=timezone.localdate(at))
        for key, due in _dues(facts, ladder, after, at):
            people = who.of(items[key], due.rung.to)
            told = told_facts(due, people, is_missed=False)
            yield PastReminder(_row(items[key], due, [person.pk for person in people]), told)


def _dues(
    facts: dict[int, Facts], ladder: Ladder, after: datetime, at: datetime
) -> Iterator[tuple[int, Due]]:
    for key, known in facts.items():
        for due in ladder.due(known, after=after, at=at):
            yield key, due


def _row(item: work.WorkItem, due: Due, people: list[int]) -> Reminder:
    opens = timezone.localtime(due.planned_at).replace(hour=_OPENS.hour, minute=_OPENS.minute)
    return Reminder(
        item=item,
        rung=due.rung,
        occurrence=due.occurrence,
        due_on=due_day(item),
        planned_at=due.planned_at,
        fired_at=max(opens, due.planned_at),
        fired_on=due.planned_on,
        people=people,
    )
