"""Telling people about rungs, in as many queries for a thousand items as for one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from baro.followup import ladder_words as words
from baro.followup.ladder import Due
from baro.followup.models import LeadersList
from baro.followup.queries.addressees import Addressees
from baro.kernel import audit
from baro.notices import api as notices
from baro.org import api as org
from baro.tasks import api as tasks
from baro.work import api as work

_CAUSE = {"job": "followup.remind"}


@dataclass(frozen=True)
class Sent:
    """One rung of one item, and whom it reaches; missed when its day has gone by."""

    item: work.WorkItem
    due: Due
    people: tuple[org.Person, ...]
    is_missed: bool


class MissedOnes:
    """For each person the items of which they heard nothing, and in which days."""

    def __init__(self) -> None:
        self.people: dict[int, org.Person] = {}
        self._missed: dict[int, dict[int, words.Missed]] = defaultdict(dict)

    def add(self, sent: Iterable[Sent]) -> None:
        for one in sent:
            for person in one.people:
                self.people[person.pk] = person
                known, day = self._missed[person.pk].get(one.item.pk), one.due.planned_on
                first = min(known.first_on, day) if known else day
                last = max(known.last_on, day) if known else day
                self._missed[person.pk][one.item.pk] = words.Missed(one.item, first, last)

    def of(self, person: org.Person) -> list[words.Missed]:
        return list(self._missed[person.pk].values())


class Entries:
    """New rows of the leaders' lists: how many for each issuer, and whom it concerns."""

    def __init__(self) -> None:
        self.counts: dict[int, int] = defaultdict(int)
        self.people: dict[int, dict[int, org.Person]] = defaultdict(dict)

    def add(self, items: Iterable[work.WorkItem], who: Addressees) -> None:
        for item in items:
            unit = item.issuer_unit_id
            self.counts[unit] += 1
            for person in (*who.issuers_leader(item), *who.issuer(item)):
                self.people[unit][person.pk] = person


def leave_traces(sent: Sequence[Sent], *, at: datetime) -> None:
    """The history of each task says who was reminded of what."""
    audit.record_many(
        "followup.task_reminded",
        [
            (
                tasks.Task(item=one.item),
                words.told_facts(one.due, one.people, is_missed=one.is_missed),
            )
            for one in sent
        ],
        by=None,
        at=at,
        cause=_CAUSE,
    )


def tell_today(sent: Sequence[Sent], *, at: datetime) -> None:
    """One notice for each person and item, by the last rung that reaches them today."""
    last = {(one.item.pk, person.pk): (one, person) for one in sent for person in one.people}
    grouped: dict[tuple[int, int, int], tuple[Sent, list[org.Person]]] = {}
    for one, person in last.values():
        key = (one.item.pk, one.due.rung.pk, one.due.occurrence)
        grouped.setdefault(key, (one, []))[1].append(person)
    tellings = [_telling(one, people) for one, people in grouped.values()]
    if tellings:
        notices.tell_many(tellings, at=at)


def tell_caught_up(missed: MissedOnes, *, at: datetime) -> None:
    """One notice for each person that says all that was missed."""
    tellings = [
        notices.Telling(
            kind="caught_up",
            people=[person],
            subject=None,
            title=words.caught_up_title(missed.of(person)),
            body=words.caught_up_body(missed.of(person)),
            cause="followup.remind",
            key=f"caught-up:{at:%Y-%m-%dT%H:%M}",
        )
        for person in missed.people.values()
    ]
    if tellings:
        notices.tell_many(tellings, at=at)


def tell_leaders(entries: Entries, *, limit: int, at: datetime) -> None:
    """Each issuer's leader, and who follows the items up, once a day."""
    day = timezone.localtime(at).date()
    tellings = [
        notices.Telling(
            kind="leaders_list",
            people=list(entries.people[unit].values()),
            subject=LeadersList(pk=unit),
            title=words.leaders_title(count, limit),
            cause="followup.remind",
            key=f"leaders-list:{unit}:{day}",
        )
        for unit, count in entries.counts.items()
    ]
    if tellings:
        notices.tell_many(tellings, at=at)


def _telling(one: Sent, people: list[org.Person]) -> notices.Telling:
    rung = one.due.rung
    return notices.Telling(
        kind=words.kind_of(rung),
        people=people,
        subject=one.item,
        title=words.title_of(one.due, one.item),
        cause="followup.remind",
        key=(f"reminder:{one.item.pk}:{words.due_day(one.item)}:{rung.pk}:{one.due.occurrence}"),
    )
