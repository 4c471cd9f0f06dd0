"""The sign-in forms in our words; their checks are allauth's."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as second_factor
from allauth.mfa.totp import forms as totp
from django import forms

_WORDS = {
    "login": ("Tên đăng nhập", ""),
    "password": ("Mật khẩu", ""),
    "remember": ("Giữ đăng nhập trên máy này 14 ngày", "Chỉ chọn trên máy của riêng ông/bà."),
    "oldpassword": ("Mật khẩu hiện tại", ""),
    "password1": ("Mật khẩu mới", "Ít nhất 10 ký tự, không phải mật khẩu phổ biến."),
    "password2": ("Nhập lại mật khẩu mới", ""),
    "email": ("Địa chỉ thư điện tử của tài khoản", ""),
    "code": ("Mã xác thực", "Sáu chữ số trong ứng dụng xác thực, hoặc một mã dự phòng."),
}


class InOurWords(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label, field.help_text = _WORDS[name]
            field.widget.attrs.pop("placeholder", None)
            if name == "code":
                field.widget.attrs["inputmode"] = "numeric"


class SignIn(InOurWords, account.LoginForm):  # type: ignore[misc]
    pass


class ChangePassword(InOurWords, account.ChangePasswordForm):  # type: ignore[misc]
    pass


class SetPassword(InOurWords, account.SetPasswordForm):  # type: ignore[misc]
    pass


class ResetPassword(InOurWords, account.ResetPasswordForm):  # type: ignore[misc]
    pass


class NewPassword(InOurWords, account.ResetPasswordKeyForm):  # type: ignore[misc]
    pass


class ConfirmPassword(InOurWords, account.ReauthenticateForm):  # type: ignore[misc]
    pass


class EnterCode(InOurWords, second_factor.AuthenticateForm):  # type: ignore[misc]
    pass


class ConfirmByCode(InOurWords, second_factor.ReauthenticateForm):  # type: ignore[misc]
    pass


class ActivateTotp(InOurWords, totp.ActivateTOTPForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = "Sáu chữ số mà ứng dụng đang hiện."
