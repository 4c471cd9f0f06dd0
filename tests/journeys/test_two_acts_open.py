"""Two acts open on one task: what happens to one leaves alone what is typed in the other."""

from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect
from tests.journeys.conftest import Desk

from baro.tasks import api as tasks

pytestmark = pytest.mark.journey


@pytest.fixture
def page(desk: Desk, city: SimpleNamespace, task: tasks.Task) -> Page:
    """The task of a ward that took it in, before its chair, with words typed in one act."""
    tasks.receive_task(task=task, by=city.chair, at=timezone.now())
    desk.sign_in("chair")
    desk.open(reverse("tasks:task", args=[task.pk]))
    _opened(desk.page, "task-progress").locator("[name=done]").fill("Đã rà soát 5 tổ dân phố")
    return desk.page


def test_a_refused_act_leaves_the_other_open_with_its_words(page: Page) -> None:
    delivery = _opened(page, "task-delivery")
    delivery.locator("[name=text]").fill("Danh sách đã lập xong")
    delivery.locator("[name=link]").fill("https://sai")
    delivery.get_by_role("button", name="Nộp sản phẩm").click()

    expect(delivery.locator(".errors")).to_be_visible()
    expect(delivery.locator(".errors")).to_be_focused()
    expect(delivery.locator("[name=text]")).to_have_value("Danh sách đã lập xong")
    expect(page.locator("#task-progress [name=done]")).to_be_visible()
    expect(page.locator("#task-progress [name=done]")).to_have_value("Đã rà soát 5 tổ dân phố")


def test_a_done_act_leaves_the_other_open_with_its_words(page: Page) -> None:
    delivery = _opened(page, "task-delivery")
    delivery.locator("[name=text]").fill("Danh sách đã lập xong")
    page.wait_for_timeout(400)  # what is typed is kept after a moment
    page.locator("#task-progress form button[type=submit]").click()

    expect(page.locator("#messages")).to_contain_text("Đã ghi tiến độ.")
    expect(page.locator("#task-delivery [name=text]")).to_be_visible()
    expect(page.locator("#task-delivery [name=text]")).to_have_value("Danh sách đã lập xong")
    expect(page.locator("#task-progress")).not_to_have_attribute("open", "")


def _opened(page: Page, code: str) -> Locator:
    act = page.locator(f"#{code}")
    act.locator("summary").click()
    expect(act.locator("form")).to_be_visible()
    return act
