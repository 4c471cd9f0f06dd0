"""What every test shares: the embedded PostgreSQL, and time that stands still."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from baro.config.home import data_home, start_embedded_postgres

if TYPE_CHECKING:
    from playwright.sync_api import Browser

start_embedded_postgres(data_home())
CHROMIUM = next(
    (path for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if Path(path).exists()),
    None,  # then Playwright's own
)


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """A real Chromium for one file of tests.

    Playwright keeps an event loop in the thread while it runs, in which Django and the worker
    refuse to work; so it ends with the file and not with the session.
    """
    from playwright.sync_api import sync_playwright

    patch = pytest.MonkeyPatch()
    patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()
    patch.undo()


@pytest.fixture
def noon() -> datetime:
    """A working Wednesday at noon in the city."""
    return datetime(2026, 9, 9, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture
def reading() -> Iterator[None]:
    """As within one request that reads: the editions are asked for once."""
    from baro.kernel.editions import begin_request, end_request

    begin_request({"REQUEST_METHOD": "GET"})
    yield
    end_request()


@pytest.fixture(autouse=True)
def _own_file_store(tmp_path: Path, settings: object) -> None:
    settings.FILE_STORE = tmp_path / "files"  # type: ignore[attr-defined]
