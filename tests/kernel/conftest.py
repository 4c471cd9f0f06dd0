"""People and things for the kernel's tests; the kernel knows no roles, so neither do these."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from baro.kernel.calendar.api import forget_calendar


@dataclass
class _Actor:
    """Whoever acts; what matters is the property that the kernel asks for."""

    pk: int
    may_manage_system: bool

    def __str__(self) -> str:
        return "Trần Văn Quản"


@pytest.fixture
def administrator() -> Any:
    return _Actor(pk=1, may_manage_system=True)


@pytest.fixture
def stranger() -> Any:
    return _Actor(pk=2, may_manage_system=False)


@pytest.fixture(autouse=True)
def _fresh_calendar() -> Iterator[None]:
    forget_calendar()
    yield
    forget_calendar()
