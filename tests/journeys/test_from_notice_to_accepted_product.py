"""The story of the product: a notice becomes tasks, tasks become products, products are judged."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from tests.journeys.conftest import DESKTOP, PHONE, Desk

from baro.work import api as work

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("desk", [DESKTOP, PHONE], ids=["desktop", "phone"], indirect=True)
def test_a_notice_becomes_accepted_and_returned_products(
    desk: Desk, city: SimpleNamespace, notice: str
) -> None:
    page = desk.page

    # The city office pastes a conclusion notice; it is read clause by clause.
    desk.sign_in("specialist")
    desk.open("/van-ban/dang-ky/")
    page.get_by_label("Dán nội dung văn bản").fill(notice)
    page.get_by_role("button", name="Đọc văn bản").click()
    expect(page.get_by_label("Số, ký hiệu")).to_have_value("512/TB-UBND")
    page.get_by_role("button", name="vào sổ").first.click()

    # Three drafts; the impossible day is a doubt, not a date, and comes first.
    cards = page.locator(".draft")
    expect(cards).to_have_count(3)
    expect(cards.nth(1)).to_contain_text("126 đơn vị")
    expect(cards.nth(0)).to_contain_text("30/02")
    expect(cards.nth(0)).to_contain_text("chưa có ngày")

    # Two corrections: a product in words, and a real day.
    _correct(page, 1, {"expected_product": "Danh sách hồ sơ, kèm số tờ"})
    real_day = timezone.localdate() + timedelta(days=30)
    _correct(page, 0, {"due_on": f"{real_day:%d/%m/%Y}"})
    expect(cards.nth(0)).to_contain_text(f"{real_day:%d/%m/%Y}")

    # Issued after seeing the cost: one of them to 126 communes and wards.
    for index in range(3):
        cards.nth(index).get_by_role("checkbox").check()
    page.get_by_role("button", name="Xem trước và giao việc").click()
    expect(page.locator("body")).to_contain_text("128 đầu việc")
    page.get_by_role("button", name="Giao 128 đầu việc").click()
    expect(page.locator("#messages")).to_contain_text("Đã giao 3 nhiệm vụ")
    assert work.WorkItem.objects.counted().count() == 128

    # The ward's chair finds it on the work list, takes it and gives it to a colleague.
    desk.sign_out()
    desk.sign_in("chair")
    page.locator(".item-title", has_text="hồ sơ chưa số hóa").first.click()
    _do(page, "task-receipt", {})
    expect(page.locator("#messages")).to_contain_text("Đã nhận việc")
    page.locator("#task-assignment summary").click()
    choice = page.locator("#task-assignment select[name=seat] option", has_text="Người Thử")
    seat = choice.filter(has_text="Chuyên viên, Phòng").first.get_attribute("value")
    _do(page, "task-assignment", {"seat": seat or ""})
    expect(page.locator("#messages")).to_contain_text("Đã phân công")

    # The colleague reports progress and hands in.
    desk.sign_out()
    desk.sign_in("servant")
    page.locator(".item-title", has_text="hồ sơ chưa số hóa").first.click()
    _do(page, "task-progress", {"done": "Đã lập xong danh sách của ba tổ dân phố."})
    expect(page.locator(".task")).to_contain_text("Đã lập xong danh sách")
    _do(page, "task-delivery", {"text": "Danh sách 1.240 hồ sơ chưa số hóa."})
    expect(page.locator(".task")).to_contain_text("Chờ nghiệm thu")

    # The city sends it back with a reason; the ward mends it; the city accepts.
    task_address = page.url.split("#")[0].removeprefix(desk.address)
    desk.sign_out()
    desk.sign_in("specialist")
    desk.open(task_address)
    _do(page, "task-return", {"reason": "Thiếu cột số tờ của từng hồ sơ."})
    expect(page.locator(".task")).to_contain_text("Bị trả lại")
    desk.sign_out()
    desk.sign_in("servant")
    desk.open(task_address)
    expect(page.locator(".task")).to_contain_text("Thiếu cột số tờ")
    _do(page, "task-delivery", {"text": "Danh sách 1.240 hồ sơ, có số tờ."})
    desk.sign_out()
    desk.sign_in("specialist")
    desk.open(task_address)
    _do(page, "task-acceptance", {})
    expect(page.locator(".task")).to_contain_text("Hoàn thành đúng hạn")
    expect(page.locator(".history")).to_contain_text("trả lại")

    # The city page counts it, and the number opens its rows.
    desk.open("/dieu-hanh/")
    page.locator(".cellbar-legend a", has_text="Hoàn thành đúng hạn").first.click()
    expect(page.locator(".item-row")).to_have_count(1)
    expect(page.locator(".item-row")).to_contain_text("hồ sơ chưa số hóa")


def _correct(page: Page, index: int, values: dict[str, str]) -> None:
    card = page.locator(".draft").nth(index)
    card.get_by_role("link", name="Sửa").click()
    form = page.locator(".draft-editing")
    for name, value in values.items():
        form.locator(f"[name={name}]").fill(value)
    form.get_by_role("button", name="Lưu dự thảo").click()
    expect(page.locator(".draft-editing")).to_have_count(0)


def _do(page: Page, act: str, values: dict[str, str]) -> None:
    details = page.locator(f"#{act}")
    if details.locator("summary").is_visible() and details.get_attribute("open") is None:
        details.locator("summary").click()
    for name, value in values.items():
        control = details.locator(f"[name={name}]")
        if control.evaluate("node => node.tagName") == "SELECT":
            control.select_option(value)
        else:
            control.fill(value)
    details.locator("button[type=submit]").click()
