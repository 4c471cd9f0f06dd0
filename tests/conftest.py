"""What every test shares: the embedded PostgreSQL, and time that stands still."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from baro.config.home import data_home, start_embedded_postgres

start_embedded_postgres(data_home())


@pytest.fixture
def noon() -> datetime:
    """A working Wednesday at noon in the city."""
    return datetime(2026, 9, 9, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture(autouse=True)
def _own_file_store(tmp_path: Path, settings: object) -> None:
    settings.FILE_STORE = tmp_path / "files"  # type: ignore[attr-defined]
