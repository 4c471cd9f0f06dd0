from datetime import datetime
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.factories.org import (
    AppointmentFactory,
    PersonFactory,
    PostFactory,
    UnitFactory,
    UserFactory,
)

from baro.org import api as org

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client: Client) -> Client:
    """Somebody without any post."""
    client.force_login(UserFactory.create())
    return client


def test_the_directory_shows_bodies_communes_and_who_heads_them(
    reader: Client, tree: SimpleNamespace
) -> None:
    post = PostFactory.create(unit=tree.committee, title="Chủ tịch UBND", is_head=True)
    chair = AppointmentFactory.create(post=post).person
    UnitFactory.create(code="TU", name="Thành ủy", parent=tree.city, branch="party")

    page = reader.get(reverse("org:unit-list")).content.decode()

    assert "Thành ủy" in page
    assert "Phường (1)" in page
    assert "Xã (1)" in page
    assert chair.full_name in page
    assert reverse("org:person", args=[chair.pk]) in page


@pytest.mark.parametrize("words", ["phường bắc", "PHUONG BAC", "00001"])
def test_units_are_searched_by_any_spelling(
    reader: Client, tree: SimpleNamespace, words: str
) -> None:
    page = reader.get(reverse("org:unit-list"), {"q": words}).content.decode()

    assert "Phường Bắc" in page
    assert "Xã Nam" not in page


@pytest.mark.parametrize("words", ["Đỗ Ước", "do uoc", "ĐỖ THỊ", "x-77"])
def test_people_are_searched_by_any_spelling(
    reader: Client, tree: SimpleNamespace, words: str
) -> None:
    post = PostFactory.create(unit=tree.office, title="Văn thư")
    wanted = PersonFactory.create(full_name="ĐỖ Thị Ước", code="X-77")
    AppointmentFactory.create(person=wanted, post=post)
    PersonFactory.create(full_name="Đô Thì Ươc")

    page = reader.get(reverse("org:unit-list"), {"q": words}).content.decode()

    assert reverse("org:person", args=[wanted.pk]) in page
    assert "Văn thư" in page
    assert ("Đô Thì Ươc" in page) is (words == "do uoc")


def test_a_search_without_result_says_what_to_try(reader: Client, tree: SimpleNamespace) -> None:
    page = reader.get(reverse("org:unit-list"), {"q": "<b>x</b>"}).content.decode()

    assert "Không có đơn vị hay người nào khớp" in page
    assert "<b>x</b>" not in page


def test_a_search_as_one_types_brings_only_the_list(reader: Client, tree: SimpleNamespace) -> None:
    page = reader.get(reverse("org:unit-list"), {"q": "bắc"}, headers={"HX-Request": "true"})

    assert b"<html" not in page.content
    assert b'id="unit-list"' in page.content


def test_the_door_to_the_import_is_shown_to_staff_only(
    client: Client, reader: Client, manager: org.User
) -> None:
    plain = reader.get(reverse("org:unit-list")).content.decode()
    client.force_login(manager)
    staff = client.get(reverse("org:unit-list")).content.decode()

    assert "Nhập danh sách" not in plain
    assert "Nhập danh sách" in staff


def test_a_guest_is_led_to_sign_in(client: Client) -> None:
    response = client.get(reverse("org:unit-list"))

    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_login"))


def test_thirty_communes_take_as_many_queries_as_three(
    reader: Client, city: org.Unit, noon: datetime
) -> None:
    def grow(count: int) -> int:
        for _ in range(count):
            commune = UnitFactory.create(parent=city, is_commune=True, name="Phường")
            body = UnitFactory.create(parent=commune, committee=True)
            post = PostFactory.create(unit=body, is_head=True)
            AppointmentFactory.create(post=post)
            PostFactory.create(unit=UnitFactory.create(parent=city), is_head=True)
        with CaptureQueriesContext(
            connection,
        ) as made:
            reader.get(reverse("org:unit-list"))
        return len(made)

    assert grow(3) == grow(27) < 20
