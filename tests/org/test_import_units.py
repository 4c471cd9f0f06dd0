from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from tests.factories.org import UserFactory
from tests.org.lists import UNITS, csv, excel

from baro.kernel.audit.models import AuditEvent
from baro.kernel.sheets.api import Verdict
from baro.org import api as org
from baro.org import operations
from baro.org.importing.planning import plan_of
from baro.org.models import ListImport
from baro.org.operations import imports

pytestmark = pytest.mark.django_db

DIVISION = "Phòng chuyên môn"
ROOM = ("00001.UBND.KT", "Phòng Kinh tế", "", DIVISION, "Chính quyền", "00001.UBND")
ON = ("01/09/2026", "QĐ 5")
SOUTH = ("00002", "Xã Nam", "Xã Nam", "Xã, phường", "Địa bàn", "HN", "01/01/2025", "QĐ 1")

NORTH = ("00001", "Phường Bắc", "Phường Bắc", *SOUTH[3:])


def _brought(content: bytes, by: org.User, at: datetime, name: str = "dv.xlsx") -> ListImport:
    kind = ListImport.Kind.UNITS
    return operations.bring_list(kind=kind, content=content, name=name, by=by, at=at)


def _wrong(content: bytes, by: org.User, at: datetime) -> list[tuple[int, str, str]]:
    plan = plan_of(_brought(content, by, at), by=by, on=at.date())
    return [(row.number, e.column, e.text) for row in plan.wrong for e in row.errors]


def test_new_units_stand_below_known_ones_and_below_one_another(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    place = ("00007", "Phường Đông", "", "xã, phường", "dia ban", "HN", date(2026, 8, 1), "NQ 3")
    below = ("00007.UBND", "UBND phường Đông", "", "Ủy ban nhân dân", "Chính quyền", "00007", *ON)
    listed = _brought(excel(UNITS, place, below, (*ROOM, *ON), SOUTH), manager, noon)

    plan = operations.apply_import(brought=listed, by=manager, at=noon)

    assert plan.counts[Verdict.CREATED] == 3
    assert plan.counts[Verdict.UNCHANGED] == 1
    committee = org.Unit.objects.get(code="00007.UBND")
    assert committee.path == "HN/00007/00007.UBND/"
    assert committee.commune == org.Unit.objects.get(code="00007")
    version = org.unit_at(committee, on=date(2026, 9, 1))
    assert version
    assert version.legal_basis == "QĐ 5"
    assert AuditEvent.objects.filter(name="org.unit_opened").count() == 3
    assert org.units_named("phuong dong", on=date(2026, 9, 9)).count() == 2


def test_a_known_code_with_another_name_is_a_renaming(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    renamed = (*SOUTH[:1], "Xã Nam Mới", *SOUTH[2:6], *ON)
    listed = _brought(excel(UNITS, renamed), manager, noon)

    operations.apply_import(brought=listed, by=manager, at=noon)

    tree.south.refresh_from_db()
    before = org.unit_at(tree.south, on=date(2026, 8, 31))
    assert tree.south.name == "Xã Nam Mới"
    assert before
    assert before.name == "Xã Nam"
    facts = AuditEvent.objects.get(name="org.unit_renamed").facts
    assert (facts["old"], facts["new"]) == ("Xã Nam", "Xã Nam Mới")


def test_the_same_list_again_changes_nothing(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    content = excel(UNITS, (*ROOM, *ON))
    operations.apply_import(brought=_brought(content, manager, noon), by=manager, at=noon)
    events = AuditEvent.objects.exclude(name="org.list_brought").count()

    again = _brought(content, manager, noon)
    with pytest.raises(imports.ListChangesNothing):
        operations.apply_import(brought=again, by=manager, at=noon)

    assert org.Unit.objects.filter(code=ROOM[0]).count() == 1
    assert AuditEvent.objects.exclude(name="org.list_brought").count() == events


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        (("phòng", *ROOM[1:], *ON), "Mã đơn vị", "chữ hoa"),
        (("", *ROOM[1:], *ON), "Mã đơn vị", "không được để trống"),
        ((ROOM[0], "", *ROOM[2:], *ON), "Tên đầy đủ", "không được để trống"),
        ((ROOM[0], "x" * 201, *ROOM[2:], *ON), "Tên đầy đủ", "200 ký tự"),
        ((*ROOM[:3], "Phòng ban", *ROOM[4:], *ON), "Loại", "hãy chọn"),
        ((*ROOM[:5], "99999", *ON), "Mã đơn vị cấp trên", "99999"),
        ((*ROOM, "30/02/2026", "QĐ 5"), "Từ ngày", "không phải là một ngày"),
        ((*ROOM, "10/09/2026", "QĐ 5"), "Từ ngày", "chưa đến"),
        ((*ROOM, "01/09/2026", ""), "Căn cứ", "không được để trống"),
        ((*ROOM, "01/09/2026", "=1+1"), "Căn cứ", "công thức"),
        (("00002", "Xã Nam", "Xã Nam", DIVISION, *SOUTH[4:]), "Loại", "đang là loại"),
        ((*SOUTH[:5], "00001", *SOUTH[6:]), "Mã đơn vị cấp trên", "đang trực thuộc"),
        (("00002", "Xã Khác", *SOUTH[2:]), "Từ ngày", "Tên mới phải từ sau"),
    ],
)
def test_what_is_wrong_is_told_by_row_and_column(
    tree: SimpleNamespace,
    manager: org.User,
    noon: datetime,
    row: tuple[Any, ...],
    column: str,
    words: str,
) -> None:
    found = _wrong(excel(UNITS, NORTH, row), manager, noon)

    told = [(number, where) for number, where, text in found if words in text]
    assert told == [(3, column)]


def test_one_wrong_row_keeps_the_whole_list_out(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    listed = _brought(excel(UNITS, (*ROOM, *ON), (*ROOM, *ON)), manager, noon)

    with pytest.raises(imports.ListHasErrors, match="1 dòng"):
        operations.apply_import(brought=listed, by=manager, at=noon)

    assert not org.Unit.objects.filter(code=ROOM[0]).exists()


def test_numbers_that_lost_their_zeros_are_still_communes(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    listed = _brought(excel(UNITS, (2, *SOUTH[1:])), manager, noon)

    plan = plan_of(listed, by=manager, on=noon.date())

    assert [row.verdict for row in plan.rows] == [Verdict.UNCHANGED]


def test_csv_reads_like_excel_with_columns_in_any_order(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    heading = [*reversed(UNITS), "Ghi chú"]
    content = csv(heading, [*reversed(SOUTH), "thừa"], separator=";")
    listed = _brought(content, manager, noon, name="dv.csv")

    plan = plan_of(listed, by=manager, on=noon.date())

    assert [row.verdict for row in plan.rows] == [Verdict.UNCHANGED]


def test_local_staff_bring_only_what_is_theirs(tree: SimpleNamespace, noon: datetime) -> None:
    local = UserFactory.create(role=org.Role.ORG_MANAGER, unit=tree.north)
    elsewhere = ("00002.VP", *ROOM[1:5], "00002", *ON)

    found = _wrong(excel(UNITS, (*ROOM, *ON), elsewhere), local, noon)

    assert [(number, column) for number, column, _ in found] == [(3, "Mã đơn vị cấp trên")]
