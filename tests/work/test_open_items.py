from datetime import datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from tests.factories.org import PostFactory, UnitFactory
from tests.factories.work import CITY, DUE_AT, WorkItemFactory
from tests.work.conftest import Cast

from baro.kernel.errors import DomainError
from baro.work import api as work


def _spec(cast: Cast, **changes: Any) -> work.NewItem:
    values: dict[str, Any] = {
        "kind": "task",
        "title": "Rà soát hộ tịch",
        "issuer_unit": cast.committee,
        "lead_unit": cast.ward_committee,
        "due_at": DUE_AT,
    }
    return work.NewItem(**{**values, **changes})


def test_items_are_numbered_in_a_row_and_start_newly_issued(cast: Cast, noon: datetime) -> None:
    first = work.open_items(specs=[_spec(cast), _spec(cast)], by=cast.issuer, at=noon)
    then = work.open_items(specs=[_spec(cast)], by=cast.issuer, at=noon)

    numbers = [item.number for item in [*first, *then]]
    assert numbers == ["NV-2026-000001", "NV-2026-000002", "NV-2026-000003"]
    assert {item.state for item in first} == {work.State.ISSUED}
    assert first[0].original_due_at == first[0].due_at == DUE_AT


def test_each_year_has_its_own_run(cast: Cast, noon: datetime) -> None:
    work.open_items(specs=[_spec(cast)], by=cast.issuer, at=noon)

    [old] = work.open_items(specs=[_spec(cast)], by=cast.issuer, at=noon.replace(year=2025))

    assert old.number == "NV-2025-000001"
    assert work.take_numbers(prefix="NV", year=2025, count=2) == [
        "NV-2025-000002",
        "NV-2025-000003",
    ]


def test_the_last_night_of_the_year_in_the_city_is_still_this_year(cast: Cast) -> None:
    new_year = datetime(2027, 1, 1, 0, 30, tzinfo=CITY)  # 17:30 of 31/12 in UTC

    [item] = work.open_items(specs=[_spec(cast)], by=cast.issuer, at=new_year)

    assert item.number == "NV-2027-000001"


def test_everybody_with_a_part_is_a_party_once(cast: Cast, noon: datetime) -> None:
    helper = UnitFactory.create()
    spec = _spec(
        cast,
        inspector_post=PostFactory.create(unit=cast.committee),
        cooperating=(
            work.NewPart(helper, "Cung cấp số liệu"),
            work.NewPart(helper, "Cung cấp số liệu"),
            work.NewPart(cast.ward_committee),
        ),
    )

    [item] = work.open_items(specs=[spec], by=cast.issuer, at=noon)

    parties = {(party.unit, party.part) for party in item.parties.all()}
    assert parties == {
        (cast.ward_committee, "lead"),
        (cast.committee, "issuer"),
        (cast.committee, "inspector"),
        (helper, "cooperating"),
    }
    assert item.parties.get(part="cooperating").due_at == DUE_AT


def test_a_hundred_items_take_as_many_statements_as_one(
    cast: Cast, noon: datetime, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(12):
        work.open_items(specs=[_spec(cast)] * 126, by=cast.issuer, at=noon)

    assert work.WorkItem.objects.count() == 126


@pytest.mark.parametrize("who", ["receiver", "officer", "stranger"])
def test_nobody_gives_work_in_the_name_of_another_unit(
    cast: Cast, noon: datetime, who: str
) -> None:
    with pytest.raises(PermissionDenied, match="mới giao việc thay đơn vị được"):
        work.open_items(specs=[_spec(cast)], by=getattr(cast, who), at=noon)

    assert not work.WorkItem.objects.exists()


def test_nothing_is_not_opened(cast: Cast, noon: datetime) -> None:
    with pytest.raises(DomainError, match="Chưa chọn việc nào"):
        work.open_items(specs=[], by=cast.issuer, at=noon)


def test_a_part_of_a_real_item_stays_inside_the_unit(cast: Cast, noon: datetime) -> None:
    parent = WorkItemFactory.create(
        issuer_unit=cast.committee, lead_unit=cast.ward_committee, state="received"
    )
    spec = _spec(cast, parent=parent, issuer_unit=cast.ward_committee, lead_unit=cast.division)

    [child] = work.open_items(specs=[spec], by=cast.receiver, at=noon)

    assert child.is_internal
    counted = work.WorkItem.objects.counted()
    assert counted.count() == 2
    assert list(counted.between_bodies()) == [parent]


def test_a_new_item_is_found_by_its_words(cast: Cast, noon: datetime) -> None:
    [item] = work.open_items(
        specs=[_spec(cast, words="sổ gốc trước năm 2016")], by=cast.issuer, at=noon
    )
    everything = work.WorkItem.objects.all()

    for query in ("ho tich", "sổ gốc", item.number, "rà so"):
        assert list(work.filtered(everything, {"q": query}, at=noon)) == [item]
    assert not work.filtered(everything, {"q": "đê điều"}, at=noon).exists()
