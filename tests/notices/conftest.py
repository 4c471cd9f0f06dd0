"""Units stand in for the things that people are told about; a post office takes the letters."""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from tests.notices.post_office import PostOffice, open_post_office

from baro.notices import api as notices
from baro.notices import subjects
from baro.org import api as org


@pytest.fixture(autouse=True)
def secret_units() -> Iterator[set[int]]:
    """Everybody sees every unit but these."""
    secret: set[int] = set()

    def shown(user: org.User, ids: Iterable[int]) -> dict[int, notices.Shown]:
        seen = org.Unit.objects.filter(pk__in=ids).exclude(pk__in=secret)
        return {unit.pk: notices.Shown(unit.name, f"/don-vi/{unit.code}/") for unit in seen}

    notices.on_subject("org.Unit", shown)
    yield secret
    subjects._resolvers.pop("org.unit")


@pytest.fixture
def office(settings: Any) -> Iterator[PostOffice]:
    with open_post_office(settings) as office:
        yield office
