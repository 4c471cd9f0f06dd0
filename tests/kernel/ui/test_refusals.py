import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path

from baro.kernel.errors import DomainError
from baro.kernel.policies import require


def _rule(request: HttpRequest) -> HttpResponse:
    raise DomainError("Báo cáo này đã được gửi trước đó.")


def _right(request: HttpRequest) -> HttpResponse:
    require(request.user.is_anonymous, "Chỉ văn thư mới cấp được số.")
    return HttpResponse()


def _unsaid(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


urlpatterns = [
    path("rule/", _rule),
    path("right/", _right),
    path("unsaid/", _unsaid),
    path("", include("baro.config.urls")),
]
HTMX = {"HX-Request": "true", "HX-Current-URL": "http://testserver/nhiem-vu/?o=paused"}

pytestmark = pytest.mark.urls(__name__)


def test_a_broken_rule_is_told_on_a_page_of_its_own(desk: Client) -> None:
    response = desk.get("/rule/")

    assert response.status_code == 422
    assert "Báo cáo này đã được gửi trước đó." in response.content.decode()


def test_a_broken_rule_lands_in_the_message_region(desk: Client) -> None:
    response = desk.get("/rule/", headers=HTMX)

    assert response.status_code == 422
    assert response["HX-Retarget"] == "#messages"
    assert "<!doctype html>" not in response.content.decode()


@pytest.mark.parametrize(
    ("address", "words"),
    [("/right/", "Chỉ văn thư mới cấp được số."), ("/unsaid/", "không được giao quyền")],
)
def test_a_missing_right_is_told_in_words(desk: Client, address: str, words: str) -> None:
    response = desk.get(address)

    assert response.status_code == 403
    assert words in response.content.decode()


@pytest.mark.django_db
def test_a_session_that_ended_leads_the_whole_page_to_the_sign_in(client: Client) -> None:
    response = client.get("/kieu-dang/", headers=HTMX)

    assert response.status_code == 204
    assert response["HX-Redirect"] == ("/tai-khoan/dang-nhap/?next=%2Fnhiem-vu%2F%3Fo%3Dpaused")


@pytest.mark.django_db
def test_a_form_without_its_key_is_sent_back_in_words() -> None:
    response = Client(enforce_csrf_checks=True).post("/tai-khoan/dang-nhap/", {"login": "x"})

    assert response.status_code == 403
    assert "tải lại trang" in response.content.decode()


@override_settings(DEBUG=False)
def test_words_of_a_refusal_are_never_markup(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("baro.kernel.middleware._NOT_ALLOWED", "<b>Không</b>")

    assert "&lt;b&gt;" in desk.get("/unsaid/").content.decode()
