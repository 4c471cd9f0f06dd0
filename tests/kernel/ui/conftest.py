"""Someone who sees pages, and a clean slate for the brakes on signing in."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client
from tests.factories.org import UserFactory

from baro.org import api as org

PASSWORD = "ba-ro-thu-nghiem"  # noqa: S105 - of an account that lives for one test


@pytest.fixture(autouse=True)
def _no_remembered_attempts() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def officer(db: None) -> org.User:
    user = UserFactory.create(username="can.bo", role=org.Role.CIVIL_SERVANT)
    user.set_password(PASSWORD)
    user.save(update_fields=["password"])
    return user


@pytest.fixture
def desk(client: Client, officer: org.User) -> Client:
    """A browser in which the officer is signed in."""
    client.force_login(officer)
    return client
