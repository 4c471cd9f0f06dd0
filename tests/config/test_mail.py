"""The way out for letters, as the environment says it."""

import pytest

from baro.config.mail import MailAccount, mail_account
from baro.config.refusals import CommandRefusal


@pytest.mark.parametrize(
    ("environ", "account"),
    [
        ({}, None),
        (
            {"BARO_SMTP_URL": "smtp://gui%40tp.example:a%2Fb@thu.example"},
            MailAccount("thu.example", 587, "gui@tp.example", "a/b", "starttls"),
        ),
        (
            {"BARO_SMTP_URL": "smtps://gui:khoa@thu.example:4465"},
            MailAccount("thu.example", 4465, "gui", "khoa", "tls"),
        ),
        (
            {"BARO_SMTP_URL": "smtp://10.0.0.5?tls=off"},
            MailAccount("10.0.0.5", 25, "", "", "off"),
        ),
        (
            {"BARO_SMTP_HOST": "thu.example", "BARO_SMTP_TLS": "tls", "BARO_SMTP_USER": "gui"},
            MailAccount("thu.example", 465, "gui", "", "tls"),
        ),
    ],
)
def test_the_environment_names_the_server(
    environ: dict[str, str], account: MailAccount | None
) -> None:
    assert mail_account(environ) == account


@pytest.mark.parametrize(
    "environ",
    [
        {"BARO_SMTP_URL": "http://thu.example"},
        {"BARO_SMTP_URL": "smtp://thu.example?tls=maybe"},
        {"BARO_SMTP_URL": "smtp://thu.example:99999"},
        {"BARO_SMTP_HOST": "thu.example", "BARO_SMTP_PORT": "hai-lăm"},
        {"BARO_SMTP_HOST": "thu.example", "BARO_SMTP_TLS": "có"},
    ],
)
def test_what_cannot_be_understood_is_refused(environ: dict[str, str]) -> None:
    """And not taken for another port: a wrong guess would send in the clear."""
    with pytest.raises(CommandRefusal, match="BARO_SMTP"):
        mail_account(environ)
