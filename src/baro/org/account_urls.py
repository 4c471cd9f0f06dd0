"""Addresses of the account area: those parts of allauth that an office needs, and no sign-up.

The names are allauth's own, because it looks them up.
"""

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.usersessions import views as sessions
from django.urls import path, re_path

urlpatterns = [
    path("dang-nhap/", account.login, name="account_login"),
    path("dang-xuat/", account.logout, name="account_logout"),
    path("bi-khoa/", account.account_inactive, name="account_inactive"),
    path("xac-nhan/", account.reauthenticate, name="account_reauthenticate"),
    path("mat-khau/", account.password_change, name="account_change_password"),
    path("mat-khau/dat/", account.password_set, name="account_set_password"),
    path("quen-mat-khau/", account.password_reset, name="account_reset_password"),
    path("quen-mat-khau/da-gui/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^quen-mat-khau/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "quen-mat-khau/xong/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("bao-mat/", second_factor.index, name="mfa_index"),
    path("bao-mat/ma/", second_factor.authenticate, name="mfa_authenticate"),
    path("bao-mat/xac-nhan/", second_factor.reauthenticate, name="mfa_reauthenticate"),
    path("bao-mat/bat/", totp.activate_totp, name="mfa_activate_totp"),
    path("bao-mat/tat/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path(
        "bao-mat/ma-du-phong/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"
    ),
    path(
        "bao-mat/ma-du-phong/moi/",
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "bao-mat/ma-du-phong/tai-ve/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("phien/", sessions.list_usersessions, name="usersessions_list"),
]
