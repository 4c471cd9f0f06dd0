"""The scripts at work in a real browser, on the gallery."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any, Literal

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from baro.org import api as org

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
AXE = Path("node_modules/axe-core/axe.min.js")
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.fixture
def page(browser: Browser, live_server: Any, client: Client, officer: org.User) -> Iterator[Page]:
    """The gallery, opened by the officer; anything that the console complains about fails."""
    client.force_login(officer)
    context = browser.new_context(base_url=live_server.url, locale="vi-VN", color_scheme="light")
    context.add_cookies([_session(client, live_server.url)])
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    page.goto("/kieu-dang/")
    yield page
    context.close()
    assert complaints == []


def test_the_reader_chooses_light_or_dark_and_it_stays(page: Page) -> None:
    root = page.locator("html")
    expect(root).to_have_attribute("data-bs-theme", "light")

    page.get_by_role("button", name="Đổi nền sáng, tối").click()
    expect(root).to_have_attribute("data-bs-theme", "dark")

    page.reload()
    expect(root).to_have_attribute("data-bs-theme", "dark")


def test_nothing_pasted_is_cut_and_what_is_too_much_is_counted(page: Page) -> None:
    title = page.locator("#id_title")
    told = title.locator("xpath=following-sibling::p")
    title.press_sequentially("Rà soát")
    expect(told).to_have_count(0)

    page.evaluate("document.querySelector('#id_title').focus()")
    page.keyboard.insert_text(" hồ sơ" * 30)

    expect(title).to_have_value("Rà soát" + " hồ sơ" * 30)
    expect(told).to_have_text("Dài 187 ký tự, quá mức 120 ký tự: còn phải bớt 67.")
    title.fill("Rà soát " + "x" * 110)
    expect(told).to_have_text("118 trên 120 ký tự.")
    title.fill("Rà soát")
    expect(told).to_be_hidden()


@pytest.mark.parametrize("width", [1440, 390])
def test_a_notice_does_not_cover_what_stays_at_the_foot(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.locator("[data-check-all=unit]").first.check()
    bar = page.locator("[data-bulk-bar]").first
    expect(bar).to_be_visible()
    bar.evaluate("(bar) => scrollBy(0, bar.getBoundingClientRect().bottom - innerHeight + 80)")

    page.evaluate("baro.say('Đã chọn ba đơn vị.', 'error')")
    page.wait_for_timeout(300)

    notice, covered = page.locator("#messages").bounding_box(), bar.bounding_box()
    assert notice
    assert covered
    assert notice["y"] + notice["height"] <= covered["y"]
    assert notice["y"] > 0


def test_keys_lead_to_search_and_to_the_sheet_of_keys(page: Page) -> None:
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Tìm nhiệm vụ")).to_be_focused()

    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Phím tắt")).to_be_visible()

    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Phím tắt")).to_be_hidden()

    # One key after the other leads to a page, but not where somebody types.
    page.locator("#id_title").click()
    page.keyboard.type("gd")
    expect(page.locator("#id_title")).to_have_value(re.compile("gd$"))
    page.locator("#id_title").fill("")
    page.locator("#id_title").blur()
    page.keyboard.press("g")
    page.keyboard.press("d")
    expect(page).to_have_url(re.compile("/don-vi/$"))


def test_rows_are_walked_by_keyboard(page: Page) -> None:
    page.locator("body").click(position={"x": 5, "y": 5})
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("j")

    row = page.locator("[data-rows] tbody tr.is-current")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("NV-2026-000124")

    page.keyboard.press("Enter")
    expect(page).to_have_url(page.url.split("#")[0] + "#124")


def test_what_was_typed_survives_leaving_the_page(page: Page) -> None:
    page.locator("#id_title").fill("Rà soát trụ sở dôi dư")
    page.wait_for_timeout(500)

    page.reload()

    expect(page.locator("#id_title")).to_have_value("Rà soát trụ sở dôi dư")
    expect(page.get_by_text("Đã lấy lại nội dung đang soạn")).to_be_visible()

    page.get_by_role("button", name="Bỏ nội dung này").click()
    expect(page.locator("#id_title")).to_have_value("")
    page.reload()
    expect(page.locator("#id_title")).to_have_value("")


def test_a_dialog_opens_and_closes_by_keyboard(page: Page) -> None:
    page.get_by_role("button", name="Mở hộp thoại").press("Enter")
    dialog = page.get_by_role("dialog", name="Trả lại sản phẩm")
    expect(dialog).to_be_visible()

    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_ticking_all_shows_what_can_be_done_with_them(page: Page) -> None:
    expect(page.locator("[data-bulk-bar]")).to_be_hidden()

    page.get_by_label("Chọn tất cả").check()

    expect(page.locator("[data-bulk-bar]")).to_be_visible()
    expect(page.locator("[data-bulk-count]")).to_have_text("3")


def test_pointing_at_one_side_lights_the_other(page: Page) -> None:
    clause = page.get_by_text("1. Giao Sở Nội vụ tổng hợp.")
    draft = page.locator("p", has=page.get_by_role("link", name="Tổng hợp kết quả"))

    clause.hover()
    expect(draft).to_have_class("tone-running is-lit")

    clause.press("Enter")
    expect(page.get_by_role("link", name="Tổng hợp kết quả")).to_be_focused()


def test_a_chart_is_drawn_and_its_figures_can_be_read(page: Page) -> None:
    expect(page.locator("[data-chart] canvas")).to_be_visible()

    page.get_by_text("Xem số liệu dạng bảng").click()
    expect(page.get_by_role("rowheader", name="T38")).to_be_visible()


def test_a_chosen_file_is_named_with_its_size(page: Page) -> None:
    page.locator(".drop-input").set_input_files(
        {"name": "512-TB-UBND.docx", "mimeType": "application/octet-stream", "buffer": b"x" * 4096}
    )

    expect(page.locator("[data-drop-names]")).to_have_text("512-TB-UBND.docx (4 KB)")


def test_a_filled_input_is_followed_by_a_blank_one(page: Page) -> None:
    inputs = page.locator("[data-more-inputs] input")
    expect(inputs).to_have_count(1)

    inputs.last.press_sequentially("Sở Nội vụ")

    expect(inputs).to_have_count(2)
    expect(inputs.last).to_have_value("")


def test_the_account_menu_closes_on_escape(page: Page) -> None:
    menu = page.locator("details[data-menu]", has=page.locator(".user-button"))
    page.locator(".user-button").click()
    expect(menu.get_by_role("link", name="Bảo mật")).to_be_visible()

    page.keyboard.press("Escape")
    expect(menu.get_by_role("link", name="Bảo mật")).to_be_hidden()


@pytest.mark.parametrize("address", ["/kieu-dang/", "/tai-khoan/bao-mat/", "/tai-khoan/phien/"])
def test_axe_finds_nothing(
    browser: Browser, live_server: Any, client: Client, officer: org.User, address: str
) -> None:
    client.force_login(officer)
    page = _inspected(browser, live_server.url, client)
    for width, theme in product((1440, 390), THEMES):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme)
        page.goto(address)

        assert _violations(page) == [], (width, theme)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
    page.context.close()


def test_axe_finds_nothing_on_the_sign_in(browser: Browser, live_server: Any) -> None:
    page = _inspected(browser, live_server.url)
    page.goto("/tai-khoan/dang-nhap/")

    assert _violations(page) == []
    page.context.close()


def test_a_demo_account_fills_the_sign_in(browser: Browser, live_server: Any) -> None:
    page = browser.new_page()
    page.goto(f"{live_server.url}/tai-khoan/dang-nhap/")

    page.get_by_role("button", name="Chủ tịch UBND thành phố").click()

    expect(page.get_by_label("Tên đăng nhập")).to_have_value("ct.ubnd")
    expect(page.get_by_role("button", name="Đăng nhập")).to_be_focused()
    page.close()


def _inspected(browser: Browser, url: str, client: Client | None = None) -> Page:
    """A page for axe, which reads styles through inline ones that our policy rightly blocks."""
    context = browser.new_context(base_url=url, bypass_csp=True)
    if client:
        context.add_cookies([_session(client, url)])
    return context.new_page()


def _session(client: Client, url: str) -> Any:
    return {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": url}


def _violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(
        """async () => (await axe.run()).violations.map(
            one => `${one.id}: ${one.nodes.map(node => node.html.slice(0, 120)).join(' | ')}`)"""
    )
    return found
