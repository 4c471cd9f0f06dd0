"""Every state against every operation: what the table of moves says is what happens."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.factories.org import UnitFactory
from tests.factories.work import WorkItemFactory
from tests.work.conftest import Cast

from baro.kernel.errors import DomainError
from baro.work import api as work
from baro.work.operations.guards import MoveNotAllowed
from baro.work.states import ALLOWED_TO_COLLECTIVE, Move, State

Act = Callable[[Cast, work.WorkItem, datetime], object]


def _ask_extension(cast: Cast, item: work.WorkItem, at: datetime) -> object:
    proposed = at + timedelta(days=60)
    return work.ask_extension(
        item=item, proposed_due_at=proposed, grounds="Mưa bão", by=cast.receiver, at=at
    )


def _decide_extension(cast: Cast, item: work.WorkItem, at: datetime) -> object:
    work.WorkExtension.objects.create(
        item=item,
        old_due_at=item.due_at or at,
        proposed_due_at=at + timedelta(days=60),
        grounds="Mưa bão",
        asked_at=item.issued_at,
        asked_by=cast.receiver,
    )
    return work.decide_extension(item=item, is_granted=True, by=cast.issuer, at=at)


def _split(cast: Cast, item: work.WorkItem, at: datetime) -> object:
    child = work.NewItem(
        kind="task",
        title="Một phần",
        issuer_unit=cast.ward_committee,
        lead_unit=cast.division,
        parent=item,
    )
    return work.open_items(specs=[child], by=cast.receiver, at=at)


def _finish_part(cast: Cast, item: work.WorkItem, at: datetime) -> object:
    work.WorkParty.objects.create(item=item, unit=cast.stranger_unit, part="cooperating")
    return work.finish_part(
        item=item, unit=cast.stranger_unit, note="Đã góp ý", by=cast.stranger, at=at
    )


ACTS: Mapping[Move, Act] = {
    Move.RECEIVE: lambda c, i, at: work.receive_item(item=i, by=c.receiver, at=at),
    Move.SEND_BACK: lambda c, i, at: work.send_back_as_unclear(
        item=i, question="Ý nào?", by=c.receiver, at=at
    ),
    Move.ANSWER: lambda c, i, at: work.answer_unclear(item=i, answer="Ý a", by=c.issuer, at=at),
    Move.ASSIGN: lambda c, i, at: work.assign_item(item=i, unit=c.division, by=c.receiver, at=at),
    Move.NOTE: lambda c, i, at: work.note_update(item=i, by=c.receiver, at=at),
    Move.DELIVER: lambda c, i, at: work.deliver_item(item=i, by=c.receiver, at=at),
    Move.RECALL: lambda c, i, at: work.recall_item(item=i, reason="Nhầm", by=c.receiver, at=at),
    Move.ACCEPT: lambda c, i, at: work.accept_item(item=i, by=c.issuer, at=at),
    Move.RETURN: lambda c, i, at: work.return_item(item=i, reason="Thiếu", by=c.issuer, at=at),
    Move.ASK_EXTENSION: _ask_extension,
    Move.DECIDE_EXTENSION: _decide_extension,
    Move.RESCHEDULE: lambda c, i, at: work.move_deadlines(
        items=[i], new_due_at=at + timedelta(days=60), reason="Đổi", by=c.issuer, at=at
    ),
    Move.SPLIT: _split,
    Move.FINISH_PART: _finish_part,
    Move.WITHDRAW: lambda c, i, at: work.withdraw_items(
        items=[i], reason="Trùng", by=c.issuer, at=at
    ),
    Move.REPLACE: lambda c, i, at: work.replace_items(items=[i], reason="Đổi", by=c.issuer, at=at),
    Move.WATCH: lambda c, i, at: work.add_watcher(
        item=i, unit=UnitFactory.create(), by=c.issuer, at=at
    ),
}
# Written out by hand beside the table in the code: a change must be made in both.
NEW, R, U, D, B = State.ISSUED, State.RECEIVED, State.UNCLEAR, State.DELIVERED, State.RETURNED
LEADS_TO: Mapping[Move, Mapping[State, State]] = {
    Move.RECEIVE: {NEW: R},
    Move.SEND_BACK: {NEW: U, R: U},
    Move.ANSWER: {U: R},
    Move.ASSIGN: {NEW: R, R: R, U: U, B: B},
    Move.NOTE: {R: R, B: B},
    Move.DELIVER: {R: D, B: D},
    Move.RECALL: {D: R},
    Move.ACCEPT: {D: State.DONE},
    Move.RETURN: {D: B},
    Move.ASK_EXTENSION: {NEW: NEW, R: R, B: B},
    Move.DECIDE_EXTENSION: {NEW: NEW, R: R, U: U, D: D, B: B},
    Move.RESCHEDULE: {NEW: NEW, R: R, U: U, D: D, B: B},
    Move.SPLIT: {R: R, B: B},
    Move.FINISH_PART: {NEW: NEW, R: R, U: U, D: D, B: B},
    Move.WITHDRAW: dict.fromkeys((NEW, R, U, D, B), State.WITHDRAWN),
    Move.REPLACE: dict.fromkeys((NEW, R, U, D, B), State.REPLACED),
    Move.WATCH: {NEW: NEW, R: R, U: U, D: D, B: B},
}


def _item(cast: Cast, **values: Any) -> work.WorkItem:
    return WorkItemFactory.create(
        issuer_unit=cast.committee, lead_unit=cast.ward_committee, **values
    )


def test_every_move_is_played() -> None:
    assert set(ACTS) == set(LEADS_TO) == set(Move)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("move", Move)
def test_each_move_leads_where_it_should_or_is_refused(
    cast: Cast, noon: datetime, move: Move, state: State
) -> None:
    item = _item(cast, state=state)

    if state in LEADS_TO[move]:
        ACTS[move](cast, item, noon)
        item.refresh_from_db()
        assert item.state == LEADS_TO[move][state]
    else:
        with pytest.raises(MoveNotAllowed, match=item.number) as refused:
            ACTS[move](cast, item, noon)
        assert refused.value.message.endswith(".")
        item.refresh_from_db()
        assert item.state == state


@pytest.mark.parametrize("move", sorted(set(Move) - ALLOWED_TO_COLLECTIVE - {Move.SPLIT}))
def test_a_collective_item_is_moved_by_its_children_alone(
    cast: Cast, noon: datetime, move: Move
) -> None:
    item = _item(cast, is_collective=True, state=min(LEADS_TO[move]))

    with pytest.raises(DomainError, match="ở việc của từng đơn vị"):
        ACTS[move](cast, item, noon)


@pytest.mark.parametrize("state", State)
def test_what_is_offered_is_what_the_table_allows(cast: Cast, noon: datetime, state: State) -> None:
    item = _item(cast, state=state)

    offered = {
        action.code.removeprefix("task-")
        for user in (cast.issuer, cast.receiver)
        for action in work.allowed_actions(user, item, at=noon)
    }

    moves = {
        "receipt": Move.RECEIVE,
        "query": Move.SEND_BACK,
        "answer": Move.ANSWER,
        "assignment": Move.ASSIGN,
        "progress": Move.NOTE,
        "delivery": Move.DELIVER,
        "recall": Move.RECALL,
        "acceptance": Move.ACCEPT,
        "return": Move.RETURN,
        "extension": Move.ASK_EXTENSION,
        "split": Move.SPLIT,
        "deadline": Move.RESCHEDULE,
        "withdrawal": Move.WITHDRAW,
        "replacement": Move.REPLACE,
    }
    assert offered == {code for code, move in moves.items() if state in LEADS_TO[move]}
