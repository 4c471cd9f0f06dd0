"""A whole city behind a real server and a real browser, for stories told in a few sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer
from tests.factories.city_rows import lay_out_city
from tests.factories.org import AppointmentFactory, PersonFactory

from baro.documents import api as documents
from baro.org import api as org
from baro.tasks import api as tasks

PASSWORD = "mat-khau-de-thu"  # noqa: S105 - of people who live for one test
PATIENCE = 30_000  # milliseconds: the machine may have other work
expect.set_options(timeout=PATIENCE / 2)
DESKTOP, PHONE = ViewportSize(width=1440, height=900), ViewportSize(width=390, height=844)


@dataclass
class Desk:
    """One person at one screen."""

    page: Page
    address: str

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)

    def sign_in(self, username: str) -> None:
        self.open("/tai-khoan/dang-nhap/")
        self.page.fill("input[name=login]", username)
        self.page.fill("input[name=password]", PASSWORD)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(self.address + "/")

    def sign_out(self) -> None:
        """What is still being loaded would come back with a cookie of its own."""
        self.page.wait_for_load_state("networkidle")
        self.page.goto("about:blank")
        self.page.context.clear_cookies()


@pytest.fixture
def desk(
    request: pytest.FixtureRequest, browser: Browser, live_server: LiveServer
) -> Iterator[Desk]:
    """A browser of its own; parametrise indirectly with PHONE for the small screen."""
    viewport: ViewportSize = getattr(request, "param", DESKTOP)
    context = browser.new_context(viewport=viewport)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield Desk(page, live_server.url)
    context.close()


@pytest.fixture
def city(transactional_db: None) -> SimpleNamespace:
    """All of Hà Nội's units with four people: city office, a ward's chair and servant, a head."""
    lay_out_city(at=timezone.now())
    posts = org.Post.objects.select_related("unit")
    seats = {
        "specialist": posts.filter(unit__code="VP-UBND", role=org.Role.OFFICE_SPECIALIST).first(),
        "chair": posts.get(unit__code="00070.UBND", is_head=True),
        "servant": posts.filter(unit__code="00070.UBND.KT", role=org.Role.CIVIL_SERVANT).first(),
        "other_chair": posts.get(unit__code="00004.UBND", is_head=True),
        "manager": posts.filter(role=org.Role.ORG_MANAGER).first(),
        "admin": posts.filter(role=org.Role.SYSTEM_ADMIN).first(),
    }
    return SimpleNamespace(**{name: _account(name, post) for name, post in seats.items() if post})


def _account(username: str, post: org.Post) -> org.User:
    person = PersonFactory.create(full_name=f"Người Thử {post.title}")
    AppointmentFactory.create(person=person, post=post)
    user = org.User(username=username, person=person)
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def notice() -> str:
    """A conclusion notice of our own, its days counted from today."""
    today = timezone.localdate()
    soon, later = today + timedelta(days=20), today + timedelta(days=40)
    return f"""ỦY BAN NHÂN DÂN
THÀNH PHỐ HÀ NỘI
Số: 512/TB-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày {today:%d} tháng {today:%m} năm {today:%Y}

THÔNG BÁO
Kết luận của Chủ tịch UBND thành phố tại cuộc họp về số hóa hồ sơ ở xã, phường

Ngày {today:%d/%m/%Y}, Chủ tịch UBND thành phố chủ trì cuộc họp và kết luận như sau:
1. Ghi nhận, biểu dương các đơn vị đã hoàn thành sớm đợt số hóa đầu tiên.
2. UBND các xã, phường rà soát, lập danh sách hồ sơ chưa số hóa, báo cáo UBND thành phố \
trước ngày {soon:%d/%m/%Y}.
3. Giao Sở Nội vụ chủ trì, phối hợp với Sở Khoa học và Công nghệ xây dựng kế hoạch tập huấn, \
trình UBND thành phố trước ngày {later:%d/%m/%Y}.
4. Giao Sở Tài chính cân đối kinh phí, báo cáo UBND thành phố trước ngày 30/02/{later:%Y}.

Nơi nhận:
- Như trên;
- Lưu: VT.

CHỦ TỊCH
Người Ký Thử
"""


@pytest.fixture
def document(city: SimpleNamespace, notice: str) -> documents.Document:
    """The notice in the city's register, read into three drafts."""
    committee = org.Unit.objects.get(code="UBND-TP")
    now = timezone.now()
    entered = documents.register_document(
        register="outgoing", owner_unit=committee, text=notice, by=city.specialist, at=now
    )
    tasks.draft_tasks(document=entered, by=city.specialist, at=now)
    return entered


@pytest.fixture
def task(city: SimpleNamespace, document: documents.Document) -> tasks.Task:
    """Given to one ward a week ago, due in twenty days, not yet received."""
    spec = tasks.TaskSpec(
        title="Rà soát hồ sơ chưa số hóa",
        issuer_unit=document.owner_unit,
        lead_codes=("00070.UBND",),
        expected_product="Danh sách hồ sơ",
        due_on=timezone.localdate() + timedelta(days=20),
        inspector_post=org.powers_of(city.specialist, on=timezone.localdate()).posts[0],
        source_document=document,
        source_clause="2",
        quote="rà soát, lập danh sách hồ sơ chưa số hóa",
    )
    week_ago = timezone.now() - timedelta(days=7)
    return tasks.issue_tasks(specs=[spec], by=city.specialist, at=week_ago)[0]
