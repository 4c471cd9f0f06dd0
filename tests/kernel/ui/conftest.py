"""Someone who sees pages."""

import pytest
from django.test import Client
from tests.factories.org import UserFactory

from baro.org import api as org

PASSWORD = "ba-ro-thu-nghiem"  # noqa: S105 - of an account that lives for one test


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
