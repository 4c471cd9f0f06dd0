"""The way out for e-mail: `BARO_SMTP_URL`, or host, port, account and key one by one."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from baro.config.refusals import CommandRefusal

_PORTS = {"starttls": 587, "tls": 465, "off": 25}


@dataclass(frozen=True)
class MailAccount:
    """A server that takes our letters; `security` is starttls, tls or off."""

    host: str
    port: int
    user: str
    password: str
    security: str


def mail_account(environ: Mapping[str, str]) -> MailAccount | None:
    """What the environment says, or nothing: then no letter is written at all."""
    if environ.get("BARO_SMTP_URL"):
        return _from_url(environ["BARO_SMTP_URL"])
    host = environ.get("BARO_SMTP_HOST", "")
    if not host:
        return None
    security = _security(environ.get("BARO_SMTP_TLS", "starttls"))
    return MailAccount(
        host=host,
        port=_port(environ.get("BARO_SMTP_PORT", ""), security),
        user=environ.get("BARO_SMTP_USER", ""),
        password=environ.get("BARO_SMTP_PASSWORD", ""),
        security=security,
    )


def _from_url(url: str) -> MailAccount:
    """`smtp://` begins in the clear and turns to TLS, `smtps://` is TLS from the first byte."""
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise CommandRefusal("BARO_SMTP_URL phải có dạng smtp://tài-khoản:mật-khẩu@máy-chủ:cổng.")
    asked = parse_qs(parts.query).get("tls", ["starttls"])[0]
    security = "tls" if parts.scheme == "smtps" else _security(asked)
    try:
        port = parts.port
    except ValueError:
        raise CommandRefusal("Cổng trong BARO_SMTP_URL phải là một số từ 1 đến 65535.") from None
    return MailAccount(
        host=parts.hostname,
        port=_port(str(port or ""), security),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        security=security,
    )


def _security(given: str) -> str:
    if given not in _PORTS:
        raise CommandRefusal("BARO_SMTP_TLS phải là starttls, tls hoặc off.")
    return given


def _port(given: str, security: str) -> int:
    if not given:
        return _PORTS[security]
    if not given.isdecimal() or not 1 <= int(given) <= 65535:
        raise CommandRefusal(f"BARO_SMTP_PORT phải là một số từ 1 đến 65535, không phải “{given}”.")
    return int(given)
