from datetime import datetime

import pytest
from django.core.exceptions import PermissionDenied
from tests.work.conftest import Cast

from baro.kernel.errors import DomainError
from baro.work import api as work


@pytest.fixture
def shared(cast: Cast, item: work.WorkItem) -> work.WorkItem:
    work.WorkParty.objects.create(item=item, unit=cast.stranger_unit, part="cooperating")
    return item


def test_a_cooperating_unit_finishes_its_own_part_once(
    cast: Cast, shared: work.WorkItem, noon: datetime
) -> None:
    part = work.finish_part(
        item=shared, unit=cast.stranger_unit, note="Đã gửi số liệu.", by=cast.stranger, at=noon
    )

    assert (part.done_at, part.done_note) == (noon, "Đã gửi số liệu.")
    with pytest.raises(DomainError, match="đã báo xong phần phối hợp ngày 09/09/2026"):
        work.finish_part(
            item=shared, unit=cast.stranger_unit, note="Nữa", by=cast.stranger, at=noon
        )


def test_it_says_what_it_contributed(cast: Cast, shared: work.WorkItem, noon: datetime) -> None:
    with pytest.raises(DomainError, match="Hãy nêu kết quả"):
        work.finish_part(item=shared, unit=cast.stranger_unit, note="", by=cast.stranger, at=noon)


def test_nobody_finishes_the_part_of_another(
    cast: Cast, shared: work.WorkItem, noon: datetime
) -> None:
    with pytest.raises(PermissionDenied, match="mới báo xong phần phối hợp được"):
        work.finish_part(
            item=shared, unit=cast.stranger_unit, note="Xong", by=cast.receiver, at=noon
        )
    with pytest.raises(DomainError, match="không phải là đơn vị phối hợp"):
        work.finish_part(item=shared, unit=cast.division, note="Xong", by=cast.receiver, at=noon)


def test_a_watcher_sees_and_does_nothing(cast: Cast, item: work.WorkItem, noon: datetime) -> None:
    assert not work.WorkItem.objects.visible_to(cast.stranger).exists()

    work.add_watcher(item=item, unit=cast.stranger_unit, by=cast.issuer, at=noon)

    assert work.WorkItem.objects.visible_to(cast.stranger).get() == item
    assert work.allowed_actions(cast.stranger, item, at=noon) == ()


def test_who_has_a_part_is_not_made_a_watcher(
    cast: Cast, item: work.WorkItem, noon: datetime
) -> None:
    with pytest.raises(DomainError, match="đã có phần trong"):
        work.add_watcher(item=item, unit=cast.ward_committee, by=cast.issuer, at=noon)
    with pytest.raises(PermissionDenied, match="mới thêm đơn vị theo dõi được"):
        work.add_watcher(item=item, unit=cast.stranger_unit, by=cast.receiver, at=noon)
