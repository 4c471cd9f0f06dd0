import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from baro.kernel.ui import context
from baro.kernel.ui.context import Entry, links


class _Outline(HTMLParser):
    """Ids, labels and headings of a page, as a screen reader would find them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.referred: set[str] = set()
        self.headings: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        for name in ("for", "aria-describedby", "aria-labelledby"):
            self.referred.update((given.get(name) or "").split())
        if tag in {"h1", "h2", "h3"}:
            self.headings.append(tag)


def test_every_reference_in_a_page_leads_to_one_element(desk: Client) -> None:
    outline = _Outline(desk.get("/kieu-dang/").content.decode())

    assert [one for one in outline.ids if outline.ids.count(one) > 1] == []
    assert outline.referred - set(outline.ids) == set()


def test_a_page_has_one_main_heading(desk: Client) -> None:
    outline = _Outline(desk.get("/kieu-dang/").content.decode())

    assert outline.headings.count("h1") == 1


def test_the_frame_tells_who_is_here_and_where_they_sit(desk: Client) -> None:
    page = desk.get("/kieu-dang/").content.decode()

    assert 'class="user-name">Nguyễn Văn Thử' in page
    assert re.search(r'class="user-place"[^>]*>Đơn vị U\d+', page)


def test_an_entry_without_an_address_is_left_out() -> None:
    entries = (
        Entry("Có", "Có", "x", "kernel:gallery"),
        Entry("Chưa có", "Chưa", "x", "nowhere:at-all"),
    )

    assert [link.label for link in links(entries, path="/")] == ["Có"]


def test_the_deepest_entry_that_leads_here_is_current() -> None:
    entries = (
        Entry("Mật khẩu", "", "x", "account_change_password"),
        Entry("Đặt", "", "x", "account_set_password"),
    )

    found = links(entries, path="/tai-khoan/mat-khau/dat/")

    assert [link.label for link in found if link.is_current] == ["Đặt"]


def test_every_entry_of_the_product_has_its_address() -> None:
    assert [one.label for one in links(context.ENTRIES, path="/")] == [
        one.label for one in context.ENTRIES
    ]


def test_only_who_looks_after_the_system_is_led_to_it(administrator: Any, stranger: Any) -> None:
    for actor, is_led in [(administrator, True), (stranger, False), (None, False)]:
        shown = links(context.entries_for(actor), path="/suc-khoe/")

        assert [link.label for link in shown if link.is_current] == ["Hệ thống"] * is_led


def test_the_search_on_top_leads_to_its_page_without_scripts(desk: Client) -> None:
    page = desk.get("/khong-co-trang-nay/").content.decode()

    assert '<a class="topbar-search" href="/tim/" data-open="#palette"' in page


def test_a_page_that_is_not_there_is_said_so_in_the_frame(desk: Client) -> None:
    response = desk.get("/khong-co-trang-nay/")

    assert response.status_code == 404
    assert "Không tìm thấy trang" in response.content.decode()


@pytest.mark.django_db
def test_a_stranger_sees_no_navigation_on_a_missing_page(client: Client) -> None:
    response = client.get("/khong-co-trang-nay/")

    assert response.status_code == 404
    assert "sidebar" not in response.content.decode()


def test_the_page_for_a_broken_system_needs_no_database(
    django_db_blocker: Any,
) -> None:
    with django_db_blocker.block():
        page = render_to_string("500.html")

    assert "Hệ thống gặp sự cố" in page


def test_the_frame_bears_a_request_that_no_middleware_has_seen(rf: RequestFactory) -> None:
    assert context.shell(rf.get("/"))["user"] is None
