"""The leaders' list: who stands on it, who sees it, and what leaders say to it."""

import io
from datetime import date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from tests.followup.towns import at, give_task, lay_out_town, remind_on

from baro.followup.models import LeaderRemark
from baro.followup.operations.leaders_list import (
    BriefingAhead,
    DayNotAhead,
    NotOnTheList,
    direct_item,
    put_off_item,
    raise_items,
)
from baro.followup.queries.leaders_list import Part, listed_items, part_of_list
from baro.notices.api import Notice
from baro.org import api as org
from baro.tasks import api as tasks
from baro.work import api as work

pytestmark = pytest.mark.django_db
NOW = at(22)  # the deadline of the factory is 18/9/2026


@pytest.fixture
def town() -> SimpleNamespace:
    return lay_out_town()


@pytest.fixture
def listed(town: SimpleNamespace) -> tasks.Task:
    task = give_task(town, title="=1+1 rà soát")
    remind_on(task, 9, 15, 17, 21)
    return task


def _parts(moment: datetime) -> dict[str, list[int]]:
    found = listed_items(work.WorkItem.objects.all(), at=moment)
    on = moment.date()
    return {
        part.value: list(part_of_list(found, part, on=on).values_list("pk", flat=True))
        for part in Part
    }


def test_more_than_three_reminders_in_vain_lead_to_the_list(
    town: SimpleNamespace, listed: tasks.Task
) -> None:
    three = give_task(town)
    remind_on(three, 9, 15, 21)

    assert _parts(NOW)["cho"] == [listed.pk]


def test_several_rungs_on_one_day_are_one_reminder(town: SimpleNamespace) -> None:
    task = give_task(town)
    remind_on(task, 15, 15, 21, 21)

    assert _parts(NOW)["cho"] == []


@pytest.mark.parametrize(
    "change",
    [
        {"last_update_at": at(21, 10)},
        {"due_at": at(30)},
        {"state": "delivered", "delivered_at": at(21, 10)},
        {"state": "done", "delivered_at": at(21, 10), "closed_at": at(21, 11)},
    ],
    ids=["news", "another day", "handed in", "done"],
)
def test_what_moved_is_off_the_list(listed: tasks.Task, change: dict[str, object]) -> None:
    work.WorkItem.objects.filter(pk=listed.pk).update(**change)

    assert _parts(NOW)["cho"] == []


def test_a_reminder_after_the_deadline_is_needed(town: SimpleNamespace) -> None:
    task = give_task(town)
    remind_on(task, 9, 15, 17, 18)

    assert _parts(NOW)["cho"] == []


def test_a_directive_is_told_at_once_and_stands_in_the_history(
    town: SimpleNamespace, listed: tasks.Task
) -> None:
    words = "Báo cáo lý do trước ngày 25/9."

    direct_item(item=listed.item, words=words, by=town.committees_head, at=NOW)

    notice = Notice.objects.get()
    assert (notice.person, notice.kind) == (town.head_of_ward, "directed")
    assert words in notice.title
    assert words in tasks.history_of(listed)[-1].sentence
    assert _parts(NOW)["cho"] == [listed.pk]


def test_what_is_put_off_comes_back_on_its_day(town: SimpleNamespace, listed: tasks.Task) -> None:
    until = date(2026, 9, 25)

    put_off_item(
        item=listed.item, until=until, words="Chờ kinh phí.", by=town.committees_head, at=NOW
    )

    assert _parts(NOW) == {"cho": [], "da-neu": [], "tam-rut": [listed.pk]}
    assert _parts(at(25))["cho"] == [listed.pk]
    assert tasks.history_of(listed)[-1].sentence.endswith("đến 25/09/2026: Chờ kinh phí.")


def test_what_was_raised_comes_back_when_it_was_reminded_in_vain(
    town: SimpleNamespace, listed: tasks.Task
) -> None:
    raise_items(items=[listed.item], raised_on=NOW.date(), by=town.giver, at=NOW)

    assert _parts(NOW) == {"cho": [], "da-neu": [listed.pk], "tam-rut": []}
    remind_on(listed, *[0] * 0)
    again = listed.item.reminders.get(fired_on=date(2026, 9, 21))
    again.pk, again.occurrence = None, 9
    again.fired_at, again.fired_on = at(25), date(2026, 9, 25)
    again.save()
    assert _parts(at(25))["cho"] == [listed.pk]


def test_only_the_issuer_speaks_to_its_rows(town: SimpleNamespace, listed: tasks.Task) -> None:
    for user in (town.wards_head, town.stranger):
        with pytest.raises(PermissionDenied):
            direct_item(item=listed.item, words="Làm ngay.", by=user, at=NOW)
        with pytest.raises(PermissionDenied):
            raise_items(items=[listed.item], raised_on=NOW.date(), by=user, at=NOW)
        with pytest.raises(PermissionDenied):
            put_off_item(item=listed.item, until=date(2026, 9, 30), words="Chờ.", by=user, at=NOW)
    assert not LeaderRemark.objects.exists()


def test_refusals_say_why(town: SimpleNamespace, listed: tasks.Task) -> None:
    by, off = town.giver, give_task(town)

    with pytest.raises(NotOnTheList, match="không còn trong danh sách"):
        raise_items(items=[listed.item, off.item], raised_on=NOW.date(), by=by, at=NOW)
    with pytest.raises(BriefingAhead, match="không được sau hôm nay"):
        raise_items(items=[listed.item], raised_on=date(2026, 9, 23), by=by, at=NOW)
    with pytest.raises(DayNotAhead, match="phải sau hôm nay"):
        put_off_item(item=listed.item, until=NOW.date(), words="Chờ.", by=by, at=NOW)
    assert not LeaderRemark.objects.exists()


# The pages know only the time of day: their items lie as far back from today as the others above.


@pytest.fixture
def late(town: SimpleNamespace) -> list[tasks.Task]:
    return [_late(town, f"=1+1 rà soát {n}") for n in range(3)]


def _late(town: SimpleNamespace, title: str) -> tasks.Task:
    now = timezone.now()
    task = give_task(
        town,
        title=title,
        issued_at=now - timedelta(days=60),
        due_at=now - timedelta(days=30),
    )
    remind_on(task, 1, 2, 3, 4)
    for back, row in enumerate(task.item.reminders.order_by("-fired_at")):
        row.fired_at = now - timedelta(days=1 + back * 5)
        row.planned_at, row.fired_on = row.fired_at, timezone.localdate(row.fired_at)
        row.due_on = timezone.localdate(task.item.due_at)
        row.save()
    task.progress_notes.create(
        done="Đang làm",
        blocked_by="Chưa có kinh phí",
        noted_at=now - timedelta(days=40),
        noted_by=town.giver,
    )
    return task


def test_the_page_shows_each_what_they_may_see(
    client: Client, town: SimpleNamespace, late: list[tasks.Task]
) -> None:
    pages = {}
    for name in ("giver", "wards_head", "stranger"):
        client.force_login(getattr(town, name))
        pages[name] = client.get(reverse("followup:leaders-list")).content.decode()

    for name in ("giver", "wards_head"):
        assert "rà soát 2" in pages[name]
        assert "Chưa có kinh phí" in pages[name]
        assert "4 lần" in pages[name]
    assert "Ghi ý kiến" in pages["giver"]
    assert "Ghi ý kiến" not in pages["wards_head"]
    assert "Không có việc nào phải trình lãnh đạo" in pages["stranger"]
    client.force_login(town.stranger)
    assert client.get(reverse("followup:leaders-item", args=[late[0].pk])).status_code == 404


def test_a_long_list_costs_as_many_queries_as_a_short_one(
    client: Client,
    town: SimpleNamespace,
    late: list[tasks.Task],
    django_assert_max_num_queries: object,
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(town.giver)
    client.get(reverse("followup:leaders-list"))
    counts = []
    for more in (0, 20):
        for n in range(more):
            _late(town, f"Thêm {n}")
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("followup:leaders-list"))
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_the_file_holds_the_rows_and_no_formula(
    client: Client, town: SimpleNamespace, late: list[tasks.Task]
) -> None:
    client.force_login(town.giver)

    response = client.get(reverse("followup:leaders-list-excel"))

    sheet = load_workbook(io.BytesIO(response.content)).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert [cell.value for cell in cells if str(cell.value).startswith("=1+1")] == [
        "=1+1 rà soát 0",
        "=1+1 rà soát 1",
        "=1+1 rà soát 2",
    ]
    printed = client.get(reverse("followup:leaders-list-print")).content.decode()
    assert printed.count("Chưa có kinh phí") == 3


def test_a_briefing_is_written_down_for_the_ticked_rows(
    client: Client, town: SimpleNamespace, late: list[tasks.Task]
) -> None:
    client.force_login(town.giver)
    today = timezone.localdate()
    sent = {"viec": [late[0].pk, late[1].pk], "day": f"{today:%d/%m/%Y}"}

    client.post(reverse("followup:leaders-list-briefing"), sent)

    assert set(LeaderRemark.objects.values_list("item", "raised_on")) == {
        (late[0].pk, today),
        (late[1].pk, today),
    }
    page = client.get(reverse("followup:leaders-list"), {"muc": "da-neu"}).content.decode()
    assert page.count("Đã nêu tại giao ban ngày") == 2


def test_each_act_of_the_page_of_a_row(
    client: Client, town: SimpleNamespace, late: list[tasks.Task]
) -> None:
    client.force_login(town.giver)
    address = reverse("followup:leaders-item", args=[late[0].pk])
    today = timezone.localdate()

    empty = client.post(address, {"viec": "chi-dao", "words": " "})
    client.post(address, {"viec": "chi-dao", "words": "Làm ngay."})
    client.post(address, {"viec": "giao-ban", "day": f"{today:%d/%m/%Y}", "words": "Đã nhắc."})
    later = f"{today + timedelta(days=5):%d/%m/%Y}"
    client.post(address, {"viec": "tam-rut", "day": later, "words": "Chờ kinh phí."})

    assert empty.status_code == 422
    kinds = LeaderRemark.objects.order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["directed", "raised", "put_off"]
    assert "Chỉ đạo ngày" in client.get(address).content.decode()


def test_the_page_of_a_task_says_what_was_reminded(
    client: Client, town: SimpleNamespace, late: list[tasks.Task]
) -> None:
    client.force_login(town.wards_head)

    part = client.get(reverse("followup:task-reminders", args=[late[0].pk])).content.decode()

    assert "đang ở danh sách trình lãnh đạo" in part
    assert part.count("Chưa có người nhận") == 4
    assert "Lần nhắc tới:" in part
    client.force_login(town.stranger)
    address = reverse("followup:task-reminders", args=[late[0].pk])
    assert client.get(address).status_code == 404


def test_a_notice_leads_to_the_list_of_whoever_oversees_it(town: SimpleNamespace) -> None:
    from baro.followup.queries.leaders_shown import shown_lists

    keys = [town.committee.pk]

    assert f"giao={town.committee.code}" in shown_lists(town.giver, keys)[keys[0]].href
    assert shown_lists(org.User.objects.get(pk=town.stranger.pk), keys) == {}
