from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories.org import AppointmentFactory, PersonFactory, PostFactory, UserFactory
from tests.org.lists import APPOINTMENTS, excel

from baro.kernel.audit.models import AuditEvent
from baro.kernel.sheets.api import Verdict
from baro.org import api as org
from baro.org import operations
from baro.org.importing.planning import plan_of
from baro.org.models import ListImport
from baro.org.operations import imports

pytestmark = pytest.mark.django_db

DAY = date(2026, 9, 1)
REST = ("01/09/2026", "", "9/QĐ")


@pytest.fixture
def people() -> list[org.Person]:
    return [PersonFactory.create(code=code) for code in ("A1", "A2")]


@pytest.fixture
def post(tree: SimpleNamespace) -> org.Post:
    PostFactory.create(unit=tree.office, code="PVP")
    return PostFactory.create(unit=tree.office, code="CVP")


def _brought(by: org.User, at: datetime, *rows: Any) -> ListImport:
    kind, content = ListImport.Kind.APPOINTMENTS, excel(APPOINTMENTS, *rows)
    return operations.bring_list(kind=kind, content=content, name="bn.xlsx", by=by, at=at)


def _wrong(by: org.User, at: datetime, *rows: Any) -> list[tuple[int, str, str]]:
    plan = plan_of(_brought(by, at, *rows), by=by, on=at.date())
    return [(row.number, e.column, e.text) for row in plan.wrong for e in row.errors]


def _row(person: str = "A1", post: str = "CVP", nature: str = "", *rest: str) -> tuple[str, ...]:
    return (person, "00001.UBND.VP", post, nature, *(rest or REST))


def test_people_come_into_posts(
    people: list[org.Person], post: org.Post, manager: org.User, noon: datetime
) -> None:
    listed = _brought(manager, noon, _row(), _row("A2", "PVP"), _row("A2", "CVP", "phu trach"))

    operations.apply_import(brought=listed, by=manager, at=noon)

    assert org.holders_of([post], on=DAY) == {post.pk: people[0]}
    held = org.people_of(post.unit, on=DAY)
    assert [(each.person.code, each.nature) for each in held.filter(post=post)] == [
        ("A1", "main"),
        ("A2", "acting"),
    ]
    assert AuditEvent.objects.filter(name="org.person_appointed").count() == 3


def test_the_same_list_again_changes_nothing(
    people: list[org.Person], post: org.Post, manager: org.User, noon: datetime
) -> None:
    rows = (_row(), _row("A2", "PVP", "Kiêm nhiệm"))
    operations.apply_import(brought=_brought(manager, noon, *rows), by=manager, at=noon)

    with pytest.raises(imports.ListChangesNothing):
        operations.apply_import(brought=_brought(manager, noon, *rows), by=manager, at=noon)


def test_a_known_appointment_is_corrected_and_makes_room_for_the_next(
    people: list[org.Person], post: org.Post, manager: org.User, noon: datetime
) -> None:
    held = AppointmentFactory.create(
        person=people[0], post=post, valid_from=date(2025, 1, 1), order_number="1/QĐ"
    )
    ends = _row("A1", "CVP", "Chính", "01/01/2025", "01/09/2026", "1/QĐ")
    listed = _brought(manager, noon, _row("A2"), ends)

    plan = operations.apply_import(brought=listed, by=manager, at=noon)

    held.refresh_from_db()
    assert held.valid_to == DAY
    assert org.holders_of([post], on=DAY) == {post.pk: people[1]}
    assert [each.verdict for each in plan.rows] == [Verdict.CREATED, Verdict.CHANGED]


@pytest.mark.parametrize(
    ("given", "column", "words"),
    [
        (_row("A9"), "Mã người", "A9"),
        (_row("A1", "XX"), "Mã chức danh", "XX"),
        (_row("A1", "CVP", "Tạm"), "Hình thức", "hãy chọn"),
        (_row("A1", "CVP", "", "1/9", "", "9/QĐ"), "Từ ngày", "không phải"),
        (_row("A1", "CVP", "", "01/09/2026", "31/08/2026", "9/QĐ"), "Đến ngày", "trước ngày"),
        (_row("A1", "CVP", "", "01/09/2026", "", ""), "Số quyết định", "để trống"),
    ],
)
def test_what_is_wrong_is_told_by_row_and_column(
    people: list[org.Person],
    post: org.Post,
    manager: org.User,
    noon: datetime,
    given: tuple[str, ...],
    column: str,
    words: str,
) -> None:
    found = _wrong(manager, noon, _row("A2", "PVP"), given)

    assert [(number, where) for number, where, text in found if words in text] == [(3, column)]


@pytest.mark.parametrize(
    ("rows", "column"),
    [
        ((_row("A1"), _row("A2")), "Mã chức danh"),
        ((_row("A1", "CVP"), _row("A1", "PVP")), "Hình thức"),
        ((_row("A1"), _row("A1")), "Mã người"),
        ((_row("A1"), _row("A1", "CVP", "Phụ trách", "05/09/2026", "", "9/QĐ")), "Từ ngày"),
    ],
)
def test_rows_are_checked_against_one_another(
    people: list[org.Person],
    post: org.Post,
    manager: org.User,
    noon: datetime,
    rows: tuple[tuple[str, ...], ...],
    column: str,
) -> None:
    found = _wrong(manager, noon, *rows)

    assert [(number, where) for number, where, _ in found] == [(3, column)]


def test_a_post_that_somebody_holds_is_told_with_the_name(
    people: list[org.Person], post: org.Post, manager: org.User, noon: datetime
) -> None:
    held = AppointmentFactory.create(post=post)

    found = _wrong(manager, noon, _row())

    assert [(number, column) for number, column, _ in found] == [(2, "Mã chức danh")]
    assert held.person.full_name in found[0][2]


def test_nobody_brings_themselves_or_others_into_wider_posts(
    tree: SimpleNamespace, people: list[org.Person], post: org.Post, noon: datetime
) -> None:
    local = UserFactory.create(role=org.Role.ORG_MANAGER, unit=tree.north)
    PostFactory.create(unit=tree.office, code="RONG", oversees=tree.city)
    PostFactory.create(unit=tree.south, code="XA")

    found = _wrong(
        local,
        noon,
        _row(local.person.code, "CVP", "Kiêm nhiệm"),
        _row("A1", "RONG"),
        ("A2", "00002", "XA", "", *REST),
    )

    assert [(number, column) for number, column, _ in found] == [
        (2, "Mã người"),
        (3, "Mã chức danh"),
        (4, "Mã đơn vị"),
    ]


def test_a_long_list_takes_no_more_queries(
    tree: SimpleNamespace,
    manager: org.User,
    noon: datetime,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    rows = []
    for place in range(30):
        PersonFactory.create(code=f"B{place}")
        PostFactory.create(unit=tree.office, code=f"CV-{place}")
        rows.append(_row(f"B{place}", f"CV-{place}"))
    listed = _brought(manager, noon, *rows)
    org.powers_of(manager, on=noon.date())

    with django_assert_num_queries(3):
        plan = plan_of(listed, by=manager, on=noon.date())

    assert plan.counts[Verdict.CREATED] == 30
