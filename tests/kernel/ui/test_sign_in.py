import re
from typing import Any

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client
from tests.kernel.ui.conftest import PASSWORD

from baro.org import api as org

SIGN_IN = "/tai-khoan/dang-nhap/"
SECRET = "JBSWY3DPEHPK3PXP"  # noqa: S105 - of an authenticator that lives for one test


@pytest.fixture
def few_strangers(settings: Any) -> None:
    """Browsers that nobody has signed in with may fail six times an hour, all together."""
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"login_strangers": "6/h/key"}


def _try(client: Client, password: str, *, address: str = "10.0.0.1", name: str = "can.bo") -> str:
    response = client.post(SIGN_IN, {"login": name, "password": password}, REMOTE_ADDR=address)
    return "" if response.status_code == 302 else response.content.decode()


def test_signing_in_leads_to_the_page_that_was_asked_for(client: Client, officer: org.User) -> None:
    response = client.post(f"{SIGN_IN}?next=/kieu-dang/", {"login": "can.bo", "password": PASSWORD})

    assert (response.status_code, response["Location"]) == (302, "/kieu-dang/")


def test_a_name_may_be_typed_in_capitals(client: Client, officer: org.User) -> None:
    assert _try(client, PASSWORD, name="CAN.BO") == ""


def test_a_wrong_password_and_an_unknown_name_sound_alike(
    client: Client, officer: org.User
) -> None:
    wrong = _try(client, "khong-dung")
    unknown = _try(client, "khong-dung", name="khong.co")

    words = "Tên đăng nhập hoặc mật khẩu không đúng."
    assert words in wrong
    assert words in unknown


def test_nobody_signs_up(client: Client, db: None) -> None:
    assert client.get("/tai-khoan/signup/").status_code == 404


def test_a_guesser_is_stopped_after_five_attempts(client: Client, officer: org.User) -> None:
    for _ in range(5):
        assert "không đúng" in _try(client, "khong-dung")

    assert "quá nhiều lần" in _try(client, PASSWORD)


def test_a_guesser_elsewhere_does_not_lock_the_officer_out(officer: org.User) -> None:
    for _ in range(8):
        _try(Client(), "khong-dung", address="10.9.9.9")

    assert _try(Client(), PASSWORD, address="10.0.0.1") == ""


def test_guessing_from_many_places_does_not_reach_a_known_browser(
    client: Client, officer: org.User, few_strangers: None
) -> None:
    assert _try(client, PASSWORD) == ""
    client.post("/tai-khoan/dang-xuat/")
    for place in range(6):
        _try(Client(), "khong-dung", address=f"10.1.0.{place}")

    assert "quá nhiều lần" in _try(Client(), PASSWORD, address="10.2.0.1")
    assert _try(client, PASSWORD) == ""


def test_signing_in_often_is_no_attempt_at_guessing(officer: org.User, few_strangers: None) -> None:
    for _ in range(8):
        assert _try(Client(), PASSWORD) == ""


def test_a_mark_for_one_account_says_nothing_about_another(
    client: Client, officer: org.User
) -> None:
    _try(client, PASSWORD)
    mark = next(name for name in client.cookies if name.startswith("known_"))

    stolen = Client()
    stolen.cookies[mark] = "can.bo:khong-phai-chu-ky"
    for _ in range(5):
        _try(stolen, "khong-dung", address="10.3.0.1")

    assert "quá nhiều lần" in _try(stolen, PASSWORD, address="10.3.0.1")


def test_the_session_ends_with_the_browser_unless_asked_to_stay(
    client: Client, officer: org.User
) -> None:
    client.post(SIGN_IN, {"login": "can.bo", "password": PASSWORD})
    assert client.session.get_expire_at_browser_close()

    client.post("/tai-khoan/dang-xuat/")
    client.post(SIGN_IN, {"login": "can.bo", "password": PASSWORD, "remember": "on"})
    assert not client.session.get_expire_at_browser_close()


@pytest.mark.parametrize(("is_demo", "shown"), [(True, True), (False, False)])
@pytest.mark.django_db
def test_demo_accounts_are_listed_in_demo_mode_only(
    client: Client, settings: object, is_demo: bool, shown: bool
) -> None:
    settings.DEMO = is_demo  # type: ignore[attr-defined]

    page = client.get(SIGN_IN).content.decode()

    assert ("data-fill=" in page) is shown


def test_the_second_factor_is_asked_for(client: Client, officer: org.User) -> None:
    TOTP.activate(officer, SECRET)

    response = client.post(SIGN_IN, {"login": "can.bo", "password": PASSWORD})
    assert response["Location"] == "/tai-khoan/bao-mat/ma/"
    assert "_auth_user_id" not in client.session

    wrong = client.post("/tai-khoan/bao-mat/ma/", {"code": "000000"})
    assert "Mã này không đúng" in wrong.content.decode()

    counter = next(iter(yield_hotp_counters_from_time()))
    code = format_hotp_value(hotp_value(SECRET, counter))
    client.post("/tai-khoan/bao-mat/ma/", {"code": code})
    assert "_auth_user_id" in client.session


def test_two_factors_are_switched_on_with_the_code_of_the_app(
    client: Client, officer: org.User
) -> None:
    client.post(SIGN_IN, {"login": "can.bo", "password": PASSWORD})
    asked = client.get("/tai-khoan/bao-mat/bat/")
    client.post(asked["Location"], {"password": PASSWORD})
    page = client.get("/tai-khoan/bao-mat/bat/").content.decode()
    secret = re.search(r'id="totp-secret">(\w+)<', page)
    assert secret is not None

    counter = next(iter(yield_hotp_counters_from_time()))
    code = format_hotp_value(hotp_value(secret[1], counter))
    response = client.post("/tai-khoan/bao-mat/bat/", {"code": code})

    assert response["Location"] == "/tai-khoan/bao-mat/ma-du-phong/"
    assert Authenticator.objects.filter(user=officer, type="totp").exists()
    assert get_adapter().get_totp_label(officer) == "can.bo"
    assert "Mã dự phòng" in client.get("/tai-khoan/bao-mat/ma-du-phong/").content.decode()


@pytest.mark.parametrize(
    "address",
    ["bao-mat/", "mat-khau/", "phien/", "dang-xuat/"],
)
def test_the_account_area_speaks_vietnamese(desk: Client, address: str) -> None:
    response = desk.get(f"/tai-khoan/{address}")

    assert response.status_code == 200
    assert not re.search(r"Password|Sign (In|Out)|Sessions|Two-Factor", response.content.decode())


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["quen-mat-khau/", "quen-mat-khau/da-gui/", "bi-khoa/"])
def test_the_pages_before_signing_in_open_to_everyone(client: Client, address: str) -> None:
    assert client.get(f"/tai-khoan/{address}").status_code == 200
