import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

OPEN = {
    "work:calendar": "calendar programs have no account; the address is a secret",
    "notices:unsubscribing": "the reader of a letter stops it; the address is signed",
    "kernel:liveness": "a process monitor has no account",
    "account_login": "the way in",
    "account_logout": "leaving needs no account",
    "account_reset_password": "a forgotten password",
    "account_reset_password_done": "a forgotten password",
    "account_reset_password_from_key": "a forgotten password",
    "account_reset_password_from_key_done": "a forgotten password",
    "account_inactive": "tells a locked account what to do",
    "api-guide": "the description of the API is no secret",
    "api-unknown-address": "says that the API has nothing there",
    "mfa_authenticate": "the second step of signing in",
    "admin:login": "the way in to the support screens",
}
API = "api-1:"  # asks for a token instead of a session
DESCRIPTION = {f"{API}openapi-json", f"{API}api-root"}
SUPPORT = "ho-tro/"  # Django's own screens redirect from addresses without a name


def test_every_address_is_closed_unless_listed() -> None:
    unlisted = {
        name or path
        for path, name, pattern in _addresses()
        if not getattr(pattern.callback, "login_required", True)
        if name not in OPEN and not name.startswith(API)
    }
    assert unlisted == set()


def test_every_listed_address_exists() -> None:
    assert set(OPEN) | DESCRIPTION <= {name for _, name, _ in _addresses()}


def test_every_address_has_a_name() -> None:
    nameless = [path for path, name, _ in _addresses() if not name]

    assert [path for path in nameless if not path.startswith(SUPPORT)] == []


@pytest.mark.django_db
def test_the_api_asks_every_caller_for_a_token(client: Client) -> None:
    answered = {
        f"{method} {name}"
        for path, name, _ in _addresses()
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE")
        if name.startswith(API) and name not in DESCRIPTION
        if client.generic(method, "/" + re.sub(r"<[^>]+>", "1", path)).status_code not in {401, 405}
    }
    assert answered == set()


@pytest.mark.django_db
def test_a_stranger_is_sent_to_the_sign_in(client: Client) -> None:
    response = client.get("/suc-khoe/")

    assert response.status_code == 302
    assert "/tai-khoan/" in response["Location"]


def _addresses(
    resolver: URLResolver | None = None, path: str = "", namespace: str = ""
) -> Iterator[tuple[str, str, URLPattern]]:
    for pattern in (resolver or get_resolver()).url_patterns:
        place = path + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _addresses(pattern, place, inner)
        else:
            yield place, f"{namespace}{pattern.name}" if pattern.name else "", pattern
