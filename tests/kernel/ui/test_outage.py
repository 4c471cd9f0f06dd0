"""What people and programs are told while the database is away (for real: tests/soak)."""

import pytest
from django.db import InterfaceError, OperationalError, utils
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path
from psycopg import DatabaseError, InternalError, errors

KINDS: dict[str, Exception | None] = {
    "lost": None,
    "silent": DatabaseError("server closed the connection unexpectedly"),
    "empty": InternalError("got no result from the query"),
    "starting": errors.CannotConnectNow(),
    "crossed": errors.DeadlockDetected(),
    "mistake": errors.QueryCanceled(),
    "misuse": errors.ProgrammingError("the query has 2 placeholders but 1 parameters were passed"),
}
# As Django names them by the kind below; everything else is named an operational error there.
NAMES = {"silent": utils.DatabaseError, "empty": utils.InternalError}


def _fails(request: HttpRequest, kind: str) -> HttpResponse:
    raise NAMES.get(kind, OperationalError)(kind) from KINDS[kind]


def _fails_after(request: HttpRequest) -> HttpResponse:
    try:
        _fails(request, "lost")
    finally:
        raise InterfaceError("connection already closed")  # as Django's rollback does


def _mistaken(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


urlpatterns = [
    path("hong/<str:kind>/", _fails),
    path("api/hong/<str:kind>/", _fails),
    path("hong-sau/", _fails_after),
    path("sai/", _mistaken),
    path("api/sai/", _mistaken),
    path("", include("baro.config.urls")),
]
handler500 = "baro.kernel.ui.outage.failed"
pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@pytest.fixture
def visitor(desk: Client) -> Client:
    desk.raise_request_exception = False
    return desk


@pytest.mark.parametrize(
    "address",
    ["/hong/lost/", "/hong/silent/", "/hong/empty/", "/hong/starting/", "/hong-sau/"],
)
def test_a_page_says_that_the_database_is_away_and_opens_again(
    visitor: Client, address: str
) -> None:
    response = visitor.get(address)

    assert response.status_code == 503
    assert "Cơ sở dữ liệu đang khởi động lại" in response.content.decode()
    assert response["Retry-After"] == response["Refresh"] == "3"


def test_a_form_says_that_it_may_not_have_been_written_and_is_not_sent_again_by_itself(
    visitor: Client,
) -> None:
    response = visitor.post("/hong/lost/")

    assert response.status_code == 503
    assert "Chưa chắc việc vừa gửi đã được ghi" in response.content.decode()
    assert "Refresh" not in response


def test_whoever_crossed_another_writer_is_asked_to_send_again(visitor: Client) -> None:
    response = visitor.post("/hong/crossed/")

    assert response.status_code == 503
    assert "Mời ông/bà gửi lại" in response.content.decode()


def test_a_program_is_told_to_send_the_same_key_again(visitor: Client) -> None:
    response = visitor.post("/api/hong/starting/")

    assert response.status_code == 503
    assert response["Content-Type"] == "application/problem+json"
    assert "cùng Idempotency-Key" in response.json()["detail"]
    assert response["Retry-After"] == "3"


@pytest.mark.parametrize("address", ["/sai/", "/hong/mistake/", "/hong/misuse/"])
def test_a_mistake_of_ours_is_not_called_an_outage(visitor: Client, address: str) -> None:
    response = visitor.get(address)

    assert response.status_code == 500
    assert "Hệ thống gặp sự cố" in response.content.decode()
    assert "Refresh" not in response


def test_a_program_is_told_of_a_mistake_in_the_form_of_a_problem(visitor: Client) -> None:
    response = visitor.get("/api/sai/")

    assert response.status_code == 500
    assert response.json()["status"] == 500
