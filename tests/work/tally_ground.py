"""A small ledger on which anything may happen, and the count of its rows beside what is known."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from tests.factories.documents import DocumentFactory
from tests.factories.org import PostFactory, UnitFactory, UserFactory
from tests.factories.work import CITY

from baro.kernel.errors import DomainError
from baro.org import api as org
from baro.work import api as work
from baro.work.queries.tallies.figures import counted_figures

IS_LONG = os.environ.get("BARO_SOAK") == "1"
NOW = datetime(2026, 9, 9, 12, tzinfo=CITY)
STATES = tuple(work.State)
_MOST = 3


@dataclass(frozen=True)
class Ground:
    """Keys of what items can speak of, and the readers who look at them."""

    units: tuple[int, ...]
    posts: tuple[int, ...]
    documents: tuple[int, ...]
    issuer: int
    issued_by: int
    readers: tuple[org.User, ...]
    doers: Mapping[int, org.User]
    ward: org.Unit


def laid_out() -> Ground:
    city = UnitFactory.create(code="HN", kind="city", branch="territory")
    committee = UnitFactory.create(parent=city, committee=True)
    department = UnitFactory.create(parent=city, name="Sở Thử")
    wards = [UnitFactory.create(is_commune=True, parent=city) for _ in range(2)]
    bodies = [UnitFactory.create(parent=ward, committee=True) for ward in wards]
    division = UnitFactory.create(parent=bodies[0], kind="division")
    units = (department, *bodies, division)
    return Ground(
        units=tuple(unit.pk for unit in units),
        posts=tuple(PostFactory.create(unit=unit).pk for unit in units),
        documents=tuple(DocumentFactory.create(owner_unit=committee).pk for _ in range(5)),
        issuer=committee.pk,
        issued_by=UserFactory.create().pk,
        readers=(
            UserFactory.create(role="leader", unit=city),
            UserFactory.create(role="leader", unit=wards[0]),
            UserFactory.create(role="unit_head", unit=division, is_head=True),
        ),
        doers={
            unit.pk: UserFactory.create(role="office_specialist", unit=unit)
            for unit in (committee, *units)
        },
        ward=wards[0],
    )


def facts(random: Random, ground: Ground) -> dict[str, Any]:
    """Any row that the database allows."""
    state = random.choice(STATES)
    due_at = _due(random)
    is_delivered = state in {"delivered", "done"} or random.random() < 0.1
    return {
        "state": state,
        "is_paused": state == "unclear",
        "lead_unit_id": random.choice(ground.units),
        "accountable_post_id": random.choice((None, *ground.posts)),
        "source_document_id": random.choice((None, *ground.documents)),
        "is_internal": random.random() < 0.1,
        "is_collective": random.random() < 0.1,
        "due_at": due_at,
        "original_due_at": due_at,
        "delivered_at": NOW + _span(random) if is_delivered else None,
        "closed_at": NOW if state in {"done", "withdrawn", "replaced"} else None,
        "last_update_at": NOW + _span(random) / 4,
        "assigned_unit_id": random.choice((None, None, *ground.units)),
        "assignee_id": random.choice((None, None, *(user.person_id for user in ground.readers))),
    }


def open_some(random: Random, ground: Ground) -> None:
    items = work.WorkItem.objects.bulk_create(
        work.WorkItem(
            number=f"T{random.getrandbits(62):x}",
            kind="task",
            title="Việc",
            issuer_unit_id=ground.issuer,
            issued_by_id=ground.issued_by,
            issued_at=NOW,
            start_at=NOW,
            **facts(random, ground),
        )
        for _ in range(random.randint(1, 6))
    )
    parties = [(item.pk, item.lead_unit_id, "lead") for item in items]
    others = [(item.pk, random.choice(ground.units), "cooperating") for item in items]
    work.WorkParty.objects.bulk_create(
        work.WorkParty(item_id=item, unit_id=unit, part=part)
        for item, unit, part in (*parties, *others)
    )


def change_some(random: Random, ground: Ground) -> None:
    """Any rows become any others, in one statement; the lead keeps its part."""
    keys = _some(random)
    changes = facts(random, ground)
    if random.random() < 0.5:
        names = random.sample(["due_at", "last_update_at", "is_internal", "source_document_id"], 2)
        changes = {name: changes[name] for name in names}
    if "due_at" in changes:
        changes["original_due_at"] = changes["due_at"]
    if lead := changes.get("lead_unit_id"):
        parts = work.WorkParty.objects.filter(item__in=keys)
        parts.filter(part="cooperating", unit=lead).delete()
        parts.filter(part="lead").update(unit=lead)
    work.WorkItem.objects.filter(pk__in=keys).update(**changes)


def remove_some(random: Random, ground: Ground) -> None:
    work.WorkItem.objects.filter(pk__in=_some(random)[:2]).delete()


def go_on(random: Random, ground: Ground) -> None:
    """A real operation by somebody of the right side; refused where the state does not allow it."""
    acts = {work.receive_item: False, work.deliver_item: False, work.accept_item: True}
    item = work.WorkItem.objects.filter(pk__in=_some(random)).first()
    if item is not None:
        act, is_issuers = random.choice(tuple(acts.items()))
        doer = ground.doers[item.issuer_unit_id if is_issuers else item.lead_unit_id]
        with suppress(DomainError, PermissionDenied), transaction.atomic():
            act(item=item, by=doer, at=NOW)


DEEDS = (open_some, open_some, change_some, change_some, change_some, remove_some, go_on)


def _some(random: Random) -> list[int]:
    """Keys of a few rows, locked in one order so that no two writers wait for each other."""
    rows = work.WorkItem.objects.order_by("pk").values_list("pk", flat=True)
    keys = list(rows)
    chosen = random.sample(keys, min(len(keys), random.randint(1, 5)))
    return list(rows.filter(pk__in=chosen).select_for_update())


def _due(random: Random) -> datetime | None:
    if random.random() < 0.15:
        return None
    day = (NOW + _span(random)).replace(hour=0, minute=0)
    ends = timedelta(days=1) - timedelta(microseconds=1)
    return day + random.choice((ends, ends, timedelta(), timedelta(hours=11, minutes=30)))


def _span(random: Random) -> timedelta:
    return timedelta(days=random.randint(-40, 40), minutes=random.randint(0, 1439))


def differences(
    ground: Ground, moments: Iterable[datetime], units: Iterable[org.Unit | None]
) -> list[str]:
    """What is known and what the rows say, wherever the two differ."""
    found = []
    for at in moments:
        mondays = _mondays(at)
        for reader in ground.readers:
            for unit in units:
                known = work.figures_of(
                    reader, work.ListQuery(), at=at, unit=unit, mondays=mondays, most=_MOST
                )
                items = work.WorkItem.objects.visible_to(reader).counted().between_bodies()
                if unit:
                    items = items.filter(lead_unit__path__startswith=unit.path)
                counted = counted_figures(items, at, mondays, _MOST)
                where = f"{reader.pk} {unit} {at}"
                found += [f"{where}: {words}" for words in _compared(known, counted, mondays)]
    return found


def _compared(known: work.Figures, counted: work.Figures, mondays: list[datetime]) -> list[str]:
    words = [] if known.whole == counted.whole else [f"{known.whole} {counted.whole}"]
    for name in ("communes", "bodies", "posts", "sources"):
        ours, theirs = _plain(getattr(known, name)), _plain(getattr(counted, name))
        if ours != theirs or (name in {"posts", "sources"} and list(ours) != list(theirs)):
            words.append(f"{name}: {ours} {theirs}")
    for monday in mondays:
        told, there = (each.weeks.get(monday, work.Tally()) for each in (known, counted))
        if told != replace(there, fresh=0):
            words.append(f"{monday}: {told} {there}")
    return words


def _plain(tallies: Mapping[Any, work.Tally]) -> dict[Any, work.Tally]:
    """Without what nobody shows: groups of nothing, and freshness by group."""
    return {key: replace(tally, fresh=0) for key, tally in tallies.items() if key and tally.total}


def _mondays(at: datetime) -> list[Any]:
    today = at.astimezone(CITY).date()
    monday = today - timedelta(days=today.weekday())
    return [monday - timedelta(weeks=back) for back in reversed(range(6))]
