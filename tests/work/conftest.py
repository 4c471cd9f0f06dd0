"""A city office that gives work, a ward that owes it, and the people on both sides."""

from dataclasses import dataclass

import pytest
from hypothesis import settings
from tests.factories.org import UnitFactory, UserFactory
from tests.factories.work import WorkItemFactory

from baro.org import api as org
from baro.work import api as work

# The first question to a calendar counts up its year, which no single example should pay for.
settings.register_profile("ledger", deadline=None)
settings.load_profile("ledger")


@dataclass(frozen=True)
class Cast:
    """Who plays in the stories of this folder."""

    city: org.Unit
    committee: org.Unit
    ward: org.Unit
    ward_committee: org.Unit
    division: org.Unit
    issuer: org.User
    receiver: org.User
    head_of_division: org.User
    officer: org.User
    stranger: org.User
    stranger_unit: org.Unit


@pytest.fixture
def cast(db: None) -> Cast:
    city = UnitFactory.create(code="HN", kind="city", branch="territory")
    committee = UnitFactory.create(parent=city, committee=True)
    ward = UnitFactory.create(is_commune=True, parent=city)
    ward_committee = UnitFactory.create(parent=ward, committee=True)
    division = UnitFactory.create(parent=ward_committee, kind="division")
    elsewhere = UnitFactory.create()
    return Cast(
        city=city,
        committee=committee,
        ward=ward,
        ward_committee=ward_committee,
        division=division,
        issuer=UserFactory.create(role="office_specialist", unit=committee),
        receiver=UserFactory.create(role="office_specialist", unit=ward_committee, is_head=True),
        head_of_division=UserFactory.create(role="unit_head", unit=division, is_head=True),
        officer=UserFactory.create(role="civil_servant", unit=division),
        stranger=UserFactory.create(role="office_specialist", unit=elsewhere),
        stranger_unit=elsewhere,
    )


@pytest.fixture
def item(cast: Cast) -> work.WorkItem:
    return WorkItemFactory.create(issuer_unit=cast.committee, lead_unit=cast.ward_committee)
