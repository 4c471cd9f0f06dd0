"""The pages of a list: where they stand, how they are named, and what is told of changes."""

import re
from datetime import datetime, timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories.work import WorkItemFactory
from tests.tasks.conftest import Cast

from baro.org import api as org
from baro.tasks import lists
from baro.tasks.lists import paging
from baro.work import api as work


@pytest.fixture
def reader(cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch) -> org.User:
    """Somebody with a list of seven tasks, three to a page."""
    monkeypatch.setattr(paging, "ROWS", 3)
    for day in range(7):
        WorkItemFactory.create(
            number=f"NV-2026-{day:06d}",
            lead_unit=cast.ward_committee,
            issuer_unit=cast.committee,
            due_at=datetime.now().astimezone() + timedelta(days=day + 1),
        )
    client.force_login(cast.receiver)
    return cast.receiver


def _page(client: Client, query: str) -> str:
    answer = client.get(f"{reverse('tasks:task-list')}{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def _numbers(page: str) -> list[int]:
    return [int(n) for n in re.findall(r'item-number">NV-2026-(\d+)', page)]


def _link(page: str, rel: str) -> str:
    found = re.search(rf'href="([^"]+)" rel="{rel}"', page)
    assert found
    return unescape(found[1])


@pytest.mark.usefixtures("reader")
def test_pages_follow_each_other_and_tell_where_they_stand(client: Client) -> None:
    first = _page(client, "?ds=tat-ca")
    second = _page(client, _link(first, "next"))
    third = _page(client, _link(second, "next"))

    assert [_numbers(page) for page in (first, second, third)] == [[0, 1, 2], [3, 4, 5], [6]]
    assert "1–3 trong 7 nhiệm vụ" in first
    assert "4–6 trong 7 nhiệm vụ" in second
    assert "7–7 trong 7 nhiệm vụ" in third
    assert 'rel="next"' not in third
    assert _numbers(_page(client, _link(third, "prev"))) == [3, 4, 5]
    assert _numbers(_page(client, "?ds=tat-ca&trang=3")) == [6]
    assert _numbers(_page(client, "?ds=tat-ca&trang=99")) == [6]


@pytest.mark.usefixtures("reader")
def test_a_list_that_is_counted_row_by_row_tells_no_more_than_it_knows(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "MOST_COUNTED", 5)

    page = _page(client, "?trangthai=issued")

    assert '1–3 trong <span id="list-total">hơn 5</span> nhiệm vụ' in page
    assert reverse("tasks:task-list-cells") in page
    cells = client.get(f"{reverse('tasks:task-list-cells')}?trangthai=issued").content.decode()
    assert re.search(r"Chưa xong, trong hạn</span> <b>7</b>", cells)


@pytest.mark.usefixtures("reader")
def test_a_row_that_jumped_over_the_reader_is_told(client: Client) -> None:
    first = _page(client, "?ds=tat-ca")
    item = work.WorkItem.objects.get(number="NV-2026-000005")
    item.due_at = item.original_due_at = datetime.now().astimezone() + timedelta(hours=1)
    item.save()

    second = _page(client, _link(first, "next"))

    assert "Có nhiệm vụ đã đổi chỗ trong danh sách" in second
    assert _numbers(second) == [3, 4, 6]
    assert "5–7 trong 7 nhiệm vụ" in second


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("name", ["sau", "truoc"])
@pytest.mark.parametrize("look", ["danh-sach", "bang", "tien-do"])
def test_a_place_that_does_not_fit_leads_to_page_1_and_is_told(
    client: Client, name: str, look: str
) -> None:
    first = _page(client, f"?xem={look}")
    other_order = _page(client, f"?xem={look}&sapxep=so&trang=2&{name}=hong")
    place = re.search(r"sau=([^&]+)", _link(first, "next"))

    assert place
    for joint in ("hong", "%00", place[1]):
        page = _page(client, f"?xem={look}&sapxep=so&trang=3&{name}={joint}")
        assert "Đường dẫn không khớp với thứ tự đang xem của danh sách. Đây là trang 1." in page
        assert "1–3 trong 7 nhiệm vụ" in page
        assert "đã đổi chỗ" not in page
        assert f'data-canonical-address="?xem={look}&amp;sapxep=so"' in page
    assert "Đường dẫn không khớp" not in first
    assert "Đường dẫn không khớp" in other_order


def test_the_link_of_another_reader_tells_of_no_moved_rows(
    cast: Cast, reader: org.User, client: Client
) -> None:
    for day in (1, 2):
        WorkItemFactory.create(
            lead_unit=cast.department,
            issuer_unit=cast.committee,
            due_at=datetime.now().astimezone() + timedelta(hours=day),
        )
    link = _link(_page(client, "?ds=tat-ca"), "next")
    client.force_login(cast.issuer)  # sees what the department leads as well

    page = _page(client, link)

    assert _numbers(page) == [3, 4, 5]
    assert "6–8 trong 9 nhiệm vụ" in page
    assert "đã đổi chỗ" not in page
    assert re.search(r'aria-current="page">2<', page)


@pytest.mark.usefixtures("reader")
def test_the_same_place_under_other_conditions_tells_of_no_moved_rows(client: Client) -> None:
    link = _link(_page(client, "?ds=tat-ca"), "next").replace("ds=tat-ca", "trangthai=issued")

    assert "đã đổi chỗ" not in _page(client, link)


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("conditions", ["ds=tat-ca", "trangthai=issued"])
def test_a_number_beyond_the_last_page_leads_to_the_last_and_is_told(
    client: Client, conditions: str
) -> None:
    whole = _numbers(_page(client, f"?{conditions}&trang=3"))
    page = _page(client, f"?{conditions}&trang=9")

    assert _numbers(page) == whole
    assert "Danh sách chỉ có 3 trang. Đây là trang cuối." in page
    assert "Danh sách chỉ có" not in _page(client, f"?{conditions}&trang=3")


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("number", ["abc", "0", "-2", "1,5"])
def test_what_is_no_number_of_a_page_is_told(client: Client, number: str) -> None:
    page = _page(client, f"?ds=tat-ca&trang={number}")

    assert f"“{number}” không phải là số trang. Đây là trang 1." in page
    assert _numbers(page) == [0, 1, 2]


@pytest.mark.usefixtures("reader")
def test_an_empty_list_says_that_nothing_fits_whatever_the_page(client: Client) -> None:
    page = _page(client, "?trangthai=done&trang=4")

    assert "Không có nhiệm vụ nào khớp" in page
    assert "Danh sách chỉ có" not in page


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("look", ["danh-sach", "bang", "tien-do"])
def test_a_long_list_has_a_box_for_the_number_of_a_page(client: Client, look: str) -> None:
    short = _page(client, f"?xem={look}&trangthai=issued")
    for number in range(10, 18):
        WorkItemFactory.create(number=f"NV-2026-{number:06d}", lead_unit=_lead())
    page = _page(client, f"?xem={look}&trangthai=issued&sapxep=so")

    assert "Đến trang" not in short
    assert 'form="page-jump" name="trang"' in page
    form = page.partition('id="page-jump"')[2].partition("</form>")[0]
    kept = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    assert kept == {"xem": look, "trangthai": "issued", "sapxep": "so"}
    assert not _inside_a_form(page, 'id="page-jump"')


@pytest.mark.usefixtures("reader")
def test_the_cells_tell_the_foot_what_they_add_up_to(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "MOST_COUNTED", 5)
    page = _page(client, "?trangthai=issued&o=running_in_time")
    address = re.search(r'hx-get="([^"]*tinh-trang[^"]*)"', page)

    assert address
    assert '<span id="list-total">hơn 5</span>' in page
    cells = client.get(unescape(address[1]), headers={"HX-Request": "true"}).content.decode()
    assert '<span id="list-total" hx-swap-oob="true">7</span>' in cells
    assert "list-total" not in client.get(unescape(address[1])).content.decode()
    plain = unescape(address[1]).replace("&tong=1", "")
    assert "list-total" not in client.get(plain, headers={"HX-Request": "true"}).content.decode()


@pytest.mark.parametrize(
    ("conditions", "wanted"),
    [
        ("trangthai=done", [20]),
        ("trangthai=done,withdrawn", [20, 21]),
        ("trangthai=issued,done", [0, 1, 2, 20]),
        ("trangthai=withdrawn", [21]),
        ("trangthai=issued", [0, 1, 2]),
        ("o=done_on_time,done_late", [20]),
        ("o=done_on_time,running_in_time", [0, 1, 2, 20]),
        ("o=undated", [22]),
        ("o=undated,running_in_time", [0, 1, 2, 22]),
    ],
)
def test_open_and_closed_work_is_found_by_its_state_and_its_cell(
    cast: Cast, reader: org.User, client: Client, conditions: str, wanted: list[int]
) -> None:
    """What follows from the conditions about all rows leaves none of them out."""
    same = {"lead_unit": cast.ward_committee, "issuer_unit": cast.committee}
    work.WorkItem.objects.filter(number__gt="NV-2026-000002").delete()
    soon = datetime.now().astimezone() + timedelta(days=20)
    others = ((20, "done", soon), (21, "withdrawn", soon), (22, "received", None))
    for number, state, due_at in others:
        WorkItemFactory.create(number=f"NV-2026-{number:06d}", state=state, due_at=due_at, **same)

    found = list[int]()
    page = _page(client, f"?{conditions}")
    found += _numbers(page)
    while 'rel="next"' in page:
        page = _page(client, _link(page, "next"))
        found += _numbers(page)

    assert sorted(found) == wanted


def test_sums_that_were_read_a_moment_before_the_rows_do_not_contradict_them(
    reader: org.User,
) -> None:
    query, at = work.read_query({"ds": "tat-ca"}), timezone.now()

    def told(number: int, total: int) -> tuple[int, int, int]:
        page = paging.page_of(query, reader, at, lists.Wanted(number), total)
        return page.first, page.last, page.total

    assert told(1, 2) == (1, 3, 3)
    assert told(1, 7) == (1, 3, 7)
    assert told(3, 7) == (7, 7, 7)
    assert told(3, 9) == (7, 7, 7)


def _lead() -> org.Unit:
    return work.WorkItem.objects.earliest("pk").lead_unit


def _inside_a_form(page: str, mark: str) -> bool:
    before = page.partition(mark)[0].rpartition("<form")[0]
    return before.count("<form") > before.count("</form>")


def test_a_condition_that_is_none_comes_back_with_all_the_others(
    client: Client, cast: Cast
) -> None:
    client.force_login(cast.issuer)
    asked = {"o": "running_overdue", "han_tu": "30/02/2026", "q": "hộ tịch"}

    refused = client.get("/nhiem-vu/", asked)
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "Ngày gần nhất có trong lịch là 28/02/2026" in page
    wrong = re.search(r'<input[^>]*name="han_tu"[^>]*>', page)
    assert wrong
    assert 'value="30/02/2026"' in wrong[0]
    assert 'aria-invalid="true"' in wrong[0]
    assert re.search(r'value="running_overdue" checked', page)
    assert '<input type="hidden" name="q" value="hộ tịch">' in page

    part = client.get("/nhiem-vu/", asked, headers={"HX-Request": "true"})
    assert part.status_code == 422
    assert "<form" not in part.content.decode()
    assert client.get(reverse("tasks:task-filters"), asked).status_code == 200
