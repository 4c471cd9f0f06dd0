"""Every way in which the API says no, in one form: problem details."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories.documents import DocumentFactory
from tests.factories.org import UnitFactory, UserFactory
from tests.factories.tasks import TaskDraftFactory
from tests.rest.callers import API, caller, refused, told
from tests.rest.town import new_task

from baro.org import api as org
from baro.org.models import ApiToken


@pytest.fixture
def task(town: SimpleNamespace) -> str:
    """The address of a task that the ward has received."""
    [given] = told(town.specialist.post("/tasks", [new_task()]), 201)
    told(town.chair.post(f"/tasks/{given['id']}/receipt"))
    return f"/tasks/{given['id']}"


@pytest.mark.parametrize("secret", ["", "baro_khong-phai-ma-that", "không phải mã"])
def test_a_caller_without_a_good_key_is_unknown(town: SimpleNamespace, secret: str) -> None:
    town.chair.secret = secret

    answer = town.chair.get("/me")

    assert "mã truy cập" in refused(answer, 401)
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("ended", ["expires_at", "revoked_at"])
def test_an_expired_or_revoked_key_opens_nothing(town: SimpleNamespace, ended: str) -> None:
    told(town.chair.get("/me"))
    ApiToken.objects.filter(user=town.chair.user).update(**{ended: timezone.now()})

    refused(town.chair.get("/me"), 401)


def test_the_key_of_a_closed_account_opens_nothing(town: SimpleNamespace) -> None:
    org.User.objects.filter(pk=town.chair.user.pk).update(is_active=False)

    refused(town.chair.get("/me"), 401)


def test_a_session_is_no_key(town: SimpleNamespace) -> None:
    browser = Client()
    browser.force_login(town.chair.user)

    assert browser.get(f"{API}/me").status_code == 401


def test_a_key_does_only_what_its_scopes_say(town: SimpleNamespace, task: str) -> None:
    reader = caller(town.chair.user, org.TokenScope.READ)
    writer = caller(town.chair.user, org.TokenScope.TASKS)

    assert "Giao và thực hiện nhiệm vụ" in refused(reader.post(f"{task}/progress", {}), 403)
    assert "Đưa văn bản vào sổ" in refused(writer.send("/documents", owner_unit="X"), 403)
    assert "Đọc" in refused(writer.get(task), 403)
    told(reader.get(task))


def test_a_right_that_one_lacks_is_told_as_on_the_page(town: SimpleNamespace, task: str) -> None:
    given = [new_task()]

    assert "Chỉ lãnh đạo hoặc chuyên viên tổng hợp của UBND thành phố" in refused(
        town.chair.post("/tasks", given), 403
    )
    refused(town.chair.post(f"{task}/acceptance"), 403)


def test_what_belongs_to_another_unit_does_not_exist(town: SimpleNamespace, task: str) -> None:
    stranger = town.other_chair
    paths = ("", "/children", "/history")
    acts = ("receipt", "acceptance")

    assert {stranger.get(f"{task}{path}").status_code for path in paths} == {404}
    assert {stranger.post(f"{task}/{act}").status_code for act in acts} == {404}
    refused(stranger.post(f"{task}/progress", {"done": "Xong."}), 404)
    assert told(stranger.get("/tasks"))["items"] == []


def test_documents_and_drafts_of_another_unit_do_not_exist(town: SimpleNamespace) -> None:
    document = DocumentFactory.create(owner_unit=org.Unit.objects.get(code="UBND-TP"))
    draft = TaskDraftFactory.create(document=document)
    stranger = town.other_chair

    refused(stranger.get(f"/documents/{document.pk}"), 404)
    refused(stranger.get(f"/documents/{document.pk}/reading"), 404)
    refused(stranger.post(f"/documents/{document.pk}/reading"), 404)
    refused(stranger.post(f"/drafts/from-document/{document.pk}"), 404)
    refused(stranger.get(f"/drafts/{draft.pk}"), 404)
    refused(stranger.patch(f"/drafts/{draft.pk}", {"title": "Khác"}), 404)
    refused(stranger.post(f"/drafts/{draft.pk}/drop"), 404)
    assert told(stranger.get("/drafts", document=str(document.pk))) == []
    refused(stranger.post("/tasks", [new_task(source_document=document.pk)]), 404)


def test_issuing_leaves_no_unseen_draft_out_in_silence(town: SimpleNamespace) -> None:
    mine = TaskDraftFactory.create(
        document__owner_unit=org.Unit.objects.get(code="00001.UBND"), lead_codes=["00001.UBND"]
    )
    hidden = TaskDraftFactory.create(document__owner_unit=UnitFactory.create())

    refused(town.chair.post("/drafts/issuance", {"drafts": [mine.pk, hidden.pk]}), 404)

    mine.refresh_from_db()
    assert mine.is_open


def test_a_rule_refuses_with_the_sentence_of_the_page(
    client: Client, town: SimpleNamespace, task: str
) -> None:
    client.force_login(town.chair.user)
    pk = task.rpartition("/")[2]

    said = refused(town.chair.post(f"{task}/receipt"), 422)

    page = client.post(reverse("tasks:task-receipt", args=[pk]))
    assert page.status_code == 422
    assert said in page.content.decode()


def test_a_gate_names_all_that_is_missing(town: SimpleNamespace) -> None:
    lacking = new_task(due_on=None, expected_product="", lead=["00009.KHONG-CO"])

    said = refused(town.specialist.post("/tasks", [new_task(), lacking]), 422)

    assert "chưa nêu sản phẩm" in said
    assert "chưa có hạn" in said
    assert "00009.KHONG-CO" in said
    assert told(town.specialist.get("/tasks"))["count"] == 0


def test_a_refusal_about_one_field_names_it(town: SimpleNamespace, task: str) -> None:
    answer = town.chair.post(f"{task}/assignment", {"person": "CB-KHONG-CO"})

    assert "CB-KHONG-CO" in refused(answer, 422)
    assert answer.json()["field"] == "person"


MALFORMED: list[tuple[str, Any]] = [
    ("/tasks", "{không phải JSON"),
    ("/tasks", {"title": "không phải danh sách"}),
    ("/tasks", [new_task(due_on="2026-02-30")]),
    ("/tasks", [new_task(due_on="30/02/2026")]),
    ("/tasks", [new_task(title="x" * 501)]),
    ("/tasks", [new_task(title="Rà\0soát")]),
    ("/tasks", [new_task(minutes_per_unit=-1)]),
    ("/tasks", [new_task(minutes_per_unit=10**9)]),
    ("/tasks", [new_task(recurrence={"every": "thỉnh thoảng"})]),
    ("/tasks", [new_task(source_document=10**30)]),
    ("/drafts/issuance", {"drafts": [10**30]}),
    ("/drafts/issuance", {}),
]


@pytest.mark.parametrize(("path", "body"), MALFORMED, ids=range(len(MALFORMED)))
def test_what_cannot_be_understood_is_malformed(
    town: SimpleNamespace, path: str, body: Any
) -> None:
    refused(town.specialist.post(path, body), 400)


ODD: list[tuple[str, int]] = [
    ("/tasks/99999999999999999999999", 404),
    ("/drafts?document=99999999999999999999999", 200),
    ("/tasks?donvi=KHONG-CO", 200),
    ("/tasks?tu=hom-kia", 422),
    ("/tasks?nguon=x", 422),
    ("/tasks?nguon=99999999999999999999999", 422),
    ("/tasks?q=%00", 400),
    ("/tasks?offset=-1", 400),
    ("/tasks?limit=100000000", 400),
    ("/units/KHONG-CO", 404),
    ("/units/%00", 400),
    ("/documents?symbol=%00", 400),
]


@pytest.mark.parametrize(("path", "status"), ODD, ids=[path for path, _ in ODD])
def test_an_odd_address_fails_nobody(town: SimpleNamespace, path: str, status: int) -> None:
    answer = town.specialist.client.get(
        API + path, headers={"Authorization": f"Bearer {town.specialist.secret}"}
    )

    assert answer.status_code == status, answer.content.decode()[:500]


def test_a_paper_with_a_secrecy_mark_is_refused_and_not_kept(
    town: SimpleNamespace, notice: str
) -> None:
    secret = notice.replace("Số: 512/TB-UBND", "MẬT\nSố: 512/TB-UBND")

    refused(town.specialist.send("/documents", owner_unit="UBND-TP", text=secret), 422)

    assert told(town.specialist.get("/documents"))["count"] == 0


@pytest.mark.parametrize(
    "file",
    [("trong.docx", b""), ("hong.docx", b"PK\3\4hong"), ("a.exe", b"MZ\x90\0")],
    ids=["empty", "broken", "program"],
)
def test_a_file_that_is_no_document_is_refused(
    town: SimpleNamespace, file: tuple[str, bytes]
) -> None:
    assert refused(town.specialist.send("/documents", owner_unit="UBND-TP", file=file), 422)


def test_whoever_may_not_keep_the_register_is_refused(town: SimpleNamespace, notice: str) -> None:
    official = caller(UserFactory.create(role="civil_servant", unit=town.committee))

    refused(official.send("/documents", owner_unit="UBND-TP", text=notice), 403)
    refused(town.specialist.send("/documents", owner_unit="KHONG-CO", text=notice), 404)


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post", "patch", "delete"])
def test_an_address_that_the_api_does_not_have_is_a_problem_too(
    client: Client, method: str
) -> None:
    answer = getattr(client, method)(f"{API}/khong-co/gi-ca")

    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
    assert "không có địa chỉ này" in answer.content.decode()


def test_answers_are_readable_as_they_are_sent(town: SimpleNamespace) -> None:
    answer = town.chair.get("/me")

    assert town.chair.user.person.full_name in answer.content.decode()
