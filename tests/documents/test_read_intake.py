"""Long readings: in the background, told of, stopped, begun again, and never lost."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.factories.documents import IntakeFactory, notice_text

from baro.documents import jobs
from baro.documents.extraction import Probed
from baro.documents.extraction.extracted import Extracted
from baro.documents.extraction.refusals import FileNeedsProgram, ReadingStopped
from baro.documents.models import Document, Intake
from baro.documents.operations import intakes, pace, papers, secrecy
from baro.kernel.audit.models import AuditEvent
from baro.kernel.files.models import StoredFile
from baro.org import api as org

pytestmark = pytest.mark.django_db
SCAN = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
NAME = "bao-cao-nhan-su.pdf"
SECRET = notice_text().replace("-------\nCỘNG HÒA", "MẬT\n-------\nCỘNG HÒA")
Extract = Callable[..., Extracted]


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The scan as a reader of letters would see it; what stands here can be changed in between."""
    scan: dict[str, Any] = {"text": notice_text(), "meanwhile": lambda page: None}

    def extract(_content: bytes, **watch: Any) -> Extracted:
        if isinstance(scan["text"], Exception):
            raise scan["text"]
        for page in (1, 2, 3):
            if watch.get("should_stop") and watch["should_stop"]():
                raise ReadingStopped("Đã dừng.")
            watch["on_page"](page, 3)
            scan["meanwhile"](page)
        return Extracted(scan["text"], "pdf", notes=("Đọc từ bản chụp.",))

    monkeypatch.setattr(pace, "probe", lambda content: Probed("pdf", is_slow=True, pages=3))
    monkeypatch.setattr(papers, "extract", extract)
    monkeypatch.setattr(secrecy, "extract", extract)
    return scan


@pytest.fixture
def queued(client: Client, clerk: org.User, pages: dict[str, Any]) -> Intake:
    """Handed in on the page by the clerk, who is signed in."""
    client.force_login(clerk)
    _hand_in(client)
    return Intake.objects.get()


def _hand_in(client: Client) -> str:
    from django.core.files.uploadedfile import SimpleUploadedFile

    response = client.post(
        reverse("documents:document-registration"), {"file": SimpleUploadedFile(NAME, SCAN)}
    )
    return str(response["Location"])


def _run_jobs() -> None:
    """What the worker would do with the jobs that were queued."""
    for job in ProcrastinateJob.objects.filter(task_name__contains="read_intakes"):
        jobs.read_intakes(job.args["event_ids"])


def _state(intake: Intake) -> tuple[str, int]:
    intake.refresh_from_db()
    return intake.state, intake.pages_done


def test_a_scan_is_read_in_the_background_and_then_registered_as_it_was_read(
    client: Client, committee: org.Unit, queued: Intake, pages: dict[str, Any]
) -> None:
    address = reverse("documents:document-intake", args=[queued.pk])
    seen: list[str] = []
    part = reverse("documents:intake-progress", args=[queued.pk])
    pages["meanwhile"] = lambda page: seen.append(client.get(part).content.decode())
    before = client.get(address).content.decode()

    _run_jobs()

    assert "Đang chờ đến lượt đọc" in before
    assert "Tiến trình nền của hệ thống đang không chạy" in before
    assert client.post(address, {}).status_code in {200, 422}
    assert "xong 2 trên 3 trang" in seen[1]
    assert client.get(part)["HX-Refresh"] == "true"
    head_check = client.get(address).content.decode()
    assert "215/TB-UBND" in head_check
    assert "Đọc từ bản chụp." in head_check
    pages["text"] = "Chữ này không được đọc lần thứ hai."
    client.post(
        address,
        {
            "register": "outgoing",
            "owner_unit": str(committee.pk),
            "type": "TB",
            "symbol": "215/TB-UBND",
            "issued_on": "07/09/2026",
            "issuer_name": committee.name,
            "subject": "Kết luận",
            "urgency": "normal",
        },
    )
    document = Document.objects.get()
    assert document.text == notice_text()
    assert document.file == queued.file
    page = client.get(reverse("documents:document", args=[document.pk])).content.decode()
    assert "Đọc từ bản chụp." in page


def test_a_secret_found_while_reading_leaves_a_trace_without_content(
    client: Client,
    ward_clerk: org.User,
    queued: Intake,
    pages: dict[str, Any],
    settings: Any,
    caplog: pytest.LogCaptureFixture,
) -> None:
    pages["text"] = SECRET

    _run_jobs()

    assert not Intake.objects.exists()
    assert not StoredFile.objects.exists()
    assert not [path for path in Path(settings.FILE_STORE).rglob("*") if path.is_file()]
    kept = json.dumps(
        [
            *AuditEvent.objects.values_list("target_label", "facts", "cause"),
            *ProcrastinateJob.objects.values_list("args", "task_name"),
        ],
        default=str,
    )
    for word in (NAME, "một cửa", "215/TB"):
        assert word not in kept + caplog.text
    address = reverse("documents:document-intake", args=[queued.pk])
    gone = client.get(address)
    assert gone.status_code == 410
    assert "Văn bản mang dấu “Mật”" in gone.content.decode()
    part = reverse("documents:intake-progress", args=[queued.pk])
    assert client.get(part)["HX-Refresh"] == "true"
    client.force_login(ward_clerk)
    assert client.get(address).status_code == 404
    assert client.get(part).status_code == 404


def test_the_taker_stops_between_two_pages_and_has_it_read_again(
    client: Client, queued: Intake, pages: dict[str, Any]
) -> None:
    stop = reverse("documents:intake-stop", args=[queued.pk])
    pages["meanwhile"] = lambda page: client.post(stop) if page == 1 else None

    _run_jobs()

    assert _state(queued) == ("cancelled", 1)
    assert "Ông/bà đã dừng việc đọc" in client.get(stop.replace("dung-doc/", "")).content.decode()
    assert client.post(stop).status_code == 422
    pages["meanwhile"] = lambda page: None
    retry = reverse("documents:intake-retry", args=[queued.pk])
    assert client.post(retry).status_code == 302
    assert client.post(retry).status_code == 422
    _run_jobs()
    assert _state(queued) == ("ready", 3)


def test_what_cannot_be_read_says_why_and_keeps_the_file_for_a_retry(
    client: Client, queued: Intake, pages: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    pages["text"] = FileNeedsProgram("Máy chủ chưa có chương trình nhận dạng chữ.")
    _run_jobs()

    page = client.get(reverse("documents:document-intake", args=[queued.pk])).content.decode()
    assert "Máy chủ chưa có chương trình nhận dạng chữ." in page
    assert "tesseract-ocr-vie" in page
    desk = client.get(reverse("documents:document-registration")).content.decode()
    assert "Chưa đọc được" in desk
    original = client.get(reverse("documents:intake-file", args=[queued.pk]))
    assert b"".join(original.streaming_content) == SCAN  # type: ignore[attr-defined]
    assert AuditEvent.objects.filter(name="documents.intake_file_taken").exists()

    pages["text"] = ZeroDivisionError(notice_text())
    client.post(reverse("documents:intake-retry", args=[queued.pk]))
    _run_jobs()
    queued.refresh_from_db()
    assert (queued.state, "gặp lỗi" in queued.failure) == ("failed", True)


def test_a_reading_whose_worker_died_is_begun_anew_and_its_ghost_writes_nothing(
    queued: Intake, pages: dict[str, Any], noon: datetime
) -> None:
    def die(page: int) -> None:
        raise KeyboardInterrupt

    pages["meanwhile"] = die
    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            _run_jobs()
    assert _state(queued) == ("reading", 1)

    def second_worker(page: int) -> None:
        pages["meanwhile"] = lambda page: None
        _run_jobs()
        Intake.objects.filter(pk=queued.pk).update(text="Đọc bởi tiến trình thứ hai.")

    pages["meanwhile"] = second_worker
    _run_jobs()
    queued.refresh_from_db()
    assert (queued.state, queued.text) == ("ready", "Đọc bởi tiến trình thứ hai.")


def test_what_kills_every_worker_or_is_lost_ends_as_failed(
    clerk: org.User, queued: Intake, pages: dict[str, Any]
) -> None:
    Intake.objects.filter(pk=queued.pk).update(state="reading", restarts=3)
    _run_jobs()
    assert _state(queued)[0] == "failed"

    now = timezone.now()
    Intake.objects.filter(pk=queued.pk).update(state="reading", failure="", progress_at=now)
    jobs.fail_abandoned_readings(now + timedelta(minutes=14))
    assert _state(queued)[0] == "reading"
    jobs.fail_abandoned_readings(now + timedelta(minutes=16))
    assert _state(queued)[0] == "failed"


def test_every_act_obeys_the_table_of_moves(clerk: org.User, noon: datetime) -> None:
    acts: dict[str, Callable[[Intake], Intake]] = {
        "cancelled": lambda intake: intakes.cancel_reading(intake=intake, by=clerk, at=noon),
        "waiting": lambda intake: intakes.retry_reading(intake=intake, by=clerk, at=noon),
    }
    for state in Intake.State.values:
        for outcome, act in acts.items():
            failure = "Hỏng." if state == "failed" else ""
            text = "Chữ." if state == "ready" else ""
            intake = IntakeFactory.create(
                received_by=clerk, state=state, failure=failure, text=text
            )
            if outcome in Intake.MOVES[state]:
                assert act(intake).state == outcome
            else:
                with pytest.raises(intakes.IntakeMovedOn):
                    act(intake)


def test_only_the_taker_steers(
    queued: Intake, ward_clerk: org.User, noon: datetime, client: Client
) -> None:
    for act in (intakes.cancel_reading, intakes.retry_reading):
        with pytest.raises(PermissionDenied):
            act(intake=queued, by=ward_clerk, at=noon)
    client.force_login(ward_clerk)
    for name in ("progress", "file", "enclosures"):
        assert client.get(reverse(f"documents:intake-{name}", args=[queued.pk])).status_code == 404
