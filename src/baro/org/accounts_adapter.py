"""How accounts are entered: by user name, never by signing up, with brakes that hit the guesser."""

import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal import ratelimit
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse

from baro.org.models import User

_KNOWN_FOR = 180 * 24 * 3600
_SALT = "org.known-device"
_WRONG_CODE = "Mã này không đúng hoặc đã hết hiệu lực."
_TOO_MANY = "Đã thử sai quá nhiều lần trên máy này. Mời ông/bà chờ năm phút rồi thử lại."


class AccountsAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Wrong passwords are counted per account and per place they come from.

    A browser that has signed in to the account before carries a signed mark and is counted by
    itself; all others are counted by network address, and together more slowly. So nobody can
    shut an official out of an account by guessing at it from elsewhere.
    """

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Tài khoản này đang bị khóa.",
        "username_password_mismatch": "Tên đăng nhập hoặc mật khẩu không đúng.",
        "enter_current_password": "Mật khẩu hiện tại không đúng.",
        "incorrect_password": "Mật khẩu không đúng.",
        "incorrect_code": _WRONG_CODE,
        "invalid_password_reset": "Đường dẫn đặt lại mật khẩu không còn hiệu lực.",
        "too_many_login_attempts": _TOO_MANY,
        "rate_limited": _TOO_MANY,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        super().pre_authenticate(request, **credentials)
        name = credentials.get("username", "").lower()
        if _is_known(request, name):
            return
        strangers = ratelimit.consume(
            request, app="allauth.account", action="login_strangers", key=name
        )
        if not strangers:
            raise self.validation_error("too_many_login_attempts")
        self._strangers = strangers

    def post_login(self, request: HttpRequest, user: User, **details: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **details)
        name = user.username.lower()
        response.set_signed_cookie(
            _mark(name),
            name,
            salt=_SALT,
            max_age=_KNOWN_FOR,
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
        return response

    def _rollback_login_failed_rl_usage(self) -> None:
        super()._rollback_login_failed_rl_usage()
        if strangers := getattr(self, "_strangers", None):
            strangers.rollback()

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        name = credentials.get("username", "").lower()
        if _is_known(request, name):
            return f"{name}|known|{request.COOKIES[_mark(name)]}"
        return f"{name}|{self.get_client_ip(request)}"


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _WRONG_CODE,
        "cannot_delete_authenticator": "Không thể tắt bảo vệ hai lớp của tài khoản này.",
        "cannot_generate_recovery_codes": "Cần bật bảo vệ hai lớp trước khi lấy mã dự phòng.",
    }

    def get_totp_label(self, user: User) -> str:
        return user.username


def _is_known(request: HttpRequest, name: str) -> bool:
    """Whether this browser has signed in to the account before."""
    try:
        kept = request.get_signed_cookie(_mark(name), salt=_SALT, max_age=_KNOWN_FOR)
    except (KeyError, BadSignature):
        return False
    return bool(kept == name)


def _mark(name: str) -> str:
    return "known_" + hashlib.sha256(name.encode()).hexdigest()[:12]
