import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from tests.config.city import City


@pytest.fixture(scope="session")
def settled_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with all its tables; made once, for it takes some seconds."""
    home = tmp_path_factory.mktemp("city") / "home"
    assert City(home).run("migrate", "--no-input").returncode == 0
    return home


@pytest.fixture
def city(settled_home: Path) -> Iterator[City]:
    city = City(settled_home)
    yield city
    end_for_sure(city)


@pytest.fixture(scope="module")
def running(settled_home: Path) -> Iterator[City]:
    city = City(settled_home)
    city.start()
    yield city
    end_for_sure(city)


def end_for_sure(city: City) -> None:
    if city.process is not None and city.process.poll() is None:
        city.stop()
    for number in city.processes():
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
