from datetime import datetime

import pytest
from django.core.exceptions import PermissionDenied
from tests.factories.work import WorkItemFactory
from tests.work.conftest import Cast

from baro.kernel.errors import DomainError
from baro.work import api as work


def test_the_lead_unit_takes_the_item_in(cast: Cast, item: work.WorkItem, noon: datetime) -> None:
    received = work.receive_item(item=item, by=cast.receiver, at=noon)

    assert received.state == work.State.RECEIVED
    assert received.last_update_at == noon


def test_it_is_taken_in_once(cast: Cast, item: work.WorkItem, noon: datetime) -> None:
    work.receive_item(item=item, by=cast.receiver, at=noon)

    with pytest.raises(DomainError, match="đã được nhận trước đó"):
        work.receive_item(item=item, by=cast.receiver, at=noon)


@pytest.mark.parametrize("who", ["issuer", "officer", "stranger", "head_of_division"])
def test_nobody_takes_it_in_for_another_unit(
    cast: Cast, item: work.WorkItem, noon: datetime, who: str
) -> None:
    with pytest.raises(PermissionDenied, match="mới nhận việc này được"):
        work.receive_item(item=item, by=getattr(cast, who), at=noon)


def test_a_collective_item_starts_with_its_first_child(
    cast: Cast, item: work.WorkItem, noon: datetime
) -> None:
    parent = WorkItemFactory.create(issuer_unit=cast.committee, is_collective=True)
    work.WorkItem.objects.filter(pk=item.pk).update(parent=parent)
    item.refresh_from_db()

    work.receive_item(item=item, by=cast.receiver, at=noon)

    parent.refresh_from_db()
    assert parent.state == work.State.RECEIVED


def test_a_collective_item_is_received_by_its_units_one_by_one(cast: Cast, noon: datetime) -> None:
    parent = WorkItemFactory.create(
        issuer_unit=cast.committee, lead_unit=cast.committee, is_collective=True
    )

    with pytest.raises(DomainError, match="ở việc của từng đơn vị"):
        work.receive_item(item=parent, by=cast.issuer, at=noon)
