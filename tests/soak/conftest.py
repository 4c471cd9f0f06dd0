"""One city for all proofs of a process: made from the test's own database, alive while they run."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.soak.callers import Line
from tests.soak.city import SoakCity, made_city
from tests.soak.ending import end_for_sure


@pytest.fixture(autouse=True)
def _lines_closed() -> Iterator[None]:
    """They open again by themselves where somebody goes on talking."""
    yield
    for line in Line.every:
        line.close()


@pytest.fixture(scope="session")
def soak_city(django_db_setup: None, django_db_blocker: object) -> Iterator[SoakCity]:
    """Not running yet, or left by the last proof as it was."""
    with TemporaryDirectory(prefix="baro-soak-", ignore_cleanup_errors=True) as name:
        city = made_city(Path(name) / "home")
        yield city
        end_for_sure(city)
