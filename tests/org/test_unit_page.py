from datetime import date, datetime
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.factories.org import AppointmentFactory, PostFactory, UnitFactory, UserFactory

from baro.org import api as org

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client: Client) -> Client:
    client.force_login(UserFactory.create())
    return client


def _page_of(reader: Client, unit: org.Unit, **query: str) -> str:
    return reader.get(reverse("org:unit", args=[unit.code]), query).content.decode()


def test_people_stand_in_order_of_rank_and_vacant_posts_are_said(
    reader: Client, tree: SimpleNamespace
) -> None:
    PostFactory.create(unit=tree.office, title="Văn thư", rank=90)
    head = PostFactory.create(unit=tree.office, title="Chánh Văn phòng", rank=1, is_head=True)
    held = AppointmentFactory.create(post=head, order_number="77/QĐ-UBND")

    page = _page_of(reader, tree.office)

    assert page.index("Chánh Văn phòng</span>") < page.index("Văn thư</span>")
    assert held.person.full_name in page
    assert "77/QĐ-UBND" in page
    assert "Chưa có người đảm nhiệm" in page


def test_the_bodies_below_are_shown_two_levels_deep(reader: Client, tree: SimpleNamespace) -> None:
    page = _page_of(reader, tree.north)

    assert reverse("org:unit", args=[tree.committee.code]) in page
    assert reverse("org:unit", args=[tree.office.code]) in page


def test_another_day_shows_the_names_and_people_of_that_day(
    reader: Client, tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    post = PostFactory.create(unit=tree.south)
    gone = AppointmentFactory.create(post=post, valid_to=date(2026, 9, 1))
    org.rename_unit(
        unit=tree.south,
        name="Xã Mới",
        on=date(2026, 9, 1),
        legal_basis="Nghị quyết 1/NQ",
        by=manager,
        at=noon,
    )

    before, after = _page_of(reader, tree.south, ngay="31/08/2026"), _page_of(reader, tree.south)

    assert "<h1" in before
    assert "Thông tin tại ngày 31/08/2026" in before
    assert gone.person.full_name in before
    assert gone.person.full_name not in after
    assert "Xã Mới</h1>" in after
    assert "Xã Nam</h1>" in before
    assert "Nghị quyết 1/NQ" in after


def test_a_day_before_the_unit_says_so(reader: Client, tree: SimpleNamespace) -> None:
    assert "không hoạt động vào ngày 01/01/2020" in _page_of(reader, tree.south, ngay="1/1/2020")


def test_a_day_that_does_not_exist_is_told_and_keeps_what_was_typed(
    reader: Client, tree: SimpleNamespace
) -> None:
    page = _page_of(reader, tree.south, ngay="30/02/2026")

    assert "Tháng 02/2026 không có ngày 30." in page
    assert "30/02/2026" in page


def test_who_took_over_is_one_click_away(
    reader: Client, tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    org.succeed_units(
        predecessors=[tree.south],
        successors=[tree.north],
        on=date(2026, 9, 1),
        legal_basis="Nghị quyết 2/NQ",
        by=manager,
        at=noon,
    )

    old, new = _page_of(reader, tree.south), _page_of(reader, tree.north)

    assert "Được kế tục bởi" in old
    assert reverse("org:unit", args=[tree.north.code]) in old
    assert "Kết thúc hoạt động từ 01/09/2026" in old
    assert "Kế tục</h3>" in new


def test_an_unknown_code_is_not_found(reader: Client) -> None:
    assert reader.get(reverse("org:unit", args=["KHONG-CO"])).status_code == 404


def test_thirty_posts_take_as_many_queries_as_three(reader: Client, tree: SimpleNamespace) -> None:
    def grow(count: int) -> int:
        for _ in range(count):
            AppointmentFactory.create(post=PostFactory.create(unit=tree.committee))
            UnitFactory.create(parent=UnitFactory.create(parent=tree.committee))
        with CaptureQueriesContext(connection) as made:
            _page_of(reader, tree.committee)
        return len(made)

    assert grow(3) == grow(27) < 20
