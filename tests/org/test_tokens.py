"""Keys for the API: one's own, narrowed to scopes, shown once, revoked for good."""

import re
from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories.org import UserFactory

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.org import api as org
from baro.org.models import ApiToken
from baro.org.operations import create_token, revoke_token

pytestmark = pytest.mark.django_db
READ = ApiToken.Scope.READ
PAGE = "/tai-khoan/ma-truy-cap/"


@pytest.fixture
def official() -> org.User:
    return UserFactory.create(role=org.Role.CIVIL_SERVANT)


@pytest.fixture
def colleague(official: org.User) -> org.User:
    return UserFactory.create(role=org.Role.SYSTEM_ADMIN)


@pytest.fixture
def token(official: org.User, noon: datetime) -> ApiToken:
    return create_token(
        user=official, name="Phần mềm một cửa", scopes=[READ], by=official, at=noon
    )[0]


@pytest.fixture
def browser(client: Client, official: org.User) -> Client:
    client.force_login(official)
    return client


def test_only_the_hash_of_a_key_is_kept(official: org.User, noon: datetime) -> None:
    token, secret = create_token(
        user=official, name="Phần mềm một cửa", scopes=[READ], by=official, at=noon
    )

    kept = ApiToken.objects.values().get(pk=token.pk)
    assert secret.startswith("baro_")
    assert len(secret) > 40
    assert secret not in str(kept)
    assert token.hint == secret[: len(token.hint)]
    event = audit.AuditEvent.objects.about(token).get()
    assert event.name == "org.token_created"
    assert secret not in str(event.facts)


def test_no_two_keys_are_the_same(official: org.User, noon: datetime) -> None:
    made = {
        create_token(user=official, name=name, scopes=[READ], by=official, at=noon)[1]
        for name in "ABC"
    }

    assert len(made) == 3


def test_nobody_makes_a_key_for_another(
    official: org.User, colleague: org.User, noon: datetime
) -> None:
    with pytest.raises(PermissionDenied, match="Chỉ chính chủ"):
        create_token(user=official, name="A", scopes=[READ], by=colleague, at=noon)

    assert not ApiToken.objects.exists()


def test_a_key_has_at_least_one_scope(official: org.User, noon: datetime) -> None:
    with pytest.raises(DomainError, match="ít nhất một phạm vi"):
        create_token(user=official, name="A", scopes=[], by=official, at=noon)


def test_no_two_live_keys_of_an_account_bear_one_name(
    official: org.User, token: ApiToken, noon: datetime
) -> None:
    with pytest.raises(DomainError, match="Ông/bà đang có một mã tên “Phần mềm một cửa”") as told:
        create_token(user=official, name=token.name, scopes=[READ], by=official, at=noon)

    assert told.value.field == "name"
    assert ApiToken.objects.get() == token


def test_a_name_is_free_again_once_its_key_is_dead(
    official: org.User, colleague: org.User, noon: datetime
) -> None:
    end = noon + timedelta(days=30)

    def make(user: org.User, at: datetime, expires_at: datetime | None = None) -> ApiToken:
        return create_token(
            user=user, name="A", scopes=[READ], by=user, at=at, expires_at=expires_at
        )[0]

    first = make(official, noon, end)
    make(colleague, noon)
    second = make(official, end)
    revoke_token(token=second, by=official, at=end)
    third = make(official, end)

    assert list(official.api_tokens.order_by("pk")) == [first, second, third]


def test_a_revoked_key_is_dead_and_leaves_a_trace(
    official: org.User, token: ApiToken, noon: datetime
) -> None:
    later = noon + timedelta(hours=1)

    revoked = revoke_token(token=token, by=official, at=later)

    assert revoked.revoked_at == later
    assert not ApiToken.objects.live(at=later).exists()
    assert {event.name for event in audit.AuditEvent.objects.about(token)} == {
        "org.token_created",
        "org.token_revoked",
    }


def test_a_key_is_revoked_once(official: org.User, token: ApiToken, noon: datetime) -> None:
    revoke_token(token=token, by=official, at=noon)

    with pytest.raises(DomainError, match="trước đó"):
        revoke_token(token=token, by=official, at=noon)


def test_nobody_revokes_the_key_of_another(
    colleague: org.User, token: ApiToken, noon: datetime
) -> None:
    with pytest.raises(PermissionDenied, match="Chỉ chính chủ"):
        revoke_token(token=token, by=colleague, at=noon)

    assert ApiToken.objects.live(at=noon).exists()


def test_a_key_lives_until_its_last_moment(official: org.User, noon: datetime) -> None:
    end = noon + timedelta(days=30)
    create_token(user=official, name="A", scopes=[READ], by=official, at=noon, expires_at=end)

    assert ApiToken.objects.live(at=end - timedelta(seconds=1)).exists()
    assert not ApiToken.objects.live(at=end).exists()


class TestPage:
    FORM = {"name": "Phần mềm một cửa", "scopes": ["read", "tasks"], "days": "30"}

    def test_shows_a_new_key_exactly_once(self, browser: Client, official: org.User) -> None:
        first = browser.post(PAGE, self.FORM)
        again = browser.get(PAGE)

        [secret] = set(re.findall(r"baro_[\w-]{40,}", first.content.decode()))
        assert browser.get("/api/v1/me", headers={"Authorization": f"Bearer {secret}"}).json()[
            "username"
        ] == str(official.username)
        assert secret not in again.content.decode()
        assert "Phần mềm một cửa" in again.content.decode()
        assert "no-store" in first.headers["Cache-Control"]
        token = ApiToken.objects.get()
        assert token.scopes == ["read", "tasks"]
        assert token.expires_at
        assert token.expires_at - timezone.now() < timedelta(days=30, seconds=1)

    def test_reloaded_makes_no_second_key(self, browser: Client) -> None:
        browser.post(PAGE, self.FORM)

        again = browser.post(PAGE, self.FORM)

        assert again.status_code == 422
        assert "hãy đặt tên khác hoặc thu hồi mã ấy trước" in again.content.decode()
        assert not re.search(r"baro_[\w-]{40,}", again.content.decode())
        assert ApiToken.objects.count() == 1

    def test_keeps_what_was_typed_when_something_is_missing(self, browser: Client) -> None:
        response = browser.post(PAGE, {**self.FORM, "scopes": []})

        assert response.status_code == 422
        assert "Phần mềm một cửa" in response.content.decode()
        assert not ApiToken.objects.exists()

    def test_shows_only_ones_own_keys(
        self, browser: Client, colleague: org.User, noon: datetime
    ) -> None:
        create_token(user=colleague, name="Của người khác", scopes=[READ], by=colleague, at=noon)

        assert "Của người khác" not in browser.get(PAGE).content.decode()

    def test_revokes_ones_own(self, browser: Client, token: ApiToken) -> None:
        place = reverse("org:api-token-revocation", args=[token.pk])

        first, again = browser.post(place), browser.post(place)

        assert (first.status_code, first["Location"]) == (302, PAGE)
        assert again.status_code == 422
        token.refresh_from_db()
        assert token.revoked_at

    def test_hides_the_key_of_another(
        self, client: Client, colleague: org.User, token: ApiToken
    ) -> None:
        client.force_login(colleague)

        response = client.post(reverse("org:api-token-revocation", args=[token.pk]))

        assert response.status_code == 404
        token.refresh_from_db()
        assert token.revoked_at is None
