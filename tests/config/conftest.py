import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.config.city import City


@pytest.fixture
def folder() -> Iterator[Path]:
    """Unlike pytest's own, not closed to the database's account by the next pytest to start."""
    with TemporaryDirectory(prefix="baro-test-", ignore_cleanup_errors=True) as name:
        yield Path(name)


@pytest.fixture(scope="session")
def settled_home() -> Iterator[Path]:
    """A data folder with all its tables; made once, for it takes some seconds."""
    with TemporaryDirectory(prefix="baro-test-", ignore_cleanup_errors=True) as name:
        home = Path(name) / "home"
        migrated = City(home).run("migrate", "--no-input", "--verbosity=0")
        assert migrated.returncode == 0, migrated.stderr
        yield home


@pytest.fixture
def city(settled_home: Path) -> Iterator[City]:
    city = City(settled_home)
    yield city
    _end_for_sure(city)


@pytest.fixture(scope="module")
def running(settled_home: Path) -> Iterator[City]:
    city = City(settled_home)
    city.start()
    yield city
    _end_for_sure(city)


def _end_for_sure(city: City) -> None:
    if city.process is not None and city.process.poll() is None:
        city.stop()
    for number in city.processes():
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
