from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from tests.factories.org import UnitFactory, UserFactory
from tests.factories.work import DUE_AT, WorkItemFactory
from tests.work.conftest import Cast

from baro.kernel.errors import DomainError
from baro.work import api as work

LATE = DUE_AT + timedelta(days=3)


@pytest.fixture
def doing(cast: Cast) -> work.WorkItem:
    return WorkItemFactory.create(
        issuer_unit=cast.committee,
        lead_unit=cast.ward_committee,
        assigned_unit=cast.division,
        assignee=cast.officer.person,
        state="received",
    )


def test_the_moment_of_delivery_decides_and_not_that_of_acceptance(
    cast: Cast, doing: work.WorkItem
) -> None:
    work.deliver_item(item=doing, by=cast.officer, at=DUE_AT)

    accepted = work.accept_item(item=doing, by=cast.issuer, at=LATE)

    assert work.cell_of(accepted, at=LATE) == work.Cell.DONE_ON_TIME
    assert (accepted.delivered_at, accepted.closed_at) == (DUE_AT, LATE)


def test_a_returned_product_is_judged_by_the_next_delivery(
    cast: Cast, doing: work.WorkItem
) -> None:
    work.deliver_item(item=doing, by=cast.officer, at=DUE_AT)
    returned = work.return_item(item=doing, reason="Thiếu số liệu", by=cast.issuer, at=LATE)
    assert work.cell_of(returned, at=LATE) == work.Cell.RUNNING_OVERDUE

    again = work.deliver_item(item=doing, by=cast.officer, at=LATE)

    assert work.cell_of(again, at=LATE) == work.Cell.RUNNING_OVERDUE


@pytest.mark.parametrize("who", ["receiver", "head_of_division", "officer"])
def test_whoever_has_it_reports_and_delivers(
    cast: Cast, doing: work.WorkItem, noon: datetime, who: str
) -> None:
    user = getattr(cast, who)

    assert work.note_update(item=doing, by=user, at=noon).last_update_at == noon
    assert work.deliver_item(item=doing, by=user, at=noon).is_delivered


@pytest.mark.parametrize("who", ["issuer", "stranger"])
def test_nobody_else_does(cast: Cast, doing: work.WorkItem, noon: datetime, who: str) -> None:
    user = getattr(cast, who)

    with pytest.raises(PermissionDenied, match="mới báo tiến độ được"):
        work.note_update(item=doing, by=user, at=noon)
    with pytest.raises(PermissionDenied, match="mới nộp sản phẩm được"):
        work.deliver_item(item=doing, by=user, at=noon)


@pytest.mark.parametrize("who", ["receiver", "officer", "head_of_division", "stranger"])
def test_done_is_the_word_of_the_issuer(
    cast: Cast, doing: work.WorkItem, noon: datetime, who: str
) -> None:
    work.deliver_item(item=doing, by=cast.officer, at=noon)
    user = getattr(cast, who)

    with pytest.raises(PermissionDenied, match="mới nghiệm thu được"):
        work.accept_item(item=doing, by=user, at=noon)
    with pytest.raises(PermissionDenied, match="mới trả lại sản phẩm được"):
        work.return_item(item=doing, reason="Thiếu", by=user, at=noon)


def test_a_superior_of_both_sides_stands_on_the_issuers(
    cast: Cast, doing: work.WorkItem, noon: datetime
) -> None:
    chairman = UserFactory.create(role="leader", unit=cast.committee, scope=cast.city)

    with pytest.raises(PermissionDenied):
        work.deliver_item(item=doing, by=chairman, at=noon)

    work.deliver_item(item=doing, by=cast.officer, at=noon)
    assert work.accept_item(item=doing, by=chairman, at=noon).is_done


def test_a_product_is_returned_with_a_reason(
    cast: Cast, doing: work.WorkItem, noon: datetime
) -> None:
    work.deliver_item(item=doing, by=cast.officer, at=noon)

    with pytest.raises(DomainError, match="Hãy nêu lý do trả lại"):
        work.return_item(item=doing, reason=" ", by=cast.issuer, at=noon)


def test_a_recalled_product_is_as_if_it_had_not_come(cast: Cast, doing: work.WorkItem) -> None:
    work.deliver_item(item=doing, by=cast.officer, at=DUE_AT)

    recalled = work.recall_item(item=doing, reason="Nhầm tệp", by=cast.receiver, at=LATE)

    assert (recalled.state, recalled.delivered_at) == (work.State.RECEIVED, None)
    assert work.cell_of(recalled, at=LATE) == work.Cell.RUNNING_OVERDUE


def test_who_may_hand_in_may_recall_it_with_a_reason(
    cast: Cast, doing: work.WorkItem, noon: datetime
) -> None:
    work.deliver_item(item=doing, by=cast.officer, at=noon)

    for user in (cast.issuer, cast.stranger):
        with pytest.raises(PermissionDenied, match="mới rút lại sản phẩm được"):
            work.recall_item(item=doing, reason="Nhầm", by=user, at=noon)
    with pytest.raises(DomainError, match="Hãy nêu lý do rút lại"):
        work.recall_item(item=doing, reason=" ", by=cast.officer, at=noon)
    work.accept_item(item=doing, by=cast.issuer, at=noon)
    with pytest.raises(DomainError, match="đã được nghiệm thu nên không rút lại"):
        work.recall_item(item=doing, reason="Nhầm", by=cast.officer, at=noon)


def test_it_cannot_be_delivered_over_open_children(
    cast: Cast, doing: work.WorkItem, noon: datetime
) -> None:
    child = WorkItemFactory.create(
        issuer_unit=cast.division, lead_unit=cast.division, parent=doing, state="delivered"
    )

    with pytest.raises(DomainError, match="Còn 1 việc con chưa xong"):
        work.deliver_item(item=doing, by=cast.officer, at=noon)

    work.accept_item(item=child, by=cast.head_of_division, at=noon)
    assert work.deliver_item(item=doing, by=cast.officer, at=noon).is_delivered


def test_an_extension_nobody_decided_lapses_with_acceptance(
    cast: Cast, doing: work.WorkItem, noon: datetime
) -> None:
    asked = work.ask_extension(
        item=doing,
        proposed_due_at=LATE,
        grounds="Mưa bão",
        by=cast.receiver,
        at=noon,
    )
    work.deliver_item(item=doing, by=cast.officer, at=noon)

    accepted = work.accept_item(item=doing, by=cast.issuer, at=noon)

    asked.refresh_from_db()
    assert asked.status == work.WorkExtension.Status.LAPSED
    assert not accepted.is_extension_asked


class TestACollectiveItem:
    @pytest.fixture
    def parent(self, cast: Cast) -> work.WorkItem:
        return WorkItemFactory.create(
            issuer_unit=cast.committee,
            lead_unit=cast.committee,
            is_collective=True,
            state="received",
        )

    @pytest.fixture
    def children(self, cast: Cast, parent: work.WorkItem) -> list[work.WorkItem]:
        return [
            WorkItemFactory.create(
                issuer_unit=cast.committee,
                lead_unit=UnitFactory.create(parent=cast.ward),
                parent=parent,
                state="delivered",
                delivered_at=DUE_AT + timedelta(days=days),
            )
            for days in (-1, 2)
        ]

    def test_is_done_with_its_last_child_and_as_late_as_the_latest(
        self, cast: Cast, parent: work.WorkItem, children: list[work.WorkItem]
    ) -> None:
        work.accept_item(item=children[1], by=cast.issuer, at=LATE)
        parent.refresh_from_db()
        assert parent.is_open

        work.accept_item(item=children[0], by=cast.issuer, at=LATE)
        parent.refresh_from_db()
        assert parent.is_done
        assert (parent.closed_at, parent.delivered_at) == (LATE, DUE_AT + timedelta(days=2))
        assert work.cell_of(parent, at=LATE) == work.Cell.DONE_LATE

    def test_is_done_when_the_rest_is_withdrawn(
        self, cast: Cast, parent: work.WorkItem, children: list[work.WorkItem]
    ) -> None:
        work.accept_item(item=children[0], by=cast.issuer, at=LATE)
        work.withdraw_items(items=[children[1]], reason="Giải thể", by=cast.issuer, at=LATE)

        parent.refresh_from_db()
        assert parent.is_done

    def test_is_withdrawn_when_all_are(
        self, cast: Cast, parent: work.WorkItem, children: list[work.WorkItem]
    ) -> None:
        work.withdraw_items(items=children, reason="Trùng", by=cast.issuer, at=LATE)

        parent.refresh_from_db()
        assert parent.state == work.State.WITHDRAWN

    def test_takes_its_open_children_with_it(
        self, cast: Cast, parent: work.WorkItem, children: list[work.WorkItem]
    ) -> None:
        work.accept_item(item=children[0], by=cast.issuer, at=LATE)
        part = WorkItemFactory.create(parent=children[1], state="unclear")

        closed = work.withdraw_items(items=[parent], reason="Trùng", by=cast.issuer, at=LATE)

        assert closed == [parent, children[1], part]
        assert {item.state for item in closed} == {work.State.WITHDRAWN}
        children[0].refresh_from_db()
        part.refresh_from_db()
        assert children[0].is_done
        assert part.state == work.State.WITHDRAWN
        assert part.pauses.get().to_at == LATE
