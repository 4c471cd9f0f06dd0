"""One city for all proofs of a process: made from the test's own database, alive while they run."""

from collections.abc import Generator, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.config.city import City
from tests.soak.callers import Line
from tests.soak.city import SoakCity, made_city
from tests.soak.ending import end_for_sure
from tests.soak.logs import errors_told, kept_log


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Function, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What failed in a server is seen nowhere else than in what it wrote."""
    report = yield
    city = getattr(item, "funcargs", {}).get("soak_city")
    if report.failed and isinstance(city, City) and city.log.exists():
        kept = kept_log(city)
        report.sections.append((f"errors of the city, from {kept}", errors_told(city.said())))
    return report


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
