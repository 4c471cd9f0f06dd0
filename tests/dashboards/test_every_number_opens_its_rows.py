"""The promise of the pages of figures: a number and the list behind its link agree."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries
from tests.factories.documents import DocumentFactory
from tests.factories.org import PostFactory, UnitFactory, UserFactory
from tests.factories.work import WorkItemFactory

from baro.dashboards import queries
from baro.org import api as org
from baro.work import api as work

pytestmark = pytest.mark.django_db
NUMBER_LINK = re.compile(r'<a[^>]*href="(/nhiem-vu/\?[^"]*)"[^>]*>((?:(?!</a>).)*?)</a>', re.DOTALL)


@pytest.fixture
def ward() -> org.Unit:
    city = UnitFactory.create(code="HN", kind="city", branch="territory")
    return UnitFactory.create(code="00070", is_commune=True, parent=city, name="Phường Thử")


@pytest.fixture
def leader(ward: org.Unit) -> org.User:
    return UserFactory.create(role="leader", unit=ward.parent)


@pytest.fixture
def work_of_every_kind(ward: org.Unit, leader: org.User) -> None:
    """Two bodies, two sources, every cell, stale and fresh, one part kept inside."""
    now = timezone.now()
    committee = UnitFactory.create(parent=ward, committee=True)
    department = UnitFactory.create(parent=ward.parent, name="Sở Thử")
    notice = DocumentFactory.create(owner_unit=department)
    head = PostFactory.create(unit=committee, is_head=True)
    long_ago, soon = now - timedelta(days=40), now + timedelta(days=5)
    for unit, count in ((committee, 3), (department, 2)):
        common = {"lead_unit": unit, "source_document": notice, "accountable_post": head}
        WorkItemFactory.create_batch(count, due_at=soon, issued_at=now, **common)
        WorkItemFactory.create_batch(count + 1, due_at=now, issued_at=long_ago, **common)
        WorkItemFactory.create(due_at=soon, issued_at=long_ago, state="done", **common)
        WorkItemFactory.create(
            due_at=long_ago + timedelta(days=1), issued_at=long_ago, state="done", **common
        )
        WorkItemFactory.create(due_at=soon, issued_at=now, state="unclear", **common)
        WorkItemFactory.create(due_at=None, issued_at=long_ago, **common)
        WorkItemFactory.create(due_at=soon, state="withdrawn", issued_at=long_ago, **common)
    parent = work.WorkItem.objects.filter(lead_unit=committee).earliest("pk")
    WorkItemFactory.create(lead_unit=committee, parent=parent, is_internal=True, due_at=soon)


@pytest.mark.parametrize("address", ["/dieu-hanh/", "/dieu-hanh/00070/"])
def test_each_number_is_the_count_of_its_rows(
    client: Client, leader: org.User, work_of_every_kind: None, address: str
) -> None:
    client.force_login(leader)

    page = client.get(address).content.decode()

    links = {(unescape(href), _shown(inner)) for href, inner in NUMBER_LINK.findall(page)}
    numbers = {(href, number) for href, number in links if number is not None}
    assert len(numbers) > 10
    wrong = {(href, n, _rows(client, href)) for href, n in numbers if _rows(client, href) != n}
    assert wrong == set()


def test_the_cells_add_up_to_the_total(leader: org.User, work_of_every_kind: None) -> None:
    now = timezone.now()
    tally = queries.page_of(leader, work.ListQuery(), at=now, unit=None).tally

    assert tally.total == sum(count for _, count in tally.cells()) == 20
    assert (tally.running_in_time, tally.running_overdue) == (5, 7)
    assert (tally.done_on_time, tally.done_late, tally.paused, tally.undated) == (2, 2, 2, 2)


def test_more_work_takes_no_more_queries(
    client: Client,
    leader: org.User,
    work_of_every_kind: None,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client.force_login(leader)
    client.get("/dieu-hanh/")

    with django_assert_max_num_queries(16):
        client.get("/dieu-hanh/")
    WorkItemFactory.create_batch(30, due_at=timezone.now())
    with django_assert_max_num_queries(16):
        client.get("/dieu-hanh/")


def test_a_ward_sees_its_own_figures_only(
    client: Client, ward: org.Unit, work_of_every_kind: None
) -> None:
    neighbour = UnitFactory.create(is_commune=True, parent=ward.parent)
    client.force_login(UserFactory.create(role="leader", unit=neighbour))

    page = client.get("/dieu-hanh/00070/").content.decode()

    assert re.search(r'Tổng số nhiệm vụ</span>\s*<span class="stat-value">0<', page)


def test_nobody_sees_figures_without_signing_in(client: Client) -> None:
    assert client.get("/dieu-hanh/").status_code == 302


def _shown(inner: str) -> int | None:
    """The number that a link shows: bold in a legend or a stat, else all of its text."""
    marked = re.search(r'<b>([\d.]+)</b>|class="stat-value">([\d.]+)<', inner)
    words = next(filter(None, marked.groups())) if marked else re.sub(r"<[^>]+>", "", inner)
    digits = words.strip().replace(".", "")
    return int(digits) if digits.isdecimal() else None


def _rows(client: Client, href: str) -> int:
    """How many tasks the list behind the link leads to."""
    return len(set(re.findall(r'href="(/nhiem-vu/\d+/)"', client.get(href).content.decode())))


def test_figures_say_whether_they_are_those_of_the_whole(
    client: Client, leader: org.User, ward: org.Unit, work_of_every_kind: None
) -> None:
    head_of_ward = UserFactory.create(role="unit_head", unit=ward)
    other = UnitFactory.create(code="00071", is_commune=True, parent=ward.parent, name="Xã Khác")

    def read(reader: org.User, address: str) -> tuple[str, str]:
        client.force_login(reader)
        page = client.get(address).content.decode()
        heading = re.search(
            r'<h1[^>]*>(.*?)</h1>.*?<p class="text-soft">(.*?)</p>', page, re.DOTALL
        )
        assert heading
        return heading[1], heading[2]

    partly = "không phải số liệu của toàn thành phố"
    assert read(leader, "/dieu-hanh/")[0] == "Toàn thành phố"
    assert partly not in read(leader, "/dieu-hanh/")[1]
    assert read(head_of_ward, "/dieu-hanh/")[0] == "Nhiệm vụ ông/bà được xem"
    assert partly in read(head_of_ward, "/dieu-hanh/")[1]
    assert "Chỉ gồm những việc" not in read(head_of_ward, "/dieu-hanh/00070/")[1]
    assert "Chỉ gồm những việc" in read(head_of_ward, f"/dieu-hanh/{other.code}/")[1]


def test_communes_without_work_stand_only_where_that_is_a_fact(
    client: Client, leader: org.User, ward: org.Unit, work_of_every_kind: None
) -> None:
    idle = UnitFactory.create(code="00071", is_commune=True, parent=ward.parent, name="Xã Không")

    def named(reader: org.User) -> tuple[bool, bool]:
        client.force_login(reader)
        page = client.get("/dieu-hanh/").content.decode()
        return "/dieu-hanh/00070/" in page, f"/dieu-hanh/{idle.code}/" in page

    assert named(leader) == (True, True)
    assert named(UserFactory.create(role="unit_head", unit=ward)) == (True, False)
    client.force_login(UserFactory.create(role="unit_head", unit=idle))
    assert "xã, phường" not in client.get("/dieu-hanh/").text.lower().partition("<main")[2]
