from datetime import datetime, timedelta
from typing import Any

import pytest
from django.http import QueryDict
from tests.factories.documents import DocumentFactory
from tests.factories.org import PostFactory
from tests.factories.work import WorkItemFactory
from tests.work.conftest import Cast

from baro.kernel.errors import DomainError
from baro.kernel.search import api as search
from baro.work import api as work


@pytest.fixture
def wanted(cast: Cast, noon: datetime) -> work.WorkItem:
    """The one that every filter below finds; before and after it stand others."""
    for days in (-90, 90):
        WorkItemFactory.create(
            issued_at=noon + timedelta(days=days - 10),
            due_at=noon + timedelta(days=days),
            last_update_at=noon,
            state="delivered",
            delivered_at=noon - timedelta(days=100),
        )
    item: work.WorkItem = WorkItemFactory.create(
        issuer_unit=cast.committee,
        lead_unit=cast.division,
        source_document=DocumentFactory.create(),
        accountable_post=PostFactory.create(),
        parent=WorkItemFactory.create(is_collective=True),
        state="received",
        issued_at=noon - timedelta(days=10),
        due_at=noon - timedelta(days=1),
        last_update_at=noon - timedelta(days=10),
    )
    search.index(item, title=str(item), at=item.issued_at)
    return item


def _found(params: dict[str, Any], at: datetime) -> list[work.WorkItem]:
    return list(work.filtered(work.WorkItem.objects.counted(), params, at=at))


def test_each_parameter_narrows_and_all_together_too(
    cast: Cast, wanted: work.WorkItem, noon: datetime
) -> None:
    params = {
        "o": "running_overdue",
        "donvi": cast.ward_committee.code,
        "xa": cast.ward.code,
        "nguon": str(wanted.source_document_id),
        "giao": cast.committee.code,
        "tu": "2026-08-30",
        "den": "30/08/2026",
        "han_tu": "2026-09-08",
        "han_den": "2026-09-08",
        "trangthai": "received",
        "laanhdao": str(wanted.accountable_post_id),
        "capnhat": "cu",
        "cha": str(wanted.parent_id),
        "q": wanted.number,
    }

    ranges = {"den": "tu", "han_den": "han_tu"}
    for name, value in params.items():
        if name in ranges.values():
            continue
        begin = ranges.get(name)
        narrowing = {name: value, begin: params[begin]} if begin else {name: value}
        assert _found(narrowing, noon) == [wanted], name
    assert _found(params, noon) == [wanted]
    assert len(_found({"tu": params["tu"]}, noon)) == 2
    assert len(_found({"den": params["den"]}, noon)) == 2
    assert len(_found({"o": "", "trang": "2"}, noon)) == 3


def test_an_address_with_several_values_is_read(wanted: work.WorkItem, noon: datetime) -> None:
    params = QueryDict("o=running_overdue&xa=")

    assert list(work.filtered(work.WorkItem.objects.all(), params, at=noon)) == [wanted]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("o", "red"),
        ("trangthai", "lost"),
        ("tu", "30/02/2026"),
        ("den", "hôm qua"),
        ("den", "9999-12-31"),
        ("nguon", "một"),
        ("nguon", "²"),
        ("cha", "9" * 30),
        ("laanhdao", "-1"),
        ("capnhat", "có"),
    ],
)
def test_what_cannot_be_understood_is_told(name: str, value: str, noon: datetime) -> None:
    with pytest.raises(DomainError) as refused:
        work.filtered(work.WorkItem.objects.all(), {name: value}, at=noon)

    assert refused.value.field == name


def test_a_day_that_is_none_is_told_with_the_nearest(noon: datetime) -> None:
    with pytest.raises(DomainError, match="Ngày gần nhất có trong lịch là 28/02/2026"):
        work.filtered(work.WorkItem.objects.all(), {"tu": "30/2/2026"}, at=noon)


@pytest.mark.parametrize("name", ["donvi", "xa", "giao", "q", "nguon", "cha", "laanhdao"])
def test_what_does_not_exist_finds_nothing(
    wanted: work.WorkItem, name: str, noon: datetime
) -> None:
    assert _found({name: "987654321"}, noon) == []
