"""axe-core finds nothing to complain of, on any page, at any width, on light and on dark ground."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Literal

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone
from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize
from pytest_django.live_server_helper import LiveServer
from tests.journeys.conftest import DESKTOP, PATIENCE, PHONE, Desk

from baro.documents import api as documents
from baro.documents.models import NumberSeries
from baro.documents.operations import PaperContent, write_paper
from baro.documents.operations.intakes import take_in_document
from baro.followup.operations import difficult
from baro.followup.operations.committees import (
    CommitteeContent,
    conclude_session,
    found_committee,
    hold_session,
    plan_session,
)
from baro.followup.operations.pressing import begin_pressing, start_pressing
from baro.kernel.webhooks.models import Webhook
from baro.notices.unsubscribing import unsubscribe_token
from baro.org import api as org
from baro.org.models import ListImport
from baro.org.operations.imports import bring_list
from baro.tasks import api as tasks
from baro.tasks.lists import LOOKS as TASK_LOOKS
from baro.tasks.models import RecurringDuty, TaskDraft
from baro.tasks.operations import bring_tasks
from baro.tasks.views.acts import ACTS
from baro.work import api as work
from baro.work.operations.comments import write_comment

pytestmark = pytest.mark.journey
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"


@dataclass(frozen=True)
class Look:
    """A window and a ground; `rules` are those of axe to ask, all of them when there are none."""

    viewport: ViewportSize
    scheme: Literal["light", "dark"]
    rules: tuple[str, ...] = ()


# The second look asks only for what another width and another ground can change.
LOOKS = {
    "desktop-light": Look(DESKTOP, "light"),
    "phone-dark": Look(
        PHONE,
        "dark",
        ("color-contrast", "link-in-text-block", "scrollable-region-focusable"),
    ),
}

# Nothing is still being fetched, put in place or faded into its colour.
AT_REST = """() => !document.body.innerText.includes("Đang tải")
  && !document.querySelector(".htmx-request, .htmx-swapping, .htmx-settling")
  && document.getAnimations().every(one => one.playState !== "running")"""

# Addresses that answer with no page of ours, and why.
NO_PAGE = {
    "kernel:liveness": "one word for a monitor",
    "kernel:job-retry": "posted to",
    "kernel:webhook-trial": "posted to",
    "kernel:webhook-secret": "posted to",
    "kernel:webhook-switch": "posted to",
    "kernel:webhook-resending": "posted to",
    "kernel:file-sweep": "posted to",
    "tasks:terms-preview": "a part of the form of a task",
    "tasks:duty-move": "posted to",
    "tasks:duty-skip": "posted to",
    "tasks:duty-ways": "posted to",
    "tasks:duty-end": "posted to",
    "tasks:duty-takeover": "posted to",
    "notices:notice-done": "posted to",
    "notices:notices-done": "posted to",
    "notices:channel-choices": "posted to",
    "notices:quiet-hours": "posted to",
    "work:calendar": "a file",
    "work:calendar-revocation": "posted to",
    "notices:letter-retry": "posted to",
    "documents:intake-discard": "posted to",
    "documents:document-retention": "posted to",
    "documents:intake-file": "a file",
    "documents:intake-progress": "a part of the page of a paper that is being read",
    "documents:intake-retry": "posted to",
    "documents:intake-stop": "posted to",
    "documents:document-file": "a file",
    "documents:document-reading": "posted to",
    "documents:document-word": "a file",
    "documents:paper-draft-discard": "posted to",
    "documents:paper-draft-pdf": "a file",
    "documents:paper-draft-word": "a file",
    "documents:local-name-removal": "posted to",
    "documents:local-word-removal": "posted to",
    "documents:link-removal": "posted to",
    "documents:register-book-excel": "a file",
    "documents:register-book-word": "a file",
    "org:api-token-revocation": "posted to",
    "org:import-application": "posted to",
    "org:substitution-ending": "posted to",
    "org:import-template": "a file",
    "followup:committee-session": "posted to",
    "followup:session-conclusion": "posted to",
    "followup:session-holding": "posted to",
    "followup:session-pdf": "a file",
    "followup:session-word": "a file",
    "followup:difficult-excel": "a file",
    "followup:letter-items": "a part of the page of a letter",
    "followup:ladder-comparison": "posted to",
    "followup:leaders-list-briefing": "posted to",
    "followup:leaders-list-excel": "a file",
    "followup:rung-calling-off": "posted to",
    "followup:rung-ending": "posted to",
    "followup:task-reminders": "a part of the page of a task",
    "followup:pressing-beginning": "posted to",
    "followup:pressing-discard": "posted to",
    "followup:pressing-issuance": "posted to",
    "followup:pressing-progress": "a part of the page of a round that goes out",
    "followup:pressing-stop": "posted to",
    "tasks:delivery-file": "a file",
    "work:comment-file": "a file",
    "work:comment-removal": "posted to",
    "work:item-comment-people": "a part of the form of a comment",
    "work:item-watch": "posted to",
    "tasks:document-drafting": "posted to",
    "tasks:document-drafts": "a part of the page of a document",
    "tasks:task-bulk": "posted to",
    "tasks:task-list-excel": "a file",
    "tasks:task-import-giving": "posted to",
    "tasks:task-import-template": "a file",
    "tasks:saved-list-counts": "a part of the home page",
    "tasks:saved-list-opening": "posted to",
    "tasks:saved-list-removal": "posted to",
    "tasks:draft-amendment": "posted to",
    "tasks:draft-card": "a part of the review",
    "tasks:draft-deadline": "posted to",
    "tasks:draft-drop": "posted to",
    "tasks:draft-merger": "posted to",
    "tasks:draft-quote": "posted to",
    "tasks:draft-replacement": "posted to",
    "tasks:draft-undoing": "posted to",
    "tasks:draft-restoration": "posted to",
    "api-unknown-address": "answers to programs",
    "account_set_password": "leads to the change of the password",
    "mfa_authenticate": "leads to the sign-in when nobody is half signed in",
    "mfa_reauthenticate": "leads to the question for the password",
    "mfa_download_recovery_codes": "a file",
    "account_reset_password_from_key_done": "the sign-in says it",
}


@pytest.fixture(params=LOOKS)
def look(request: pytest.FixtureRequest) -> Look:
    return LOOKS[request.param]


@pytest.fixture
def desk(look: Look, browser: Browser, live_server: LiveServer) -> Iterator[Desk]:
    """A browser that lets axe in past the content security policy."""
    context = browser.new_context(viewport=look.viewport, color_scheme=look.scheme, bypass_csp=True)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield Desk(page, live_server.url)
    context.close()


def test_axe_finds_nothing_on_any_page(
    desk: Desk,
    look: Look,
    city: SimpleNamespace,
    document: documents.Document,
    task: tasks.Task,
) -> None:
    _bring_to_life(city, document, task)
    found: list[str] = []
    for username, pages in _pages(city, document, task).items():
        desk.sign_out()
        if username:
            desk.sign_in(username)
        if username == "admin":
            TOTP.activate(city.admin, generate_totp_secret())
            RecoveryCodes.activate(city.admin)
        for name, path in pages:
            desk.open(path)
            found += [f"{name} {path}: {complaint}" for complaint in _complaints(desk.page, look)]

    assert found == []


def test_axe_finds_nothing_in_forms_that_were_sent_back(
    desk: Desk,
    look: Look,
    city: SimpleNamespace,
    document: documents.Document,
) -> None:
    desk.sign_in("specialist")
    found: list[str] = []
    for path, button in [
        ("/nhiem-vu/giao/", "Giao nhiệm vụ"),
        ("/van-ban/dang-ky/", "Đọc văn bản"),
        (reverse("tasks:draft", args=[_drafts(document)[2].pk]), "Lưu dự thảo"),
    ]:
        desk.open(path)
        if "du-thao" in path:
            desk.page.locator("[name=due_on]").fill("30/02/2027")
        desk.page.get_by_role("main").get_by_role("button", name=button).click()
        desk.page.locator(".errors").wait_for()
        found += [f"{path}: {complaint}" for complaint in _complaints(desk.page, look)]

    assert found == []


def test_every_page_is_looked_at(
    city: SimpleNamespace, document: documents.Document, task: tasks.Task
) -> None:
    looked_at = {
        name for pages in _pages(city, document, task).values() for name, _ in pages if name
    }

    assert _names() - {f"tasks:{code}" for code in ACTS} - looked_at == set(NO_PAGE)


def _difficult_pages(city: SimpleNamespace, document: documents.Document) -> list[tuple[str, str]]:
    """A stuck work, and a step and an obstacle of it."""
    now, unit, by = timezone.now(), document.owner_unit, city.specialist
    today, head = timezone.localdate(now), org.head_post_of(document.owner_unit)
    assert head is not None
    work_kept = difficult.star_work(
        unit=unit,
        name="Bãi rác",
        stuck="Chưa có đất.",
        lead_unit=unit,
        leader_post=head,
        due_on=today,
        by=by,
        at=now,
    )
    step = difficult.add_milestone(work=work_kept, title="Có đất", due_on=today, by=by, at=now)
    obstacle = difficult.raise_obstacle(
        work=work_kept,
        what="Chưa có giá đất",
        owner_unit=unit,
        clear_by=today,
        needs_decision_of=head,
        by=by,
        at=now,
    )
    difficult.say_week(work=work_kept, tone="stuck", words="Chưa xong.", by=by, at=now)
    shown = [("work", work_kept), ("milestone", step), ("obstacle", obstacle)]
    return [
        (f"followup:difficult-{name}", reverse(f"followup:difficult-{name}", args=[one.pk]))
        for name, one in shown
    ]


def _pages(
    city: SimpleNamespace, document: documents.Document, task: tasks.Task
) -> dict[str, list[tuple[str, str]]]:
    """Who opens which pages, by the name of the address; the visitor without a name first."""

    def at(name: str, *args: Any, query: str = "") -> tuple[str, str]:
        return name, reverse(name, args=args) + query

    drafts = _drafts(document)
    arrival, corrected, run = _arrival(city, document), _correction(city, document), _run(document)
    collective = tasks.Task.objects.filter(item__is_collective=True).first()
    return {
        "": [
            at("account_login"),
            at("account_inactive"),
            at("account_reset_password"),
            at("account_reset_password_done"),
            ("account_reset_password_from_key", "/tai-khoan/quen-mat-khau/1-khong-con/"),
            at("api-guide"),
            at("notices:unsubscribing", unsubscribe_token(city.chair.person_id, ["accepted"])),
        ],
        "specialist": [
            at("work:inbox"),
            at("work:inbox", query="?nhom=others"),
            at("kernel:palette", query="?q=ho+so"),
            at("kernel:palette", query="?q=khong-co-gi"),
            at("work:inbox", query="?nhom=overdue"),
            at("documents:document-list"),
            at("documents:document-list", query="?q=khong-co-gi"),
            at("documents:document-registration"),
            at("documents:document-intake", _intake(city)),
            at("documents:document-intake", _scan(city)),
            at("documents:intake-enclosures", _letter(city)),
            at("documents:document", document.pk),
            at("documents:document-sharing", document.pk),
            at("documents:document", corrected.pk),
            at("documents:document-comparison", corrected.pk),
            at("documents:document-link", document.pk),
            at("documents:document-register-columns", document.pk),
            at("documents:incoming-desk"),
            at("documents:document", arrival),
            at("documents:document-submission", arrival),
            at("documents:document-assignment", arrival),
            at("documents:document-finishing", arrival),
            at("documents:register-book"),
            at("documents:register-book-print"),
            at("documents:number-book"),
            at("documents:number-reservation"),
            at("documents:number-run", run),
            at("documents:number-run-cancellation", run, query="?so=1"),
            at("documents:number-run-release", run, query="?so=1"),
            at("documents:number-run-filling", run, query="?so=1"),
            at("documents:taught"),
            at("documents:retention-classes"),
            at("documents:layout-check"),
            at("documents:paper-writing"),
            at("documents:paper-draft", _paper(city, document)),
            at("tasks:document-review", document.pk),
            at("tasks:document-issuance", document.pk, query=f"?ban={drafts[1].pk}"),
            at("tasks:draft", drafts[1].pk),
            at("tasks:draft-split", drafts[1].pk),
            at("tasks:task-list"),
            at("tasks:task-list", query="?q=khong-co-gi"),
            *(at("tasks:task-list", query=f"?xem={look}") for look in TASK_LOOKS),
            at("tasks:task-filters"),
            at("tasks:task-list-cells"),
            at("tasks:task-list-print"),
            at("tasks:task-list-as-at"),
            at("tasks:task-import"),
            at("tasks:task-import-preview", _task_file(city)),
            at("tasks:saved-lists"),
            at("tasks:saved-list", _saved_list(city)),
            at("tasks:task-creation"),
            at("tasks:duty-list"),
            at("tasks:duty", _duty(city, document)),
            at("tasks:task", task.pk),
            at("work:item-comments", task.pk),
            at("work:comment-edit", _said(city, task)),
            *([at("tasks:task", collective.pk)] if collective else []),
            at("tasks:task-board", collective.pk if collective else task.pk),
            at("followup:committee-list"),
            at("followup:committee-founding"),
            *_committee_pages(city, document),
            at("followup:difficult-list"),
            at("followup:difficult-print"),
            at("followup:difficult-starring"),
            *_difficult_pages(city, document),
            at("followup:pressing"),
            at("followup:ladder"),
            at("followup:rung-creation"),
            at("followup:rung", 1),
            at("followup:leaders-list"),
            at("followup:leaders-list-print"),
            at("followup:leaders-item", task.pk),
            at("followup:pressing-list"),
            at("followup:pressing-round", _round(city, document, goes_out=False)),
            at("followup:pressing-round", _round(city, document, goes_out=True)),
            at("dashboards:city"),
            at("dashboards:unit", "00070"),
            at("dashboards:unit", "SNV"),
            ("", "/khong-co-trang-nay/"),
        ],
        "chair": [
            at("work:inbox"),
            at("notices:notice-list"),
            at("notices:choices"),
            at("work:calendar-feeds"),
            at("tasks:task", task.pk),
            at("org:unit-list"),
            at("org:unit-list", query="?q=ba+dinh"),
            at("org:unit", "00070.UBND"),
            at("org:person", city.chair.person_id),
            at("org:api-tokens"),
            at("org:absence"),
            at("org:person-substitution", city.chair.person_id),
            at("account_logout"),
            at("account_change_password"),
            at("account_reauthenticate"),
            at("usersessions_list"),
            at("mfa_index"),
            at("mfa_activate_totp"),
        ],
        "manager": [
            at("org:import"),
            at("org:import-preview", _preview(city)),
            at("org:unit", "HN"),
        ],
        "admin": [
            at("notices:letter-list"),
            at("kernel:health"),
            at("kernel:webhook-list"),
            at("kernel:webhook", _webhook()),
            at("kernel:gallery"),
            ("", "/don-vi/nhap-danh-sach/"),
            at("mfa_index"),
            at("mfa_deactivate_totp"),
            at("mfa_view_recovery_codes"),
            at("mfa_generate_recovery_codes"),
        ],
    }


def _complaints(page: Page, look: Look) -> list[str]:
    """What axe says of the page as it stands, with all that folds away unfolded."""
    page.wait_for_function(AT_REST)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.evaluate(AXE.read_text())
    asked = {"runOnly": look.rules} if look.rules else {}
    options = {"resultTypes": ["violations"], **asked}
    found = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{violation['id']} at {node['html'][:160]}"
        for violation in found["violations"]
        for node in violation["nodes"][:3]
    ]


def _bring_to_life(city: SimpleNamespace, document: documents.Document, task: tasks.Task) -> None:
    """A task with everything that its page can show, and a collective one."""
    now, hour = timezone.now() - timedelta(days=6), timedelta(hours=1)
    tasks.ask_about_task(task=task, question="Có gồm sổ hộ tịch?", by=city.chair, at=now)
    tasks.answer_about_task(task=task, answer="Có.", by=city.specialist, at=now + hour)
    tasks.assign_task(task=task, person=city.servant.person, by=city.chair, at=now + 2 * hour)
    tasks.note_progress(
        task=task,
        done="Đã xong ba tổ.",
        blocked_by="Thiếu sổ gốc",
        percent=40,
        by=city.servant,
        at=now + 3 * hour,
    )
    tasks.ask_task_extension(
        task=task,
        proposed_due_on=timezone.localdate() + timedelta(days=30),
        grounds="Phải mượn sổ gốc.",
        by=city.chair,
        at=now + 4 * hour,
    )
    tasks.deliver_task(
        task=task,
        content="Báo cáo".encode(),
        file_name="bao-cao.txt",
        by=city.servant,
        at=now + 5 * hour,
    )
    tasks.return_task(task=task, reason="Thiếu số liệu.", by=city.specialist, at=now + 6 * hour)
    spec = tasks.TaskSpec(
        title="Lập danh sách tổ dân phố",
        issuer_unit=document.owner_unit,
        lead_codes=("00070.UBND", "00004.UBND"),
        expected_product="Danh sách",
        due_on=timezone.localdate() + timedelta(days=5),
        inspector_post=task.item.inspector_post,
    )
    tasks.issue_tasks(specs=[spec], by=city.specialist, at=now)


def _paper(city: SimpleNamespace, document: documents.Document) -> int:
    """A paper that is being written."""
    content = PaperContent(type="TB", subject="Kết quả kỳ họp", body="1. Nội dung.")
    now, unit = timezone.now(), document.owner_unit
    return write_paper(unit=unit, content=content, by=city.specialist, at=now).pk


def _committee_pages(city: SimpleNamespace, document: documents.Document) -> list[tuple[str, str]]:
    """A committee whose first session came to the conclusion, and the session after it."""
    now, chair = timezone.now(), document.owner_unit
    content = CommitteeContent("steering", "Ban Chỉ đạo chuyển đổi số", chair, chair)
    found = found_committee(content=content, by=city.specialist, at=now)
    day = timezone.localdate(now)
    first, second = (
        plan_session(committee=found, number=n, planned_on=day, by=city.specialist, at=now)
        for n in (1, 2)
    )
    conclude_session(session=first, document=document, by=city.specialist, at=now)
    hold_session(session=second, by=city.specialist, at=now)
    pages = ("committee", found), ("committee-change", found), ("session", second)
    shown = [*pages, ("session-screen", second)]
    return [(f"followup:{n}", reverse(f"followup:{n}", args=[one.pk])) for n, one in shown]


def _round(city: SimpleNamespace, document: documents.Document, *, goes_out: bool) -> int:
    """A round of pressing letters that is written, or on its way out."""
    now, unit = timezone.now(), document.owner_unit
    owed = work.WorkItem.objects.open().filter(issuer_unit=unit, is_collective=False)
    begun = begin_pressing(item_ids=[owed[0].pk], unit=unit, by=city.specialist, at=now)
    if goes_out:
        begun.signer = org.Appointment.objects.live(on=timezone.localdate(now))[0]
        begun.save()
        start_pressing(pressing=begun, by=city.specialist, at=now)
    return begun.pk


def _webhook() -> int:
    """Another system that is told of one kind of event."""
    kept = Webhook.objects.create(
        name="Kho dữ liệu",
        url="https://kho.example/nhan",
        events=["tasks.task_issued"],
        secret="x",  # noqa: S106 - no secret
        created_at=timezone.now(),
    )
    return kept.pk


def _duty(city: SimpleNamespace, document: documents.Document) -> int:
    """What comes back every month."""
    spec = tasks.TaskSpec(
        title="Báo cáo hằng tháng",
        issuer_unit=document.owner_unit,
        lead_codes=("00070.UBND",),
        expected_product="Báo cáo",
        recurrence={"every": "month", "by": "ngày 25"},
        inspector_post=org.powers_of(city.specialist, on=timezone.localdate()).posts[0],
    )
    tasks.issue_tasks(specs=[spec], by=city.specialist, at=timezone.now())
    return RecurringDuty.objects.latest("pk").pk


def _intake(city: SimpleNamespace) -> int:
    """A paper taken in and not yet entered."""
    text = "UBND PHƯỜNG THỬ\nSố: 12/CV-UBND\nKính gửi: UBND thành phố"
    return take_in_document(text=text, by=city.specialist, at=timezone.now()).pk


def _task_file(city: SimpleNamespace) -> int:
    """A file of tasks with a good row and a bad one."""
    now = timezone.now()
    post = org.powers_of(city.specialist, on=timezone.localdate(now)).posts[0]
    rows = "Nhiệm vụ,Đơn vị chủ trì,Sản phẩm,Hạn\nRà soát,SNV,Báo cáo,05/01/2099\nHai,Không có,,"
    return bring_tasks(
        issuer_unit=post.scope,
        inspector_post=post,
        content=rows.encode(),
        name="viec.csv",
        by=city.specialist,
        at=now,
    ).pk


def _saved_list(city: SimpleNamespace) -> int:
    now = timezone.now()
    query = "o=running_overdue"
    return work.save_list(name="Quá hạn", query=query, reach="own", by=city.specialist, at=now).pk


def _arrival(city: SimpleNamespace, document: documents.Document) -> int:
    """A letter that came to the city's register and was not yet submitted."""
    letter = documents.register_document(
        register="incoming",
        owner_unit=document.owner_unit,
        text="Mời họp giao ban.",
        type="GM",
        symbol="3/GM-STC",
        issuer_name="Sở Tài chính",
        subject="Mời họp",
        by=city.specialist,
        at=timezone.now(),
    )
    return letter.pk


def _said(city: SimpleNamespace, task: tasks.Task) -> int:
    """A comment on the task, with a number in it that leads somewhere."""
    text = f"Đề nghị xem lại cách tính, như ở {task.item.number}."
    now = timezone.now()
    return write_comment(item=task.item, text=text, by=city.specialist, at=now).pk


def _correction(city: SimpleNamespace, document: documents.Document) -> documents.Document:
    """The notice once more, with another word in it."""
    return documents.register_document(
        register="outgoing",
        owner_unit=document.owner_unit,
        text=document.text.replace("rà soát", "kiểm tra"),
        correction_reason="Sai một từ ở điểm 2.",
        by=city.specialist,
        at=timezone.now(),
    )


def _run(document: documents.Document) -> int:
    return NumberSeries.objects.get(owner_unit=document.owner_unit, series="TB").pk


def _scan(city: SimpleNamespace) -> int:
    """A picture that waits to be read."""
    kept = io.BytesIO()
    Image.new("L", (60, 40), 255).save(kept, "PNG")
    return take_in_document(
        content=kept.getvalue(), file_name="ban-chup.png", by=city.specialist, at=timezone.now()
    ).pk


def _letter(city: SimpleNamespace) -> int:
    letter = EmailMessage()
    letter["Subject"], letter["From"] = "Gửi danh sách", "van-thu@phuong-thu.example"
    letter.set_content("Kính gửi danh sách kèm theo.")
    letter.add_attachment("1. Máy in: 02 chiếc.", filename="danh-sach.txt")
    return take_in_document(
        content=letter.as_bytes(), file_name="thu.eml", by=city.specialist, at=timezone.now()
    ).pk


def _preview(city: SimpleNamespace) -> int:
    """A list of people with one good row and one wrong."""
    content = "Mã người;Họ và tên\nCB-1;Nguyễn Thử\nCB-2;\n".encode()
    return bring_list(
        kind=ListImport.Kind.PEOPLE,
        content=content,
        name="nguoi.csv",
        by=city.manager,
        at=timezone.now(),
    ).pk


def _drafts(document: documents.Document) -> list[TaskDraft]:
    return list(TaskDraft.objects.filter(document=document).order_by("pk"))


def _names(resolver: URLResolver | None = None, namespace: str = "") -> set[str]:
    """All named addresses of ours; the support screens and the API have their own tests."""
    names: set[str] = set()
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLPattern):
            names |= {f"{namespace}{pattern.name}"} if pattern.name else set()
        elif pattern.namespace not in {"admin", "api-1"}:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            names |= _names(pattern, inner)
    return names
