"""A chairman's morning on a phone: what is new, what is late, who does it, what was said."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from tests.journeys.conftest import PHONE, Desk

from baro.tasks import api as tasks

pytestmark = [pytest.mark.journey, pytest.mark.parametrize("desk", [PHONE], indirect=True)]


@pytest.fixture
def overdue(city: SimpleNamespace, task: tasks.Task) -> tasks.Task:
    """Due yesterday, taken in by the ward a week ago."""
    week_ago = timezone.now() - timedelta(days=7)
    spec = tasks.TaskSpec(
        title="Báo cáo điểm úng ngập",
        issuer_unit=task.item.issuer_unit,
        lead_codes=("00070.UBND",),
        expected_product="Báo cáo",
        due_on=timezone.localdate() - timedelta(days=1),
        inspector_post=task.item.inspector_post,
    )
    [given] = tasks.issue_tasks(specs=[spec], by=city.specialist, at=week_ago)
    return tasks.receive_task(task=given, by=city.chair, at=week_ago + timedelta(hours=1))


def test_a_chairmans_morning(desk: Desk, city: SimpleNamespace, overdue: tasks.Task) -> None:
    page = desk.page
    widths: dict[str, bool] = {}

    def fits(where: str) -> None:
        root = "document.documentElement"
        widths[where] = page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth")

    # The first page says what is late; the bell says what is new and why.
    desk.sign_in("chair")
    expect(page.locator(".item-row").first).to_contain_text("Báo cáo điểm úng ngập")
    fits("inbox")
    page.get_by_role("link", name="thông báo").first.click()
    news = page.locator(".bell-row", has_text="Rà soát hồ sơ chưa số hóa")
    expect(news).to_contain_text("Giao")
    fits("bell")

    # From the notice to the task: taken in, and put into an officer's hands.
    news.get_by_role("link", name="Rà soát hồ sơ chưa số hóa").click()
    page.locator("#task-receipt button[type=submit]").click()
    expect(page.locator("#messages")).to_contain_text("Đã nhận việc")
    fits("task")
    page.locator("#task-assignment summary").click()
    choice = page.locator("#task-assignment select[name=seat] option", has_text="Người Thử")
    seat = choice.filter(has_text="Chuyên viên, Phòng").first.get_attribute("value")
    page.locator("#task-assignment select[name=seat]").select_option(seat or "")
    page.locator("#task-assignment button[type=submit]").click()
    expect(page.locator("#messages")).to_contain_text("Đã phân công")

    # What is late: a word to the city office, and what stands in the way.
    page.get_by_role("navigation", name="Điều hướng chính").get_by_role("link").first.click()
    page.locator(".item-title", has_text="Báo cáo điểm úng ngập").click()
    page.get_by_label("Viết ý kiến").fill("Trạm bơm đang sửa, còn thiếu số liệu một điểm.")
    page.get_by_role("button", name="Gửi ý kiến").click()
    expect(page.locator(".talk-list")).to_contain_text("Trạm bơm đang sửa")
    page.locator("#task-progress summary").click()
    page.locator("#task-progress [name=done]").fill("Đã có số liệu của bốn trong năm điểm.")
    page.locator("#task-progress [name=blocked_by]").fill("Trạm bơm đang sửa.")
    page.locator("#task-progress button[type=submit]").click()
    expect(page.locator("#messages")).to_contain_text("Đã ghi tiến độ")
    fits("progress")

    assert all(widths.values()), widths


def test_who_can_be_called_is_seen_above_the_bar(
    desk: Desk, city: SimpleNamespace, overdue: tasks.Task
) -> None:
    page = desk.page
    desk.sign_in("chair")
    page.locator(".item-title", has_text="Báo cáo điểm úng ngập").click()
    field = page.get_by_label("Viết ý kiến")
    # As a thumb leaves it: the field just above the bar, the list still to come beneath it.
    field.evaluate("e => window.scrollBy(0, e.getBoundingClientRect().bottom - innerHeight + 70)")

    field.press_sequentially("Nhờ @")

    expect(page.locator("#calls")).to_be_visible()
    bar = page.get_by_role("navigation", name="Điều hướng chính")
    top = bar.evaluate("e => e.getBoundingClientRect().top")
    page.wait_for_function(
        "top => document.getElementById('calls').getBoundingClientRect().bottom <= top", arg=top
    )
