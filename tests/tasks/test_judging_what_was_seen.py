"""What is accepted or returned is the product that stood on the page, never another behind it."""

import re
from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from tests.rest.callers import caller, refused, told
from tests.tasks.conftest import Cast

from baro.kernel.errors import DomainError
from baro.tasks import api as tasks

HTMX = {"HX-Request": "true"}
SENTENCE = "Sản phẩm đã được nộp lại lúc 14:05 09/09/2026; mời ông/bà xem bản mới rồi quyết định."


@pytest.fixture
def desk(client: Client, cast: Cast) -> Client:
    client.force_login(cast.issuer)
    return client


@pytest.fixture
def later(noon: datetime) -> datetime:
    return noon.replace(hour=14, minute=5)


def _waiting(task: tasks.Task) -> int:
    return int(task.deliveries.get(status="handed_in").pk)


def _hand_in_anew(cast: Cast, task: tasks.Task, at: datetime) -> int:
    """The ward takes its product back and hands another in, behind the issuer's open page."""
    tasks.recall_task(task=task, reason="Nhầm tệp.", by=cast.receiver, at=at)
    tasks.deliver_task(task=task, text="Bản thứ hai.", by=cast.receiver, at=at)
    return _waiting(task)


def _page(desk: Client, task: tasks.Task) -> str:
    return desk.get(reverse("tasks:task", args=[task.pk])).content.decode()


def _carried(form: str) -> int:
    [field] = re.findall(r'<input type="hidden" name="delivery"[^>]*>', form)
    [value] = re.findall(r'value="(\d+)"', field)
    return int(value)


def _return_form(desk: Client, page: str) -> str:
    """The form as the page fetches it when somebody opens the act."""
    [address] = re.findall(r'hx-get="([^"]*/tra-lai/[^"]*)"', page)
    return desk.get(address, headers=HTMX).content.decode()


def test_acceptance_stays_one_press_on_the_page(
    desk: Client, cast: Cast, delivered: tasks.Task
) -> None:
    page = _page(desk, delivered)
    act = page.partition('<div class="act-plain" id="task-acceptance">')[2].partition("</form>")[0]

    assert _carried(act) == _waiting(delivered)
    address = reverse("tasks:task-acceptance", args=[delivered.pk])
    answer = desk.post(address, {"delivery": _carried(act)}, headers=HTMX)

    assert answer.status_code == 200
    delivered.item.refresh_from_db()
    assert delivered.item.is_done


@pytest.mark.parametrize("headers", [HTMX, {}], ids=["in place", "whole page"])
def test_an_old_page_accepts_no_product_that_it_did_not_show(
    desk: Client, cast: Cast, delivered: tasks.Task, later: datetime, headers: dict[str, str]
) -> None:
    old = _carried(_page(desk, delivered))
    new = _hand_in_anew(cast, delivered, later)
    address = reverse("tasks:task-acceptance", args=[delivered.pk])

    answer = desk.post(address, {"delivery": old}, headers=headers)

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "HX-Retarget" not in answer
    assert SENTENCE in shown
    assert "Bản thứ hai." in shown
    assert _carried(shown) == new
    delivered.item.refresh_from_db()
    assert delivered.item.is_delivered
    assert desk.post(address, {"delivery": new}, headers=HTMX).status_code == 200


def test_an_old_page_returns_no_product_that_it_did_not_show_and_keeps_the_reason(
    desk: Client, cast: Cast, delivered: tasks.Task, later: datetime
) -> None:
    page = _page(desk, delivered)
    new = _hand_in_anew(cast, delivered, later)
    address = reverse("tasks:task-return", args=[delivered.pk])

    # The form is fetched only now, but the page beside it still shows the first product.
    sent = {"delivery": _carried(_return_form(desk, page)), "reason": "Thiếu biểu số 2."}
    answer = desk.post(address, sent, headers=HTMX)

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert SENTENCE in shown
    assert "Bản thứ hai." in shown
    act = shown.partition('id="form-task-return"')[2].partition("</form>")[0]
    assert "Thiếu biểu số 2." in act
    assert _carried(act) == new
    delivered.item.refresh_from_db()
    assert delivered.item.is_delivered
    assert desk.post(address, {**sent, "delivery": new}, headers=HTMX).status_code == 200


def test_a_form_sent_back_for_its_reason_stays_about_the_product_beside_it(
    desk: Client, cast: Cast, delivered: tasks.Task, later: datetime
) -> None:
    old = _waiting(delivered)
    _hand_in_anew(cast, delivered, later)

    address = reverse("tasks:task-return", args=[delivered.pk])
    answer = desk.post(address, {"delivery": old, "reason": ""}, headers=HTMX)

    assert answer["HX-Retarget"] == "#form-task-return"
    assert _carried(answer.content.decode()) == old


@pytest.mark.parametrize("told", ["", "x", "9" * 5000], ids=["nothing", "no number", "too long"])
def test_a_form_fetched_with_a_broken_address_is_about_what_waits(
    desk: Client, delivered: tasks.Task, told: str
) -> None:
    address = reverse("tasks:task-return", args=[delivered.pk])

    form = desk.get(address, {"delivery": told}, headers=HTMX).content.decode()

    assert _carried(form) == _waiting(delivered)


def test_who_may_not_judge_learns_nothing_of_other_products(
    cast: Cast, delivered: tasks.Task, later: datetime
) -> None:
    with pytest.raises(PermissionDenied):
        tasks.accept_task(task=delivered, delivery=0, by=cast.receiver, at=later)


def test_without_a_named_product_what_waits_is_judged(
    cast: Cast, delivered: tasks.Task, later: datetime
) -> None:
    _hand_in_anew(cast, delivered, later)

    tasks.accept_task(task=delivered, by=cast.issuer, at=later + timedelta(hours=1))

    assert sorted(delivered.deliveries.values_list("status", flat=True)) == ["accepted", "recalled"]


def test_a_refused_judgement_leaves_nothing_behind(
    cast: Cast, delivered: tasks.Task, later: datetime
) -> None:
    old = _waiting(delivered)
    new = _hand_in_anew(cast, delivered, later)
    before = len(tasks.history_of(delivered))

    with pytest.raises(DomainError, match="14:05 09/09/2026"):
        tasks.accept_task(task=delivered, delivery=old, by=cast.issuer, at=later)
    with pytest.raises(DomainError, match="14:05 09/09/2026"):
        tasks.return_task(task=delivered, reason="Thiếu.", delivery=old, by=cast.issuer, at=later)

    assert _waiting(delivered) == new
    assert len(tasks.history_of(delivered)) == before


def test_a_program_may_name_the_product_too(
    cast: Cast, delivered: tasks.Task, later: datetime
) -> None:
    old, new = _waiting(delivered), _hand_in_anew(cast, delivered, later)
    program, task = caller(cast.issuer), f"/tasks/{delivered.pk}"

    assert SENTENCE in refused(program.post(f"{task}/acceptance", {"delivery": old}), 422)
    reason = {"text": "Thiếu biểu số 2."}
    assert SENTENCE in refused(program.post(f"{task}/return", {**reason, "delivery": old}), 422)

    returned = told(program.post(f"{task}/return", {**reason, "delivery": new}))
    assert returned["state"] == "returned"
