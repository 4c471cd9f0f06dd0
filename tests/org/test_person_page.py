from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from tests.factories.org import (
    AppointmentFactory,
    PersonFactory,
    PostFactory,
    RoleGrantFactory,
    UserFactory,
)

from baro.org import api as org

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client: Client) -> Client:
    client.force_login(UserFactory.create())
    return client


@pytest.fixture
def officer() -> org.Person:
    return PersonFactory.create(full_name="Trần Thị Ví Dụ", is_invented=False)


def _page_of(reader: Client, person: org.Person) -> str:
    return reader.get(reverse("org:person", args=[person.pk])).content.decode()


def test_posts_are_told_apart_by_time(
    reader: Client, tree: SimpleNamespace, officer: org.Person
) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    for title, window in (
        ("Chức cũ", {"valid_from": date(2024, 1, 1), "valid_to": date(2025, 1, 1)}),
        ("Chức nay", {}),
        ("Chức mai", {"valid_from": tomorrow}),
    ):
        post = PostFactory.create(unit=tree.office, title=title)
        AppointmentFactory.create(person=officer, post=post, order_number=f"QĐ {title}", **window)

    page = _page_of(reader, officer)

    places = [page.index(word) for word in ("Chức nay<", "Sẽ giữ", "Chức mai<", "Chức cũ<")]
    assert places == sorted(places)
    assert "QĐ Chức cũ" in page
    assert "01/01/2024 – 01/01/2025" in page


def test_invented_people_are_marked_and_real_ones_are_not(
    reader: Client, officer: org.Person
) -> None:
    badge = "Người giả định, dùng để minh họa"

    assert badge in _page_of(reader, PersonFactory.create(is_invented=True))
    assert badge not in _page_of(reader, officer)


def test_roles_given_beside_posts_are_shown(
    reader: Client, tree: SimpleNamespace, officer: org.Person
) -> None:
    RoleGrantFactory.create(person=officer, unit=tree.north)

    assert "Kiểm tra, thanh tra" in _page_of(reader, officer)


def test_somebody_without_a_post_is_said_to_have_none(reader: Client, officer: org.Person) -> None:
    assert "Hiện không giữ chức danh nào." in _page_of(reader, officer)


def test_thirty_posts_take_as_many_queries_as_three(
    reader: Client, tree: SimpleNamespace, officer: org.Person
) -> None:
    def grow(count: int) -> int:
        for _ in range(count):
            AppointmentFactory.create(person=officer, nature="concurrent")
        with CaptureQueriesContext(connection) as made:
            _page_of(reader, officer)
        return len(made)

    grow(3)
    assert grow(3) == grow(24) < 15
