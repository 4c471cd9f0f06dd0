"""A refusal in each step of the story: a clear sentence, and nothing that was typed is lost."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect
from tests.journeys.conftest import Desk

from baro.documents import api as documents
from baro.documents.models import Intake
from baro.tasks import api as tasks
from baro.tasks.models import TaskDraft

pytestmark = pytest.mark.journey


def test_an_empty_file_is_refused_and_pasted_words_stay(desk: Desk, city: SimpleNamespace) -> None:
    page = desk.page
    desk.sign_in("specialist")
    desk.open("/van-ban/dang-ky/")

    page.get_by_label("Dán nội dung văn bản").fill("Nội dung đang soạn dở.")
    page.set_input_files(
        "input[type=file]", {"name": "rong.docx", "mimeType": "application/msword", "buffer": b""}
    )
    page.get_by_role("button", name="Đọc văn bản").click()

    expect(_refusal(page)).to_contain_text("Tệp rỗng (0 byte).")
    expect(page.get_by_label("Dán nội dung văn bản")).to_have_value("Nội dung đang soạn dở.")


def test_a_text_with_a_secrecy_mark_is_refused_and_leaves_nothing_behind(
    desk: Desk, city: SimpleNamespace, notice: str
) -> None:
    page = desk.page
    desk.sign_in("specialist")
    desk.open("/van-ban/dang-ky/")

    page.get_by_label("Dán nội dung văn bản").fill(f"MẬT\n{notice}")
    page.get_by_role("button", name="Đọc văn bản").click()

    expect(_refusal(page)).to_contain_text("nên không được đưa vào hệ thống này")
    expect(page.get_by_label("Dán nội dung văn bản")).to_have_value("")
    assert not Intake.objects.exists()
    assert not documents.Document.objects.exists()


def test_a_draft_without_product_or_with_a_day_gone_by_is_not_issued(
    desk: Desk, city: SimpleNamespace, document: documents.Document
) -> None:
    page = desk.page
    desk.sign_in("specialist")
    yesterday = timezone.localdate() - timedelta(days=1)
    _edit(desk, document, expected_product="", due_on=f"{yesterday:%d/%m/%Y}")

    card = page.locator(".draft", has_text="hồ sơ chưa số hóa")
    expect(card).to_contain_text("chưa nêu sản phẩm phải có")
    expect(card).to_contain_text(f"hạn {yesterday:%d/%m/%Y} đã qua")
    for box in page.locator(".draft").get_by_role("checkbox").all():
        box.uncheck()
    card.get_by_role("checkbox").check()
    page.get_by_role("button", name="Xem trước và giao việc").click()
    page.get_by_role("button", name="Giao 126 đầu việc").click()

    expect(_refusal(page)).to_contain_text("chưa nêu sản phẩm phải có")
    expect(page.locator(".data-grid")).to_contain_text("hồ sơ chưa số hóa")
    assert not tasks.Task.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("leads", "Sở Không Có Thật", "Không có đơn vị nào tên là “Sở Không Có Thật”"),
        ("due_on", "30/02/2027", "Tháng 02/2027 không có ngày 30"),
    ],
)
def test_what_does_not_exist_is_refused_in_a_draft(
    desk: Desk,
    city: SimpleNamespace,
    document: documents.Document,
    field: str,
    value: str,
    sentence: str,
) -> None:
    page = desk.page
    desk.sign_in("specialist")
    _edit(desk, document, **{field: value, "expected_product": "Danh sách đã gõ"}, saved=False)

    form = page.locator(".draft-editing")
    expect(form).to_contain_text(sentence)
    expect(form.locator(f"[name={field}]").first).to_have_value(value)
    expect(form.locator("[name=expected_product]")).to_have_value("Danh sách đã gõ")


def test_a_unit_that_does_not_exist_is_refused_in_a_new_task(
    desk: Desk, city: SimpleNamespace
) -> None:
    page = desk.page
    desk.sign_in("specialist")
    desk.open("/nhiem-vu/giao/")

    page.locator("[name=title]").fill("Việc đã gõ")
    page.locator("[name=leads]").first.fill("Xã Không Có")
    page.locator("[name=due_on]").fill("30/02/2027")
    page.get_by_role("main").get_by_role("button", name="Giao nhiệm vụ").click()

    expect(_refusal(page)).to_contain_text("Không có đơn vị nào tên là “Xã Không Có”")
    expect(_refusal(page)).to_contain_text("không có ngày 30")
    expect(_refusal(page)).to_be_focused()
    expect(page.locator("[name=title]")).to_have_value("Việc đã gõ")
    expect(page.locator("[name=leads]").first).to_have_value("Xã Không Có")


def test_a_delivery_of_nothing_and_a_return_without_reason_are_refused(
    desk: Desk, city: SimpleNamespace, task: tasks.Task
) -> None:
    page = desk.page
    tasks.receive_task(task=task, by=city.chair, at=timezone.now())
    desk.sign_in("chair")
    act = _act(desk, task, "task-delivery")
    act.get_by_role("button", name="Nộp sản phẩm").click()
    expect(_refusal(page)).to_contain_text("Hãy nộp ít nhất một thứ")

    tasks.deliver_task(task=task, text="Danh sách.", by=city.chair, at=timezone.now())
    _change_to(desk, "specialist")
    act = _act(desk, task, "task-return")
    act.locator("button[type=submit]").click()
    expect(_refusal(page)).to_contain_text("Hãy ghi lý do")
    task.item.refresh_from_db()
    assert task.item.is_delivered


def test_a_file_stays_chosen_when_something_else_is_refused(
    desk: Desk, city: SimpleNamespace, task: tasks.Task
) -> None:
    page = desk.page
    tasks.receive_task(task=task, by=city.chair, at=timezone.now())
    desk.sign_in("chair")
    act = _act(desk, task, "task-delivery")

    act.locator("[name=file]").set_input_files(
        {"name": "danh-sach.txt", "mimeType": "text/plain", "buffer": "12 hồ sơ".encode()}
    )
    act.locator("[name=link]").fill("https://sai dia chi")
    act.get_by_role("button", name="Nộp sản phẩm").click()

    expect(_refusal(page)).to_contain_text("Đường dẫn phải có dạng https://")
    expect(act).not_to_contain_text("Hãy chọn lại tệp này")
    act.locator("[name=link]").fill("")
    act.get_by_role("button", name="Nộp sản phẩm").click()
    expect(page.locator("#messages")).to_contain_text("Đã nộp sản phẩm.")
    assert tasks.Task.objects.get(pk=task.pk).deliveries.get().file_name == "danh-sach.txt"


def test_an_extension_to_an_earlier_day_is_refused_with_both_days_in_sight(
    desk: Desk, city: SimpleNamespace, task: tasks.Task
) -> None:
    page = desk.page
    desk.sign_in("chair")
    act = _act(desk, task, "task-extension")
    earlier = timezone.localdate() + timedelta(days=10)

    act.locator("[name=proposed_due_on]").fill(f"{earlier:%d/%m/%Y}")
    act.locator("[name=grounds]").fill("Phải mượn sổ gốc.")
    act.locator("button[type=submit]").click()

    due_on = timezone.localdate() + timedelta(days=20)
    expect(_refusal(page)).to_contain_text(f"Hạn mới phải sau hạn hiện tại ({due_on:%d/%m/%Y}).")
    act = page.locator("#task-extension")
    expect(act.locator("[name=proposed_due_on]")).to_have_value(f"{earlier:%d/%m/%Y}")
    expect(act.locator("[name=grounds]")).to_have_value("Phải mượn sổ gốc.")


def test_an_extension_asked_after_the_deadline_is_refused_and_the_grounds_stay_readable(
    desk: Desk, city: SimpleNamespace, task: tasks.Task
) -> None:
    page = desk.page
    desk.sign_in("chair")
    act = _act(desk, task, "task-extension")
    later = timezone.localdate() + timedelta(days=40)
    act.locator("[name=proposed_due_on]").fill(f"{later:%d/%m/%Y}")
    act.locator("[name=grounds]").fill("Phải mượn sổ gốc.")

    # The page stays open over the end of the last day.
    task.item.due_at = timezone.now() - timedelta(minutes=1)
    task.item.save(update_fields=["due_at"])
    act.locator("button[type=submit]").click()

    expect(_refusal(page)).to_contain_text("phải xin gia hạn trước khi hết hạn")
    expect(_refusal(page)).to_contain_text("Phải mượn sổ gốc.")


def test_what_was_accepted_in_one_tab_is_not_accepted_or_returned_in_another(
    desk: Desk, city: SimpleNamespace, task: tasks.Task
) -> None:
    page = desk.page
    tasks.receive_task(task=task, by=city.chair, at=timezone.now())
    tasks.deliver_task(task=task, text="Danh sách.", by=city.chair, at=timezone.now())
    desk.sign_in("specialist")
    first, second = page, page.context.new_page()
    address = desk.address + reverse("tasks:task", args=[task.pk])
    third = page.context.new_page()
    for tab in (first, second, third):
        tab.goto(address)
    third.locator("#task-return summary").click()
    third.locator("#task-return [name=reason]").fill("Thiếu cột số tờ.")

    first.locator("#task-acceptance button").click()
    expect(first.locator("#messages")).to_contain_text("Đã nghiệm thu")
    second.locator("#task-acceptance button").click()
    third.locator("#task-return button[type=submit]").click()

    expect(_refusal(second)).to_contain_text("đã được nghiệm thu trước đó")
    expect(_refusal(third)).to_contain_text("Thiếu cột số tờ.")
    told = [entry.sentence for entry in tasks.history_of(task)]
    assert len([sentence for sentence in told if "nghiệm thu" in sentence]) == 1


def test_a_double_click_receives_once(desk: Desk, city: SimpleNamespace, task: tasks.Task) -> None:
    page = desk.page
    desk.sign_in("chair")
    desk.open(reverse("tasks:task", args=[task.pk]))

    page.locator("#task-receipt button").dblclick()

    expect(page.locator("#messages")).to_contain_text("Đã nhận việc.")
    expect(_refusal(page)).to_have_count(0)
    told = [entry.sentence for entry in tasks.history_of(task)]
    assert len([sentence for sentence in told if "nhận việc" in sentence]) == 1


def test_what_another_unit_owes_does_not_exist_for_a_neighbour(
    desk: Desk, city: SimpleNamespace, task: tasks.Task
) -> None:
    desk.sign_in("other_chair")

    answer = desk.page.goto(desk.address + reverse("tasks:task", args=[task.pk]))

    assert answer is not None
    assert answer.status == 404
    expect(desk.page.locator("body")).not_to_contain_text(task.item.title)
    expect(desk.page.get_by_role("main").get_by_role("link").first).to_be_visible()


def test_a_wrong_password_does_not_tell_who_has_an_account(
    desk: Desk, city: SimpleNamespace
) -> None:
    page = desk.page
    said = []
    for username in ("specialist", "khong.co.ai"):
        desk.open("/tai-khoan/dang-nhap/")
        page.fill("input[name=login]", username)
        page.fill("input[name=password]", "sai-mat-khau")
        page.keyboard.press("Enter")
        expect(_refusal(page)).to_contain_text("Tên đăng nhập hoặc mật khẩu không đúng.")
        expect(page.locator("input[name=login]")).to_have_value(username)
        said.append(_refusal(page).inner_text())

    assert said[0] == said[1]


def _refusal(page: Page) -> Locator:
    return page.locator(".errors")


def _act(desk: Desk, task: tasks.Task, code: str) -> Locator:
    """The form of an act on the page of the task, unfolded."""
    desk.open(reverse("tasks:task", args=[task.pk]))
    act = desk.page.locator(f"#{code}")
    act.locator("summary").click()
    return act


def _edit(
    desk: Desk, document: documents.Document, *, saved: bool = True, **values: str
) -> TaskDraft:
    """Open the first draft on the review screen, type, and send."""
    draft = TaskDraft.objects.filter(document=document).earliest("pk")
    desk.open(reverse("tasks:document-review", args=[document.pk]))
    desk.page.locator(f"#draft-{draft.pk}").get_by_role("link", name="Sửa").click()
    form = desk.page.locator(".draft-editing")
    for name, value in values.items():
        form.locator(f"[name={name}]").first.fill(value)
    form.get_by_role("button", name="Lưu dự thảo").click()
    if saved:
        expect(form).to_have_count(0)
    return draft


def _change_to(desk: Desk, username: str) -> None:
    desk.sign_out()
    desk.sign_in(username)
