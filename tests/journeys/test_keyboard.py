"""The main steps of the story without a mouse: focus is always seen, and never lost."""

from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Error, Page, expect
from tests.journeys.conftest import PASSWORD, Desk

from baro.documents import api as documents
from baro.tasks import api as tasks
from baro.tasks.models import TaskDraft

pytestmark = pytest.mark.journey

# Where the focus is, and whether a person can see it: a ring or a frame, inside the window.
FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return {tag: "BODY", seen: false, words: ""};
  const drawn = (node) => {
    const style = getComputedStyle(node);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
      || style.boxShadow !== "none";
  };
  const box = one.getBoundingClientRect();
  const label = one.id && document.querySelector(`label[for="${CSS.escape(one.id)}"]`);
  return {
    tag: one.tagName,
    name: one.getAttribute("name") || "",
    id: one.id,
    words: (one.getAttribute("aria-label") || one.innerText || "").trim(),
    seen: (drawn(one) || Boolean(label && drawn(label)))
      && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


def test_drafts_are_corrected_chosen_and_issued_from_the_keyboard(
    desk: Desk, city: SimpleNamespace, document: documents.Document
) -> None:
    page = desk.page
    drafts = list(TaskDraft.objects.filter(document=document).order_by("pk"))
    _sign_in(desk, "specialist")
    desk.open(reverse("tasks:document-review", args=[document.pk]))

    # Correct the first draft: the form opens with the focus in it, the card comes back with it.
    _tab_to(page, words="Sửa")
    page.keyboard.press("Enter")
    expect(page.locator(".draft-editing [name=title]")).to_be_focused()
    _tab_to(page, name="expected_product")
    page.keyboard.press("Control+A")
    page.keyboard.type("Danh sách hồ sơ, kèm số tờ")
    _tab_to(page, words="Lưu dự thảo")
    page.keyboard.press("Enter")
    card = page.locator(f"#draft-{drafts[0].pk}")
    expect(card).to_contain_text("kèm số tờ")
    expect(card).to_be_focused()
    _expect_focus_to_be_seen(page)

    # From a clause of the text Enter leads to its draft, and the page goes along.
    clause = page.locator(f"[data-pair='draft-{drafts[2].pk}'][role=link]").first
    clause.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#chon-{drafts[2].pk}")).to_be_focused()
    expect(page.locator(f"#chon-{drafts[2].pk}")).to_be_in_viewport()

    # Leave out all but the second; Space ticks.
    desk.open(reverse("tasks:document-review", args=[document.pk]))
    for draft in drafts:
        _tab_to(page, id=f"chon-{draft.pk}")
        box = page.locator(f"#chon-{draft.pk}")
        if box.is_checked() != (draft == drafts[1]):
            page.keyboard.press("Space")
    _tab_to(page, words="Xem trước và giao việc")
    page.keyboard.press("Enter")
    page.wait_for_url("**/giao-viec/**")
    _tab_to(page, words="Giao 1 đầu việc")
    page.keyboard.press("Enter")

    expect(page.locator("#messages")).to_contain_text("Đã giao 1 nhiệm vụ")


def test_dropping_and_restoring_a_draft_keeps_the_focus_on_its_card(
    desk: Desk, city: SimpleNamespace, document: documents.Document
) -> None:
    page = desk.page
    draft = TaskDraft.objects.filter(document=document).earliest("pk")
    card = page.locator(f"#draft-{draft.pk}")
    _sign_in(desk, "specialist")
    desk.open(reverse("tasks:document-review", args=[document.pk]))

    for button, state in (("Không giao", "draft-dropped"), ("Lấy lại", "draft-open")):
        _tab_to(page, words=button)
        page.keyboard.press("Enter")
        expect(card).to_contain_class(state)
        expect(card).to_be_focused()
        _expect_focus_to_be_seen(page)


def test_a_ward_takes_reports_and_hands_in_from_the_keyboard(
    desk: Desk, city: SimpleNamespace, task: tasks.Task
) -> None:
    page = desk.page
    _sign_in(desk, "chair")

    # J goes to the first row of the list, Enter opens it.
    page.keyboard.press("j")
    expect(page.locator(".item-title").first).to_be_focused()
    _expect_focus_to_be_seen(page)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{reverse('tasks:task', args=[task.pk])}")

    # Take it; after each act the focus stands where the task says what it is now.
    _tab_to(page, words="Nhận việc")
    page.keyboard.press("Enter")
    expect(page.locator(".task-line")).to_contain_text("Đang thực hiện")
    _expect_focus_on_the_state(page)

    # A refusal takes the focus, its words stay; then the same form goes through.
    _unfold(page, "Nộp sản phẩm")
    _tab_to(page, words="Nộp sản phẩm", tag="BUTTON")
    page.keyboard.press("Enter")
    expect(page.locator(".errors")).to_be_focused()
    _expect_focus_to_be_seen(page)
    _tab_to(page, name="text")
    page.keyboard.type("Danh sách 1.240 hồ sơ chưa số hóa.")
    _tab_to(page, words="Nộp sản phẩm", tag="BUTTON")
    page.keyboard.press("Enter")
    expect(page.locator(".task-line")).to_contain_text("Chờ nghiệm thu")
    _expect_focus_on_the_state(page)


def test_the_city_returns_and_accepts_from_the_keyboard(
    desk: Desk, city: SimpleNamespace, task: tasks.Task
) -> None:
    page = desk.page
    tasks.receive_task(task=task, by=city.chair, at=timezone.now())
    tasks.deliver_task(task=task, text="Danh sách.", by=city.chair, at=timezone.now())
    _sign_in(desk, "specialist")
    _find(page, task.item.number)

    _unfold(page, "Trả lại")
    _tab_to(page, name="reason")
    page.keyboard.type("Thiếu cột số tờ.")
    _tab_to(page, words="Trả lại", tag="BUTTON")
    page.keyboard.press("Enter")
    expect(page.locator(".task-line")).to_contain_text("Bị trả lại")
    _expect_focus_on_the_state(page)

    tasks.deliver_task(task=task, text="Danh sách, có số tờ.", by=city.chair, at=timezone.now())
    _find(page, task.item.number)
    _tab_to(page, words="Nghiệm thu")
    page.keyboard.press("Enter")
    expect(page.locator(".task-line")).to_contain_text("Hoàn thành đúng hạn")
    _expect_focus_on_the_state(page)


def test_the_first_tab_leads_past_the_menus_and_every_stop_is_seen(
    desk: Desk, city: SimpleNamespace, task: tasks.Task
) -> None:
    page = desk.page
    _sign_in(desk, "chair")
    for path in ("/", reverse("tasks:task", args=[task.pk]), "/dieu-hanh/"):
        desk.open(path)
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Đến nội dung chính")).to_be_focused()
        page.keyboard.press("Enter")
        for _ in range(25):
            page.keyboard.press("Tab")
            if _focus(page)["tag"] == "BODY":
                break
            _expect_focus_to_be_seen(page)


def _sign_in(desk: Desk, username: str) -> None:
    desk.open("/tai-khoan/dang-nhap/")
    _tab_to(desk.page, name="login")
    desk.page.keyboard.type(username)
    _tab_to(desk.page, name="password")
    desk.page.keyboard.type(PASSWORD)
    desk.page.keyboard.press("Enter")
    desk.page.wait_for_url(desk.address + "/")


def _find(page: Page, number: str) -> None:
    """Ctrl-K, a number, and the row that comes."""
    page.keyboard.press("Control+K")
    expect(page.locator("[name=q]").first).to_be_focused()
    page.keyboard.type(number)
    page.keyboard.press("Enter")
    expect(page.locator(".item-row")).to_have_count(1)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator(".task-line")).to_contain_text(number)


def _unfold(page: Page, words: str) -> None:
    _tab_to(page, words=words, tag="SUMMARY")
    page.keyboard.press("Enter")


def _focus(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(FOCUS)
    return found


def _tab_to(page: Page, **wanted: str) -> None:
    """Press Tab until the focus is where it is wanted; every stop on the way must be seen."""
    stops = []
    for _ in range(120):
        focus = _focus(page)
        if all(focus.get(key) == value for key, value in wanted.items()):
            _expect_focus_to_be_seen(page)
            return
        stops.append(focus.get("words") or focus.get("name"))
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to {wanted}; it stopped at {stops}")


def _expect_focus_to_be_seen(page: Page) -> None:
    """The browser scrolls to what took the focus in its own time, so this may take a moment."""
    try:
        page.wait_for_function(f"() => ({FOCUS})().seen")
    except Error:
        raise AssertionError(f"focus on {_focus(page)} cannot be seen") from None


def _expect_focus_on_the_state(page: Page) -> None:
    expect(page.locator(".task-line")).to_be_focused()
    _expect_focus_to_be_seen(page)
