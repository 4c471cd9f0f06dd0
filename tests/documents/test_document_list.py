from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.documents import DocumentFactory
from tests.factories.org import UserFactory

from baro.documents.models import Document
from baro.documents.queries import DocumentFilter, documents_found, register_counts
from baro.kernel.search import api as search
from baro.org import api as org

pytestmark = pytest.mark.django_db
LIST = "documents:document-list"


@pytest.fixture
def register(committee: org.Unit, department: org.Unit) -> dict[str, Document]:
    rows = {
        "notice": DocumentFactory.create(
            owner_unit=committee,
            number=215,
            symbol="215/TB-UBND",
            issued_on=date(2026, 9, 7),
            subject="Kết luận về trang bị bộ phận một cửa",
        ),
        "letter": DocumentFactory.create(
            owner_unit=department,
            incoming=True,
            type="CV",
            number=48,
            symbol="48/STC-NS",
            issued_on=date(2026, 8, 3),
            issuer_name="Sở Tài chính",
            subject="Quyết toán kinh phí sửa trụ sở",
        ),
        "plan": DocumentFactory.create(
            owner_unit=committee,
            register="internal",
            type="KH",
            number=15,
            symbol="15/KH-UBND",
            issued_on=date(2026, 7, 1),
            subject="Kiểm tra kỷ luật hành chính",
        ),
    }
    for document in rows.values():
        search.index(
            document, title=str(document), at=document.registered_at, text=document.subject
        )
    return rows


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, {"notice", "letter", "plan"}),
        ({"words": "215/TB-UBND"}, {"notice"}),
        ({"words": "215"}, {"notice"}),
        ({"words": "một cửa"}, {"notice"}),
        ({"words": "mot cua"}, {"notice"}),
        ({"words": "mo\N{COMBINING CIRCUMFLEX ACCENT}\N{COMBINING DOT BELOW}t cửa"}, {"notice"}),
        ({"words": "kinh phi tru so"}, {"letter"}),
        ({"words": "không có ở đâu"}, set()),
        ({"type": "KH"}, {"plan"}),
        ({"register": "incoming"}, {"letter"}),
        ({"issuer": "tài chính"}, {"letter"}),
        ({"issuer": "TAI CHINH"}, {"letter"}),
        ({"issued_from": date(2026, 8, 3)}, {"notice", "letter"}),
        ({"issued_to": date(2026, 8, 3)}, {"letter", "plan"}),
        ({"words": "tb", "issued_from": date(2026, 9, 8)}, set()),
    ],
)
def test_documents_are_found(
    register: dict[str, Document], clerk: org.User, wanted: dict[str, Any], found: set[str]
) -> None:
    rows = set(documents_found(clerk, DocumentFilter(**wanted)))

    assert rows == {register[name] for name in found}


def test_the_tabs_count_what_the_filter_leaves(
    register: dict[str, Document], clerk: org.User
) -> None:
    counts = register_counts(clerk, DocumentFilter(issued_from=date(2026, 8, 1)))

    assert counts == {"": 2, "incoming": 1, "outgoing": 1, "internal": 0}


@pytest.mark.parametrize(
    ("order", "first"), [("-ngay", "notice"), ("ngay", "plan"), ("-so", "notice"), ("so", "plan")]
)
def test_the_rows_can_be_sorted(
    register: dict[str, Document], clerk: org.User, order: str, first: str
) -> None:
    assert documents_found(clerk, DocumentFilter(order=order))[0] == register[first]


def test_the_page_shows_what_the_user_may_see(
    client: Client, register: dict[str, Document], clerk: org.User, ward_clerk: org.User
) -> None:
    client.force_login(clerk)
    assert "215/TB-UBND" in client.get(reverse(LIST)).content.decode()

    client.force_login(ward_clerk)
    page = client.get(reverse(LIST)).content.decode()

    assert "215/TB-UBND" not in page
    assert "Sổ này chưa có văn bản nào" in page
    assert reverse("documents:document-registration") in page


def test_who_cannot_register_is_told_how_documents_come(client: Client, servant: org.User) -> None:
    client.force_login(servant)

    page = client.get(reverse(LIST)).content.decode()

    assert "Chưa có văn bản nào gửi đến" in page
    assert reverse("documents:document-registration") not in page


def test_the_address_is_the_filter(
    client: Client, register: dict[str, Document], clerk: org.User
) -> None:
    client.force_login(clerk)

    page = client.get(
        reverse(LIST), {"so": "di", "q": "mot cua", "tu": "01/09/2026"}
    ).content.decode()

    assert register["notice"].subject in page
    assert register["plan"].subject not in page
    assert "Bỏ lọc Có từ: mot cua" in page


@pytest.mark.parametrize(
    "nonsense",
    [{"tu": "30/2/2026"}, {"so": "khac"}, {"loai": "XX"}, {"trang": "-3"}, {"sap": "x"}],
)
def test_an_address_that_makes_no_sense_still_shows_the_list(
    client: Client, register: dict[str, Document], clerk: org.User, nonsense: dict[str, str]
) -> None:
    client.force_login(clerk)

    response = client.get(reverse(LIST), nonsense)

    assert response.status_code == 200
    assert "215/TB-UBND" in response.content.decode()


def test_a_day_that_does_not_exist_is_named(client: Client, clerk: org.User) -> None:
    client.force_login(clerk)

    page = client.get(reverse(LIST), {"tu": "30/2/2026"}).content.decode()

    assert "Tháng 02/2026 không có ngày 30." in page


def test_thirty_rows_cost_as_many_queries_as_three(
    client: Client,
    committee: org.Unit,
    django_assert_max_num_queries: Any,
    django_assert_num_queries: Any,
) -> None:
    costs = []
    for rows in (3, 27):
        DocumentFactory.create_batch(rows, owner_unit=committee)
        client.force_login(UserFactory.create(role=org.Role.CLERK, unit=committee))
        with django_assert_max_num_queries(12) as queries:
            client.get(reverse(LIST))
        costs.append(len(queries))

    assert costs[0] == costs[1]


def test_htmx_gets_the_rows_and_the_counts_of_the_tabs(
    client: Client, register: dict[str, Document], clerk: org.User
) -> None:
    client.force_login(clerk)

    part = client.get(reverse(LIST), {"q": "mot cua"}, headers={"HX-Request": "true"})

    page = part.content.decode()
    assert "<html" not in page
    assert register["notice"].subject in page
    assert 'id="document-tabs" hx-swap-oob="true"' in page
    assert "<form" not in page


def test_a_list_over_many_registers_says_whose_each_row_is_and_narrows_to_ones_own(
    client: Client, register: dict[str, Document], city: org.Unit, committee: org.Unit
) -> None:
    overseer = UserFactory.create(role=org.Role.LEADER, unit=committee, oversees=city)
    client.force_login(overseer)

    every = client.get(reverse(LIST)).content.decode()
    assert all(document.subject in every for document in register.values())
    assert f"<small>Sổ của {register['letter'].owner_unit.short_name}" in every

    own = client.get(reverse(LIST), {"cua": "minh"}).content.decode()
    assert register["notice"].subject in own
    assert register["letter"].subject not in own
    assert "<small>Sổ của" not in own
