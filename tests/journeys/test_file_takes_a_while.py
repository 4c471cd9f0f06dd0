"""A file that takes a while: the link says that it is being made, until it is there."""

from types import SimpleNamespace

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Route, expect
from tests.journeys.conftest import PASSWORD, PATIENCE, Desk

from baro.kernel.audit.models import AuditEvent
from baro.tasks import api as tasks
from baro.tasks.lists import papers

pytestmark = pytest.mark.journey


def _link(desk: Desk) -> Locator:
    desk.open(reverse("tasks:task-list") + "?ds=tat-ca")
    desk.page.get_by_text("Công cụ", exact=True).click()
    return desk.page.locator(f"a[href^='{reverse('tasks:task-list-excel')}']")


def test_the_link_tells_that_the_file_is_being_made_until_it_is_there(
    desk: Desk, city: SimpleNamespace, task: tasks.Task
) -> None:
    held = list[Route]()
    desk.sign_in("specialist")
    link = _link(desk)
    desk.page.route(f"**{reverse('tasks:task-list-excel')}*", lambda route: held.append(route))

    link.click()
    expect(link).to_have_attribute("aria-busy", "true")
    expect(link).to_have_text("Đang lập tệp Excel…")
    expect(desk.page.locator("#messages")).to_contain_text("Đang lập tệp Excel…")
    link.click()  # once more changes nothing
    with desk.page.expect_download() as download:
        held[0].continue_()

    assert download.value.suggested_filename.startswith("nhiem-vu-")
    expect(link).not_to_have_attribute("aria-busy", "true")
    expect(link).to_have_text("Xuất Excel")
    expect(desk.page.locator("#messages")).to_contain_text("Đã tải xong tệp nhiem-vu-")
    expect(desk.page.locator("#messages")).not_to_contain_text("Đang lập")
    assert len(held) == 1
    assert AuditEvent.objects.filter(name="tasks.list_taken").count() == 1


def test_a_file_that_is_refused_says_why(
    desk: Desk, city: SimpleNamespace, task: tasks.Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "MOST_IN_FILE", 0)
    desk.sign_in("specialist")

    _link(desk).click()

    expect(desk.page.locator("main")).to_contain_text("Hãy lọc hẹp hơn")
    assert not AuditEvent.objects.filter(name="tasks.list_taken").exists()


def test_the_link_works_without_scripts(
    desk: Desk, city: SimpleNamespace, task: tasks.Task
) -> None:
    browser = desk.page.context.browser
    assert browser
    page = browser.new_context(java_script_enabled=False).new_page()
    page.set_default_timeout(PATIENCE)
    plain = Desk(page, desk.address)
    plain.open("/tai-khoan/dang-nhap/")
    page.fill("input[name=login]", "specialist")
    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(desk.address + "/")
    link = _link(plain)

    with page.expect_download() as download:
        link.click()

    assert download.value.suggested_filename.startswith("nhiem-vu-")
    page.context.close()
