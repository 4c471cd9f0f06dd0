"""The main steps of the story without a mouse: focus is always seen, and never lost."""

from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Error, FilePayload, Page, expect
from tests.journeys.conftest import PASSWORD, Desk
from tests.journeys.notices import fifteen_tasks

from baro.documents import api as documents
from baro.tasks import api as tasks
from baro.tasks.models import TaskDraft
from baro.work import api as work

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


@dataclass
class Hands:
    """One person's hands on one keyboard; what they press is counted."""

    page: Page
    count: int = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
        self.count += len(keys)

    def write(self, words: str) -> None:
        self.page.keyboard.type(words)
        self.count += len(words)


def test_drafts_are_corrected_chosen_and_issued_from_the_keyboard(
    desk: Desk, city: SimpleNamespace
) -> None:
    """A notice of fifteen tasks, one of them to every commune: from the file to issued work."""
    page, hands = desk.page, Hands(desk.page)
    paper: FilePayload = {
        "name": "512.txt",
        "mimeType": "text/plain",
        "buffer": fifteen_tasks().encode(),
    }
    # Listened for from the start: the browser needs a moment until it hands the dialog over.
    page.on("filechooser", lambda chooser: chooser.set_files(paper))
    _sign_in(desk, "specialist")
    desk.open("/van-ban/dang-ky/")

    # The file, its particulars, its place in the register, and right on to its drafts.
    expect(page.locator("[name=file]")).to_be_focused()
    hands.press("Space")
    expect(page.locator("[data-drop-names]")).to_contain_text("512.txt")
    hands.press("Control+Enter")
    expect(page.get_by_label("Số, ký hiệu")).to_have_value("512/TB-UBND")
    hands.press("Control+Enter")
    cards = page.locator(".draft")
    expect(cards).to_have_count(15)
    expect(page.locator(".draft[data-doubtful]")).to_have_count(2)

    # Two lead one task: the second choice says who leads.
    hands.press("n")
    shared = cards.nth(0)
    expect(shared).to_be_focused()
    expect(shared).to_contain_text("một việc chung")
    hands.press("2")
    expect(shared.locator(".unit-chip:not(.unit-chip-quiet)")).to_have_count(1)
    expect(shared).to_be_focused()

    # The impossible day: a real one is written; what is typed is no command.
    hands.press("n")
    impossible = cards.nth(1)
    expect(impossible).to_be_focused()
    expect(impossible).to_contain_text("30/02")
    hands.press("h")
    day = timezone.localdate() + timedelta(days=30)
    hands.write(f"{day:%d/%m}")
    hands.press("Enter")
    expect(impossible).to_contain_text(f"{day:%d/%m/%Y}")
    expect(impossible).to_be_focused()
    expect(page.locator(".draft[data-doubtful]")).to_have_count(0)

    # All that is clear is chosen, its cost is seen, and it is given.
    hands.press("a")
    expect(page.locator("[data-tick-count]")).to_have_text("15")
    hands.press("Control+Enter")
    expect(page.get_by_role("button", name="Giao 140 đầu việc")).to_be_focused()
    hands.press("Enter")

    expect(page.locator("#messages")).to_contain_text("Đã giao 15 nhiệm vụ")
    assert work.WorkItem.objects.counted().count() == 140
    assert work.WorkItem.objects.filter(parent__isnull=False).count() == 126
    assert hands.count <= 16


def test_a_draft_is_reshaped_from_the_keyboard_and_the_focus_stays_on_its_card(
    desk: Desk, city: SimpleNamespace, document: documents.Document
) -> None:
    page = desk.page
    drafts = list(TaskDraft.objects.filter(document=document).order_by("start"))
    _sign_in(desk, "specialist")
    desk.open(reverse("tasks:document-review", args=[document.pk]) + "?thu-tu=van-ban")
    second = page.locator(f"#draft-{drafts[1].pk}")
    assert page.locator("[data-quote-text]").text_content() == document.text

    # J J: the second card, and its words in the text beside it.
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(second).to_be_focused()
    expect(page.locator(f"[data-pair='draft-{drafts[1].pk}'][role=link]").first).to_be_in_viewport()

    # Edit: the form opens with the focus in it, Ctrl Enter saves, the card has the focus again.
    page.keyboard.press("e")
    expect(page.locator(".draft-editing [name=title]")).to_be_focused()
    _tab_to(page, name="expected_product")
    page.keyboard.press("Control+A")
    page.keyboard.type("Danh sách hồ sơ, kèm số tờ")
    page.keyboard.press("Control+Enter")
    expect(second).to_contain_text("kèm số tờ")
    expect(second).to_be_focused()
    _expect_focus_to_be_seen(page)

    # The end of the quote goes back by three words; undone, it is as it was.
    page.keyboard.press("]")
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(second.get_by_role("button", name="Hoàn tác")).to_be_visible()
    expect(second).to_be_focused()
    assert len(TaskDraft.objects.get(pk=drafts[1].pk).quote) < len(drafts[1].quote)
    page.keyboard.press("u")
    expect(second.get_by_role("button", name="Hoàn tác")).to_have_count(0)
    expect(second).to_be_focused()

    # Cut in two, and put together again.
    page.keyboard.press("t")
    expect(page.locator("[name=place]:checked")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".draft")).to_have_count(4)
    expect(second).to_be_focused()
    page.keyboard.press("g")
    expect(page.locator(".draft")).to_have_count(3)
    expect(second).to_be_focused()

    # Dropped and taken up again.
    for key, state in (("x", "draft-dropped"), ("r", "draft-open")):
        page.keyboard.press(key)
        expect(second).to_contain_class(state)
        expect(second).to_be_focused()
        _expect_focus_to_be_seen(page)

    # Another lead by its name without accents; the help sheet tells all this.
    page.keyboard.press("l")
    page.keyboard.type("so xay dung")
    page.keyboard.press("Enter")
    expect(second.locator(".unit-chip").first).to_contain_text("Sở Xây dựng")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Phím tắt")).to_contain_text("Tách thành hai việc")
    page.keyboard.press("Escape")

    # From a clause of the text Enter leads to its draft, and the page goes along.
    clause = page.locator(f"[data-pair='draft-{drafts[2].pk}'][role=link]").first
    clause.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#chon-{drafts[2].pk}")).to_be_focused()
    expect(page.locator(f"#chon-{drafts[2].pk}")).to_be_in_viewport()


def test_a_card_that_was_just_put_in_its_place_takes_a_key_at_once(
    desk: Desk, city: SimpleNamespace, document: documents.Document
) -> None:
    page = desk.page
    draft = TaskDraft.objects.filter(document=document).earliest("start")
    _sign_in(desk, "specialist")
    review = reverse("tasks:document-review", args=[document.pk])
    desk.open(review)
    page.locator(f"#draft-{draft.pk}").focus()
    page.keyboard.press("e")
    expect(page.locator(".draft-editing [name=title]")).to_be_focused()

    # As soon as the card is back, before anybody could see it.
    page.evaluate(
        """(card) => new MutationObserver((_, observer) => {
          if (!document.querySelector(`${card} [data-key~=t]`)) return;
          observer.disconnect();
          document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "t", bubbles: true }));
        }).observe(document.body, { childList: true, subtree: true })""",
        f"#draft-{draft.pk}",
    )
    page.keyboard.press("Escape")

    expect(page.locator("[name=place]:checked")).to_be_focused()
    assert review in page.url


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


def test_ctrl_k_leads_to_tasks_units_and_acts(
    desk: Desk, city: SimpleNamespace, task: tasks.Task
) -> None:
    page = desk.page
    _sign_in(desk, "specialist")
    field = page.get_by_role("combobox", name="Tìm nhiệm vụ")
    chosen = page.locator("#palette [role=option][aria-selected=true]")

    # A task by words without accents; the arrows go round, the field keeps the focus.
    page.keyboard.press("Control+K")
    page.keyboard.type("ra soat ho so")
    expect(chosen).to_contain_text(task.item.number)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    expect(chosen).to_contain_text(task.item.number)
    expect(field).to_be_focused()
    option = chosen.get_attribute("id") or ""
    expect(field).to_have_attribute("aria-activedescendant", option)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{reverse('tasks:task', args=[task.pk])}")

    # A ward by its initials in a new tab; what was opened stands on top when nothing is asked.
    page.keyboard.press("Control+K")
    expect(chosen).to_contain_text("Việc của tôi")
    page.keyboard.type("hk")
    expect(chosen).to_contain_text("Hoàn Kiếm")
    with page.context.expect_page() as opened:
        page.keyboard.press("Control+Enter")
    expect(opened.value.get_by_role("heading", level=1)).to_contain_text("Hoàn Kiếm")
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()

    # An act that presses a control of the page.
    page.keyboard.press("Control+K")
    page.keyboard.type("doi nen")
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")


def _sign_in(desk: Desk, username: str) -> None:
    desk.open("/tai-khoan/dang-nhap/")
    _tab_to(desk.page, name="login")
    desk.page.keyboard.type(username)
    _tab_to(desk.page, name="password")
    desk.page.keyboard.type(PASSWORD)
    desk.page.keyboard.press("Enter")
    desk.page.wait_for_url(desk.address + "/")


def _find(page: Page, number: str) -> None:
    """Ctrl-K, a number and Enter at once: the palette waits for its own answer."""
    page.keyboard.press("Control+K")
    expect(page.get_by_role("combobox", name="Tìm nhiệm vụ")).to_be_focused()
    page.keyboard.type(number.lower())
    with page.expect_navigation():
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
