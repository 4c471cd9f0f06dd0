from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from tests.factories.work import DUE_AT, WorkItemFactory
from tests.work.conftest import Cast

from baro.kernel.errors import DomainError
from baro.work import api as work

CLOSINGS = [work.withdraw_items, work.replace_items]


@pytest.mark.parametrize("close", CLOSINGS)
def test_what_is_closed_is_no_longer_counted(
    cast: Cast, item: work.WorkItem, noon: datetime, close: Callable[..., Any]
) -> None:
    close(items=[item], reason="Trùng việc khác", by=cast.issuer, at=noon)

    item.refresh_from_db()
    assert item.closed_at == noon
    assert not work.WorkItem.objects.counted().exists()


@pytest.mark.parametrize("close", CLOSINGS)
@pytest.mark.parametrize("who", ["receiver", "officer", "stranger"])
def test_only_the_issuer_takes_back(
    cast: Cast, item: work.WorkItem, noon: datetime, close: Callable[..., Any], who: str
) -> None:
    with pytest.raises(PermissionDenied, match="mới thu hồi hoặc thay thế được"):
        close(items=[item], reason="Trùng", by=getattr(cast, who), at=noon)


@pytest.mark.parametrize("close", CLOSINGS)
def test_a_reason_is_given(
    cast: Cast, item: work.WorkItem, noon: datetime, close: Callable[..., Any]
) -> None:
    with pytest.raises(DomainError, match="Hãy nêu lý do"):
        close(items=[item], reason="", by=cast.issuer, at=noon)


def test_all_or_none(cast: Cast, item: work.WorkItem, noon: datetime) -> None:
    done = WorkItemFactory.create(issuer_unit=cast.committee, state="done")

    with pytest.raises(DomainError, match="đã hoàn thành, không thể thu hồi nữa"):
        work.withdraw_items(items=[item, done], reason="Trùng", by=cast.issuer, at=noon)

    item.refresh_from_db()
    assert item.is_open


def test_a_paused_item_with_a_request_leaves_nothing_open(
    cast: Cast, item: work.WorkItem, noon: datetime
) -> None:
    asked = work.ask_extension(
        item=item,
        proposed_due_at=DUE_AT.replace(day=25),
        grounds="Mưa",
        by=cast.receiver,
        at=noon,
    )
    work.send_back_as_unclear(item=item, question="Ý nào?", by=cast.receiver, at=noon)

    work.withdraw_items(items=[item], reason="Trùng", by=cast.issuer, at=noon)

    asked.refresh_from_db()
    assert asked.status == work.WorkExtension.Status.LAPSED
    assert item.pauses.get().to_at == noon
    item.refresh_from_db()
    assert (item.is_paused, item.is_extension_asked) == (False, False)


def test_a_hundred_children_are_withdrawn_in_a_few_statements(
    cast: Cast, noon: datetime, django_assert_max_num_queries: Any
) -> None:
    parent = WorkItemFactory.create(issuer_unit=cast.committee, is_collective=True)
    for _ in range(30):
        WorkItemFactory.create(parent=parent, lead_unit=cast.ward_committee)

    with django_assert_max_num_queries(14):
        closed = work.withdraw_items(items=[parent], reason="Trùng", by=cast.issuer, at=noon)

    assert len(closed) == 31
