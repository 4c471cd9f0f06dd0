"""A small city: two communes with their committees, two departments, people who keep the list."""

from types import SimpleNamespace

import pytest
from tests.factories.org import UnitFactory, UserFactory

from baro.org import api as org


@pytest.fixture
def city() -> org.Unit:
    return UnitFactory.create(code="HN", name="Thành phố", kind=org.Unit.Kind.CITY)


@pytest.fixture
def tree(city: org.Unit) -> SimpleNamespace:
    """`north` and `south` are communes; `committee` and `office` belong to the north."""
    north = UnitFactory.create(code="00001", name="Phường Bắc", parent=city, is_commune=True)
    south = UnitFactory.create(code="00002", name="Xã Nam", parent=city, is_commune=True)
    committee = UnitFactory.create(
        code="00001.UBND", name="UBND phường Bắc", parent=north, committee=True
    )
    office = UnitFactory.create(
        code="00001.UBND.VP", name="Văn phòng phường Bắc", parent=committee, kind="office"
    )
    return SimpleNamespace(city=city, north=north, south=south, committee=committee, office=office)


@pytest.fixture
def manager(city: org.Unit) -> org.User:
    """Keeps the list of the whole city."""
    return UserFactory.create(role=org.Role.ORG_MANAGER, unit=city)


@pytest.fixture
def stranger(city: org.Unit) -> org.User:
    """Holds a post in the city, but does not keep the list."""
    return UserFactory.create(role=org.Role.LEADER, unit=city)
