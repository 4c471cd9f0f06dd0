"""One city for all proofs of a process: made from the test's own database, alive while they run."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.soak.city import SoakCity, made_city
from tests.soak.ending import end_for_sure


@pytest.fixture(scope="session")
def soak_city(django_db_setup: None, django_db_blocker: object) -> Iterator[SoakCity]:
    """Not running yet, or left by the last proof as it was."""
    with TemporaryDirectory(prefix="baro-soak-", ignore_cleanup_errors=True) as name:
        city = made_city(Path(name) / "home")
        yield city
        end_for_sure(city)
