import io
import tracemalloc
from datetime import datetime, timedelta
from html import unescape
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries
from tests.factories.tasks import TaskFactory
from tests.factories.work import WorkItemFactory
from tests.tasks.conftest import Cast

from baro.kernel.audit.models import AuditEvent
from baro.kernel.sheets import api as sheets
from baro.tasks import lists
from baro.work import api as work


def _rows(content: bytes) -> list[tuple[object, ...]]:
    return list(load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(values_only=True))


def test_the_file_has_the_rows_of_the_list_with_its_conditions_and_no_formula(
    cast: Cast, client: Client
) -> None:
    for title in ('=HYPERLINK("http://x","y")', "+1", "Rà soát"):
        TaskFactory.create(
            item__title=title, item__issuer_unit=cast.committee, item__lead_unit=cast.department
        )
    WorkItemFactory.create(lead_unit=cast.department, issuer_unit=cast.committee, state="done")
    client.force_login(cast.issuer)

    response = client.get(reverse("tasks:task-list-excel") + "?trangthai=issued&sapxep=-so")

    content = b"".join(response.streaming_content)  # type: ignore[attr-defined]
    rows = _rows(content)
    assert rows[0][0] == "DANH SÁCH NHIỆM VỤ"
    assert rows[2][0] == "Điều kiện: Trạng thái: Mới giao."
    assert str(rows[3][0]).startswith("3 nhiệm vụ, tính đến ")
    assert rows[4][:3] == ("TT", "Số", "Nhiệm vụ")
    assert [row[0] for row in rows[5:]] == [1, 2, 3]
    assert [row[2] for row in rows[5:]] == ["Rà soát", "+1", '=HYPERLINK("http://x","y")']
    cells = [c for row in load_workbook(io.BytesIO(content)).worksheets[0] for c in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert "Báo cáo kết quả rà soát" in rows[5]
    assert any(isinstance(cell, datetime) for cell in rows[5])
    taken = AuditEvent.objects.get(name="tasks.list_taken")
    assert (taken.actor_id, taken.facts["count"]) == (cast.issuer.pk, 3)
    assert taken.facts["conditions"] == "Trạng thái: Mới giao"


@pytest.mark.parametrize(("asked", "last"), [("?trangthai=issued", 8), ("?trangthai=done", 5)])
def test_the_heads_stay_in_sight_and_filter_all_rows(
    cast: Cast, client: Client, asked: str, last: int
) -> None:
    TaskFactory.create_batch(3, item__issuer_unit=cast.committee, item__lead_unit=cast.department)
    client.force_login(cast.issuer)

    response = client.get(reverse("tasks:task-list-excel") + asked)

    content = b"".join(response.streaming_content)  # type: ignore[attr-defined]
    page = load_workbook(io.BytesIO(content)).worksheets[0]
    assert page.freeze_panes == "A6"
    assert page.auto_filter.ref == f"A5:Q{last}"
    with ZipFile(io.BytesIO(content)) as book:
        assert f"'Nhiệm vụ'!$A$5:$Q${last}<" in unescape(book.read("xl/workbook.xml").decode())


def test_each_sheet_filters_its_own_rows() -> None:
    file = io.BytesIO()
    several = [
        sheets.Sheet("Một", ["Số"], [["1"]] * 4, is_filtered=True),
        sheets.Sheet("Hai", ["Số", "Việc"], [["1", "2"]] * 2),
        sheets.Sheet("Ba", ["Số", "Việc"], [["1", "2"]] * 7, above=["Đầu"], is_filtered=True),
    ]

    sheets.write_workbook(several, file)

    found = [page.auto_filter.ref for page in load_workbook(file).worksheets]
    assert found == ["A1:A5", None, "A2:B9"]
    with ZipFile(file) as book:
        names = unescape(book.read("xl/workbook.xml").decode())
    assert "$A$1:$A$5<" in names
    assert "$A$2:$B$9<" in names


def test_a_file_costs_as_many_queries_for_thirty_rows_as_for_three(
    cast: Cast, noon: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    def fill(count: int) -> None:
        for _ in range(count):
            TaskFactory.create(item__issuer_unit=cast.committee, item__lead_unit=cast.department)

    fill(3)
    lists.write_excel(work.query_of(""), cast.issuer, io.BytesIO(), at=timezone.now())
    for more in (0, 27):
        fill(more)
        # How many, the names of units, the calendar, the rows, who cooperates.
        with django_assert_num_queries(5):
            lists.write_excel(work.query_of(""), cast.issuer, io.BytesIO(), at=timezone.now())


def test_ten_thousand_rows_are_written_without_being_kept() -> None:
    row = ["NV-2026-000001", "Rà soát cơ sở dữ liệu hộ tịch trên địa bàn" * 3, "UBND", None]
    with io.BytesIO() as file:
        tracemalloc.start()
        sheet = sheets.Sheet("Một", ["Số", "Việc", "Đơn vị", "Hạn"], (row for _ in range(10_000)))
        sheets.write_workbook([sheet], file)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        size = file.tell()

    assert size > 50_000
    assert most < 8_000_000


def test_a_list_that_is_too_long_for_a_file_is_refused(
    cast: Cast, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    TaskFactory.create(item__issuer_unit=cast.committee)
    monkeypatch.setattr(lists.papers, "MOST_IN_FILE", 0)

    with pytest.raises(lists.papers.ListTooLongForFile):
        lists.write_excel(work.query_of(""), cast.issuer, io.BytesIO(), at=timezone.now())


def test_on_paper_stand_the_body_the_moment_and_the_signers(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for days in (1, 2):
        WorkItemFactory.create(
            issuer_unit=cast.committee,
            lead_unit=cast.ward_committee,
            due_at=datetime.now().astimezone() + timedelta(days=days),
        )
    client.force_login(cast.receiver)
    address = reverse("tasks:task-list-print") + "?han=7-ngay-toi"

    page = client.get(address).content.decode()

    assert "UBND PHƯỜNG THỬ" in page
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in page
    assert "Hạn: 7 ngày tới" in page
    assert "Danh sách có 2 nhiệm vụ." in page
    assert str(cast.receiver) in page
    monkeypatch.setattr(lists.papers, "MOST_ON_PAPER", 1)
    assert "Bản in chỉ có 1 nhiệm vụ đầu danh sách" in client.get(address).content.decode()
