"""People and things for the kernel's tests; the kernel knows no roles, so neither do these."""

from typing import Any

import pytest
from tests.kernel.actors import Actor


@pytest.fixture
def administrator() -> Any:
    return Actor(pk=1, may_manage_system=True)


@pytest.fixture
def stranger() -> Any:
    return Actor(pk=2, may_manage_system=False)


@pytest.fixture(autouse=True)
def _ask_the_actors(settings: Any) -> None:
    settings.MAY_MANAGE_SYSTEM = "tests.kernel.actors.may_manage_system"
