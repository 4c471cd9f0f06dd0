"""Six weeks, day by day: exactly what the rules say, once each, however often the job is killed."""

import random
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from typing import Any

import pytest
from django.db import connection
from tests.factories.city_rows import lay_out_city
from tests.factories.org import AppointmentFactory, PersonFactory, PostFactory
from tests.followup.month import (
    FIRST,
    Act,
    Life,
    Oracle,
    Told,
    days,
    end_of,
    is_worked,
    lives,
    moment,
)

from baro.followup.models import Reminder
from baro.followup.operations.comparing import compare
from baro.followup.operations.reminding import remind
from baro.followup.queries.leaders_list import listed_items
from baro.notices.models import Letter, Notice
from baro.notices.operations import make_digests
from baro.org import api as org
from baro.tasks import api as tasks
from baro.work import api as work

ITEMS, WARDS, GIVERS = 300, 12, 2
STANDSTILL = {date(2026, 9, 14), date(2026, 9, 15), date(2026, 9, 16)}
NEW_HEAD_FROM = date(2026, 9, 10)
pytestmark = pytest.mark.django_db


class Killed(BaseException):
    """The worker is gone, in the middle of a transaction."""


class World:
    """The city with the people of the month in it, by the names that the oracle uses."""

    def __init__(self) -> None:
        lay_out_city(at=moment(FIRST, 0))
        posts = org.Post.objects.filter(
            is_head=True, unit__kind="peoples_committee", unit__commune__isnull=False
        )
        self.posts = list(posts.select_related("unit").order_by("pk")[:WARDS])
        self.people: dict[str, org.Person] = {}
        self.heads: dict[int, list[tuple[date, str]]] = {}
        for ward, post in enumerate(self.posts):
            self._seat(f"head {ward}", post, until=NEW_HEAD_FROM if ward == 0 else None)
            self.heads[ward] = [(date(2025, 1, 1), f"head {ward}")]
            self._seat(f"doer {ward}", PostFactory.create(unit=post.unit))
        self._seat("new head", self.posts[0], since=NEW_HEAD_FROM)
        self.heads[0].append((NEW_HEAD_FROM, "new head"))
        # Two bodies give work, so that the lists of two leaders are kept apart.
        self.bodies = list(org.Unit.objects.filter(code__in=["UBND-TP", "SNV"]).order_by("pk"))
        self.givers = []
        for giver, post in enumerate(
            org.head_posts_of(self.bodies)[body.pk] for body in self.bodies
        ):
            self._seat(f"leader {giver}", post)
            office = PostFactory.create(unit=post.unit)
            self.givers.append(self._seat(f"giver {giver}", office))

    def _seat(
        self, name: str, post: org.Post, *, since: date | None = None, until: date | None = None
    ) -> org.User:
        person = self.people[name] = PersonFactory.create(full_name=f"Người {name}")
        window = {"valid_from": since or date(2025, 1, 1), "valid_to": until}
        AppointmentFactory.create(person=person, post=post, **window)
        address = f"{name.replace(' ', '.')}@example.org"
        return org.User.objects.create(username=address, email=address, person=person)

    def give(self, life: Life) -> work.WorkItem:
        """The row of the ledger as giving it left it."""
        ward, body = self.posts[life.ward].unit, self.bodies[life.giver]
        due_at = end_of(life.due_on) if life.due_on else None
        item = work.WorkItem.objects.create(
            number=f"NV-2026-{life.key:06d}",
            kind="task",
            title=f"Việc {life.key}",
            state="received",
            issuer_unit=body,
            issued_by=self.givers[life.giver],
            issued_at=life.issued_at,
            start_at=life.issued_at,
            last_update_at=life.issued_at,
            lead_unit=ward,
            assignee=self.people[f"doer {life.ward}"] if life.is_assigned else None,
            original_due_at=due_at,
            due_at=due_at,
        )
        helpers = [self.posts[helper].unit for helper in life.helpers]
        parts = [(ward, "lead"), (body, "issuer"), *((unit, "cooperating") for unit in helpers)]
        for unit, part in parts:
            item.parties.create(unit=unit, part=part)
        tasks.Task.objects.create(item=item, content="Việc", expected_product="Báo cáo")
        return item

    def do(self, item: work.WorkItem, act: Act) -> None:
        """The rows as each act leaves them."""
        _ACTS[act.what](item, act, item.issued_by)
        if act.day:
            item.due_at = end_of(act.day)
        if act.what in {"note", "deliver", "pause"}:
            item.last_update_at = act.at
        item.save()


def _pause(item: work.WorkItem, act: Act, by: org.User) -> None:
    item.state, item.is_paused = "unclear", True
    item.pauses.create(from_at=act.at, reason="Chưa rõ", paused_by=by)


def _resume(item: work.WorkItem, act: Act, by: org.User) -> None:
    item.state, item.is_paused = "received", False
    item.pauses.filter(to_at__isnull=True).update(to_at=act.at)


def _extend(item: work.WorkItem, act: Act, by: org.User) -> None:
    assert act.day
    asked = {"asked_at": act.at, "asked_by": by, "grounds": "Thiếu số liệu", "status": "granted"}
    new = end_of(act.day)
    item.extensions.create(
        old_due_at=item.due_at or new,
        proposed_due_at=new,
        new_due_at=new,
        decided_at=act.at,
        decided_by=by,
        **asked,
    )


def _deliver(item: work.WorkItem, act: Act, by: org.User) -> None:
    item.state, item.delivered_at = "delivered", act.at
    tasks.Delivery.objects.create(
        task_id=item.pk, text="Báo cáo", handed_in_at=act.at, handed_in_by=by
    )


def _return(item: work.WorkItem, act: Act, by: org.User) -> None:
    item.state, item.delivered_at = "returned", None
    decided = {"status": "returned", "reason": "Thiếu", "decided_at": act.at, "decided_by": by}
    tasks.Delivery.objects.filter(task_id=item.pk).update(**decided)


def _accept(item: work.WorkItem, act: Act, by: org.User) -> None:
    item.state, item.closed_at = "done", act.at


def _withdraw(item: work.WorkItem, act: Act, by: org.User) -> None:
    item.state, item.closed_at = "withdrawn", act.at


def _note(item: work.WorkItem, act: Act, by: org.User) -> None:
    tasks.ProgressNote.objects.create(task_id=item.pk, done="Đã làm", noted_at=act.at, noted_by=by)


_ACTS: dict[str, Callable[[work.WorkItem, Act, org.User], None]] = {
    "pause": _pause,
    "resume": _resume,
    "extend": _extend,
    "deliver": _deliver,
    "return": _return,
    "accept": _accept,
    "withdraw": _withdraw,
    "note": _note,
}


class Months:
    """The clock, moved forward; the product and the oracle are asked at the same moments."""

    def __init__(self) -> None:
        self.world = World()
        self.lives = lives(ITEMS, WARDS, GIVERS)
        self.oracle = Oracle(self.lives, moment(FIRST, 0), self.world.heads)
        self.items: dict[int, work.WorkItem] = {}
        self.happened: set[tuple[int, int]] = set()
        self.chance = random.Random(7)  # noqa: S311 - a repeatable run is the point
        self.killed = 0
        self.keys: dict[int, int] = {}
        self.names = {person.pk: name for name, person in self.world.people.items()}

    def go_through(self) -> None:
        for day in days():
            if is_worked(day):
                self._work(day)
            self.let_happen(moment(day, 23))

    def _work(self, day: date) -> None:
        if day not in STANDSTILL:
            self.let_happen(moment(day, 7))
            self._deliver_letters(day)
        for hour, minute in ((8, 5), (10, 40), (15, 30)):
            at = moment(day, hour, minute)
            self.let_happen(at)
            # The last run of a day is left alone, so that a day's reminders go out on their day.
            if day not in STANDSTILL and self._run(at, may_die=hour < 15):
                self.oracle.run(at)
        at = moment(day, 17)
        self.let_happen(at)
        listed = listed_items(work.WorkItem.objects.all(), at=at)
        keys = {int(number[-6:]) for number in listed.values_list("number", flat=True)}
        assert keys == self.oracle.listed(at), f"the leaders' list of {day}"

    def _run(self, at: datetime, *, may_die: bool) -> bool:
        """Whether the run lived; half of those that may die do, at any query of theirs."""
        if not may_die or self.chance.random() < 0.5:
            assert remind(at=at) is not None
            return True
        with suppress(Killed), connection.execute_wrapper(_killer(self.chance.randrange(1, 30))):
            remind(at=at)
            return True
        self.killed += 1
        return False

    def let_happen(self, at: datetime) -> None:
        for life in self.lives:
            if life.key not in self.items and life.issued_at <= at:
                item = self.items[life.key] = self.world.give(life)
                self.keys[item.pk] = life.key
            for place, act in enumerate(life.acts):
                if act.at <= at and (life.key, place) not in self.happened:
                    self.happened.add((life.key, place))
                    self.world.do(self.items[life.key], act)

    def _deliver_letters(self, day: date) -> None:
        letters = make_digests(at=moment(day, 7, 5))
        found: dict[str, set[Told]] = {}
        for notice in Notice.objects.filter(letter__in=letters):
            found.setdefault(self.names[notice.person_id], set()).add(self.told(notice))
        assert found == self.oracle.morning(moment(day, 7)), f"the letters of {day}"
        sent = {"state": "sent", "sent_at": moment(day, 7, 6), "next_try_at": None}
        Letter.objects.filter(pk__in=[letter.pk for letter in letters]).update(**sent)

    def told(self, notice: Notice) -> Told:
        is_task = notice.subject_type == "work.workitem"
        item = self.keys[notice.subject_id] if is_task and notice.subject_id else None
        return Told(self.names[notice.person_id], notice.kind, item, notice.told_at)


def _killer(at_query: int) -> Callable[..., Any]:
    count = 0

    def wrapper(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal count
        count += "SAVEPOINT" not in sql
        if count == at_query and "SAVEPOINT" not in sql:
            raise Killed
        return execute(sql, params, many, context)

    return wrapper


def test_six_weeks_bring_exactly_what_the_rules_say(settings: Any) -> None:
    settings.MAIL_IS_SET_UP = True
    months = Months()

    months.go_through()

    keys, names = months.keys, months.names
    sent = {
        (keys[row.item_id], row.due_on, row.rung.offset + row.occurrence * row.rung.every): (
            row.fired_at,
            row.is_caught_up,
            frozenset(names[key] for key in row.people),
        )
        for row in Reminder.objects.select_related("rung")
    }
    assert sent == months.oracle.sent
    told = Counter(months.told(notice) for notice in Notice.objects.all())
    assert told == Counter(months.oracle.told)
    assert set(told.values()) == {1}
    _is_worth_the_name(months)


def _is_worth_the_name(months: Months) -> None:
    """A month in which nothing happened would prove nothing."""
    kinds = Counter(one.kind for one in months.oracle.told)
    assert min(kinds[kind] for kind in ("reminded", "due_now", "overdue", "still_overdue")) > 50
    assert kinds["caught_up"] >= 10
    assert kinds["leaders_list"] >= 10
    assert any("new head" in people for _, _, people in months.oracle.sent.values())
    assert months.killed >= 10
    after = compare(at=moment(max(day for day in days() if is_worked(day)), 17, 40))
    assert (after.missing, after.extra) == ([], [])
    assert after.expected > 200
