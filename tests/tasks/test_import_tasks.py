import io
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook, load_workbook
from tests.tasks.conftest import Cast

from baro.kernel.audit.models import AuditEvent
from baro.kernel.errors import DomainError
from baro.kernel.sheets.api import Verdict
from baro.org import api as org
from baro.tasks.importing.columns import COLUMNS
from baro.tasks.importing.planning import task_plan_of
from baro.tasks.models import ImportedTask, Task, TaskImport
from baro.tasks.operations import bring_tasks, give_imported_tasks
from baro.work import api as work

KEYS = [column.key for column in COLUMNS]


def _book(rows: Iterable[dict[str, object]]) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append([column.title for column in COLUMNS])
    for row in rows:
        sheet.append([row.get(key, "") for key in KEYS])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _row(number: int, **changes: object) -> dict[str, object]:
    due = timezone.localdate() + timedelta(days=30)
    usual = {
        "key": f"D{number}",
        "title": f"Rà soát việc số {number}",
        "leads": "UBND phường Thử",
        "product": "Báo cáo",
        "due_on": due,
    }
    return {**usual, **changes}


BAD: Sequence[tuple[int, dict[str, object], str]] = (
    (7, {"leads": "Sở Không Có"}, "Không có đơn vị nào tên là “Sở Không Có”."),
    (50, {"product": ""}, "Ô này không được để trống."),
    (99, {"due_on": "31/02/2027"}, "“31/02/2027” không phải là một ngày"),
    (150, {"due_on": ""}, "Chưa có hạn, chu kỳ lặp lại hoặc lý do không đặt hạn."),
    (199, {"key": "D198"}, "Trùng với dòng 199."),
)


def _send(client: Client, content: bytes, cast: Cast) -> str:
    seat = org.Appointment.objects.get(person=cast.issuer.person)
    response = client.post(
        reverse("tasks:task-import"),
        {
            "file": SimpleUploadedFile("viec.xlsx", content),
            "issuer_unit": cast.committee.pk,
            "inspector": seat.pk,
        },
    )
    assert response.status_code == 302, response.content.decode()
    return str(response["Location"])


def test_two_hundred_rows_with_five_bad_ones_are_given_in_two_goes_and_never_twice(
    cast: Cast, client: Client
) -> None:
    client.force_login(cast.issuer)
    template = client.get(reverse("tasks:task-import-template"))
    book = load_workbook(io.BytesIO(template.content))
    assert [cell.value for cell in book.worksheets[0][1]] == [c.title for c in COLUMNS]
    assert "UBND phường Thử" in [row[0] for row in book["Đơn vị"].iter_rows(values_only=True)]

    # The first look: five rows are wrong, each says why, and nothing is given.
    rows = [_row(number) for number in range(1, 201)]
    broken = list(rows)
    for number, change, _ in BAD:
        broken[number - 1] = {**rows[number - 1], **change}
    preview = _send(client, _book(broken), cast)
    page = client.get(preview + "?xem=wrong").content.decode()
    assert "195 dòng giao được; 5 dòng có lỗi sẽ để lại" in page
    assert "UBND phường Thử; hạn " in client.get(preview + "?xem=created").content.decode()
    for _, _, words in BAD:
        assert words in page
    assert not Task.objects.exists()

    # The good rows are given; the same file again gives nothing.
    giving = f"{preview}giao/"
    page = client.post(giving, follow=True).content.decode()
    assert "Đã giao 195 nhiệm vụ từ tệp. Còn 5 dòng lỗi chưa giao." in page
    assert Task.objects.count() == 195
    given = client.get(preview + "?xem=created").content.decode()
    assert "Sẽ giao" not in given
    assert f"{work.WorkItem.objects.earliest('pk').number}: UBND phường Thử; hạn " in given
    assert "Đã giao thành" not in page
    assert "Còn 5 dòng lỗi: hãy sửa trong tệp" in page
    left = client.get(preview + "?xem=wrong").content.decode()
    for _, _, words in BAD:
        assert words in left
    assert client.post(giving).status_code == 422
    again = _send(client, _book(broken), cast)
    page = client.get(again).content.decode()
    assert "Không có dòng nào mới và đủ ba rõ để giao." in page
    assert "Đã giao từ trước" in page
    assert "Đã giao thành" in page
    assert client.post(f"{again}giao/").status_code == 422

    # The corrected file gives the five that were left, though the words of others changed too.
    corrected = [{**row, "content": "Nói rõ thêm."} for row in rows]
    last = _send(client, _book(corrected), cast)
    page = client.post(f"{last}giao/", follow=True).content.decode()
    assert "Đã giao 5 nhiệm vụ từ tệp." in page
    assert Task.objects.count() == ImportedTask.objects.count() == 200
    titles = set(work.WorkItem.objects.values_list("title", flat=True))
    assert titles == {f"Rà soát việc số {number}" for number in range(1, 201)}
    traces = AuditEvent.objects.filter(name="tasks.file_given").order_by("pk")
    assert [trace.facts for trace in traces] == [
        {"given": 195, "left": 5},
        {"given": 5, "left": 0},
    ]


@pytest.fixture
def seat(cast: Cast) -> org.Post:
    return org.Appointment.objects.get(person=cast.issuer.person).post


def _bring(cast: Cast, seat: org.Post, at: datetime, *rows: dict[str, object]) -> TaskImport:
    return bring_tasks(
        issuer_unit=cast.committee,
        inspector_post=seat,
        content=_book(rows),
        name="viec.xlsx",
        by=cast.issuer,
        at=at,
    )


def test_a_row_may_name_several_units_a_paper_and_a_reason_instead_of_a_day(
    cast: Cast, seat: org.Post, noon: datetime
) -> None:
    brought = _bring(
        cast,
        seat,
        noon,
        _row(
            1,
            key="",
            leads=f"UBND phường Thử; {cast.department.name}",
            cooperating=cast.division.code,
            due_on="",
            no_deadline="Việc thường xuyên",
            symbol=cast.notice.symbol,
            clause="2a",
            minutes=45,
        ),
    )

    give_imported_tasks(brought=brought, by=cast.issuer, at=noon)

    top = Task.objects.get(item__is_collective=True)
    assert (top.item.source_document, top.item.source_clause) == (cast.notice, "2a")
    assert (top.minutes_per_unit, top.no_deadline_reason) == (45, "Việc thường xuyên")
    assert top.item.children.count() == 2
    assert ImportedTask.objects.get().task == top
    same = _bring(cast, seat, noon, _row(1, key="", title="Việc khác"), _row(2, key="D9"))
    assert len(task_plan_of(same, by=cast.issuer, at=noon).lines(Verdict.CREATED)) == 2


def test_a_row_that_repeats_another_stays_refused_once_the_other_was_given(
    cast: Cast, seat: org.Post, noon: datetime
) -> None:
    rows = (_row(1), _row(2, key="D1"), _row(3))
    brought = _bring(cast, seat, noon, *rows)

    give_imported_tasks(brought=brought, by=cast.issuer, at=noon)

    brought.refresh_from_db()
    again = _bring(cast, seat, noon, *rows)
    for file, given in ((brought, Verdict.CREATED), (again, Verdict.UNCHANGED)):
        plan = task_plan_of(file, by=cast.issuer, at=noon)
        assert [row.verdict for row in plan.rows] == [given, Verdict.WRONG, given]
        assert [error.text for error in plan.rows[1].errors] == ["Trùng với dòng 2."]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"symbol": "999/KHONG"}, "không có văn bản số 999/KHONG"),
        ({"minutes": "nửa giờ"}, "không phải là số phút"),
        ({"title": "x" * 501}, "Dài quá 500 ký tự."),
        ({"title": "=1+1"}, "Ô chứa công thức"),
        ({"due_on": "01/01/2020"}, "Hạn 01/01/2020 đã qua."),
        ({"leads": "UBND phường Thử", "no_deadline": "Không"}, "vừa nêu lý do không đặt hạn"),
    ],
)
def test_what_is_wrong_in_a_row_is_told_in_plain_words(
    change: dict[str, object], words: str, cast: Cast, seat: org.Post, noon: datetime
) -> None:
    brought = _bring(cast, seat, noon, _row(1, **change))

    [row] = task_plan_of(brought, by=cast.issuer, at=noon).rows

    assert any(words.lower() in error.text.lower() for error in row.errors), row.errors
    with pytest.raises(DomainError):
        give_imported_tasks(brought=brought, by=cast.issuer, at=noon)


def test_a_file_is_its_bringers_and_only_issuers_bring_one(
    cast: Cast, seat: org.Post, noon: datetime, client: Client
) -> None:
    brought = _bring(cast, seat, noon, _row(1))
    only = "Chỉ nhận bảng tính Excel"
    for content, name, words in (
        (b"GIF89a\x00", "a.gif", only),
        (b"%PDF-1.7\n", "a.pdf", only),
        (_book([]), "b.xlsx", "Tệp chỉ có dòng tiêu đề"),
    ):
        with pytest.raises(DomainError, match=words):
            bring_tasks(
                issuer_unit=cast.committee,
                inspector_post=seat,
                content=content,
                name=name,
                by=cast.issuer,
                at=noon,
            )
    for act in (
        lambda: give_imported_tasks(brought=brought, by=cast.officer, at=noon),
        lambda: bring_tasks(
            issuer_unit=cast.committee,
            inspector_post=seat,
            content=_book([_row(1)]),
            name="a.xlsx",
            by=cast.receiver,
            at=noon,
        ),
    ):
        with pytest.raises(PermissionDenied):
            act()

    client.force_login(cast.receiver)
    address = reverse("tasks:task-import-preview", args=[brought.pk])
    assert client.get(address).status_code == 404
    client.force_login(cast.officer)
    assert client.get(reverse("tasks:task-import")).status_code == 403
