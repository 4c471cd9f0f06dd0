"""A city committee with its office, a ward's committee, and the people at their registers."""

import pytest
from tests.factories.org import UnitFactory, UserFactory

from baro.org import api as org


@pytest.fixture
def city() -> org.Unit:
    return UnitFactory.create(
        code="HN", name="Thành phố Hà Nội", kind=org.Unit.Kind.CITY, branch="territory"
    )


@pytest.fixture
def committee(city: org.Unit) -> org.Unit:
    """The city's committee."""
    return UnitFactory.create(
        code="UBND-TP",
        name="Ủy ban nhân dân thành phố Hà Nội",
        short_name="UBND thành phố",
        parent=city,
        committee=True,
    )


@pytest.fixture
def department(committee: org.Unit) -> org.Unit:
    return UnitFactory.create(code="SNV", name="Sở Nội vụ", parent=committee)


@pytest.fixture
def party(city: org.Unit) -> org.Unit:
    return UnitFactory.create(
        code="TU",
        name="Thành ủy Hà Nội",
        short_name="Thành ủy",
        parent=city,
        kind="party_committee",
        branch="party",
    )


@pytest.fixture
def ward(city: org.Unit) -> org.Unit:
    """The committee of a ward."""
    place = UnitFactory.create(code="00070", name="Phường Thử", parent=city, is_commune=True)
    return UnitFactory.create(
        code="00070.UBND", name="Ủy ban nhân dân phường Thử", parent=place, committee=True
    )


@pytest.fixture
def clerk(committee: org.Unit) -> org.User:
    """Keeps the register of the city's committee and of what stands below it."""
    return UserFactory.create(role=org.Role.CLERK, unit=committee)


@pytest.fixture
def servant(committee: org.Unit) -> org.User:
    """Sees what the committee has, keeps no register."""
    return UserFactory.create(role=org.Role.CIVIL_SERVANT, unit=committee)


@pytest.fixture
def ward_clerk(ward: org.Unit) -> org.User:
    return UserFactory.create(role=org.Role.CLERK, unit=ward)
