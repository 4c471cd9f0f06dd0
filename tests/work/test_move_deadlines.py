"""The issuer gives work another day, because what it rests on says so."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from tests.factories.work import DUE_AT, WorkItemFactory
from tests.work.conftest import Cast

from baro.kernel.errors import DomainError
from baro.work import api as work

EARLIER = DUE_AT - timedelta(days=3)


def test_an_earlier_day_holds_and_the_original_stays_known(
    cast: Cast, item: work.WorkItem, noon: datetime
) -> None:
    asked = work.ask_extension(
        item=item,
        proposed_due_at=DUE_AT + timedelta(days=5),
        grounds="Mưa",
        by=cast.receiver,
        at=noon,
    )

    work.move_deadlines(
        items=[item], new_due_at=EARLIER, reason="Đính chính", by=cast.issuer, at=noon
    )

    item.refresh_from_db()
    asked.refresh_from_db()
    assert (item.due_at, item.original_due_at) == (EARLIER, DUE_AT)
    assert (item.is_extension_asked, asked.status) == (False, "lapsed")


@pytest.mark.parametrize("who", ["receiver", "officer", "stranger"])
def test_only_the_issuer_moves_a_deadline(
    cast: Cast, item: work.WorkItem, noon: datetime, who: str
) -> None:
    with pytest.raises(PermissionDenied, match="mới đổi hạn được"):
        work.move_deadlines(
            items=[item], new_due_at=EARLIER, reason="X", by=getattr(cast, who), at=noon
        )


def test_what_has_no_deadline_is_closed_or_unexplained_is_refused(
    cast: Cast, item: work.WorkItem, noon: datetime
) -> None:
    unit = cast.committee
    undated = WorkItemFactory.create(issuer_unit=unit, original_due_at=None, due_at=None)
    closed = WorkItemFactory.create(issuer_unit=unit, state="done")

    for items, reason, why in (
        ([undated], "Đính chính", "không đặt hạn"),
        ([closed], "Đính chính", "không thể đổi hạn nữa"),
        ([item], " ", "Hãy nêu lý do đổi hạn"),
    ):
        with pytest.raises(DomainError, match=why):
            work.move_deadlines(
                items=items, new_due_at=EARLIER, reason=reason, by=cast.issuer, at=noon
            )


def test_a_collective_item_is_not_expected_before_its_last_part(cast: Cast, noon: datetime) -> None:
    parent = WorkItemFactory.create(
        issuer_unit=cast.committee, lead_unit=cast.committee, is_collective=True
    )
    child = WorkItemFactory.create(
        issuer_unit=cast.committee, lead_unit=cast.ward_committee, parent=parent
    )
    later = DUE_AT + timedelta(days=6)

    def move(to: datetime) -> list[tuple[int, datetime]]:
        held = work.move_deadlines(
            items=[child], new_due_at=to, reason="Mưa bão", by=cast.issuer, at=noon
        )
        return [(one.item_id, one.old_due_at) for one in held]

    assert move(later) == [(parent.pk, DUE_AT), (child.pk, DUE_AT)]
    assert move(EARLIER) == [(child.pk, later)]
    parent.refresh_from_db()
    assert parent.due_at == later
    words = [step.words for step in work.due_chain(parent, work.extensions_of(item=parent.pk))]
    assert words == ["Hạn khi giao", "Bên giao việc đổi hạn: Mưa bão"]
