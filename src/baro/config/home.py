"""Where this installation keeps its data, and which database it talks to."""

import os
import tempfile
from pathlib import Path
from typing import Any

import dj_database_url

from baro.config.postgres import EmbeddedPostgres
from baro.config.refusals import CommandRefusal

ENGINE = "baro.config.pooled"
WEB_THREADS = 4


def data_home() -> Path:
    """The one folder with everything worth a backup; `BARO_HOME`, else `.baro` where we stand."""
    return Path(os.environ.get("BARO_HOME", ".baro")).expanduser().resolve()


def require_writable(home: Path) -> None:
    """Make the folder if it is missing, and refuse now rather than halfway through."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home):
            pass
    except OSError as error:
        raise CommandRefusal(
            f"Không ghi được vào thư mục dữ liệu {home} ({error.strerror}). "
            "Hãy đặt BARO_HOME là một thư mục ghi được.",
            status=4,
        ) from error


def uses_embedded_postgres() -> bool:
    return not os.environ.get("DATABASE_URL")


def database_settings(home: Path) -> dict[str, Any]:
    """Django's settings for `DATABASE_URL`, else for the embedded server under `home`."""
    url = os.environ.get("DATABASE_URL")
    if url:
        return _given_database(url)
    return {
        "ENGINE": ENGINE,
        "NAME": "baro",
        "USER": "postgres",
        "HOST": str(EmbeddedPostgres(home).socket_folder),
    }


def pool_settings() -> dict[str, Any]:
    """The connections of one web process: at most one for each of its threads and one to spare.

    Whoever waits longer than `timeout` is told that the database is away. After `reconnect_timeout`
    the pool stops trying by itself and tries for each request: so the first one after an outage
    finds the database, however long the outage was.
    """
    return {
        "min_size": 1,
        "max_size": WEB_THREADS + 1,
        "timeout": 4,
        "reconnect_timeout": 3,
        "max_idle": 300,
    }


def standby_settings() -> dict[str, Any] | None:
    """The streaming standby from which figures may be read; None where there is none."""
    url = os.environ.get("BARO_REPLICA_URL")
    if not url:
        return None
    settings = _given_database(url, name="BARO_REPLICA_URL")
    # It is only a help: whoever waits for it is better served by the primary.
    options = settings.setdefault("OPTIONS", {})
    options["connect_timeout"] = 2
    if os.environ.get("BARO_POOL") == "1":
        options["pool"] = {**pool_settings(), "timeout": 1}
    return settings


def _given_database(url: str, *, name: str = "DATABASE_URL") -> dict[str, Any]:
    try:
        settings = dict(dj_database_url.parse(url))
    except ValueError as error:
        raise CommandRefusal(
            f"Không hiểu {name}; mẫu: postgres://tài-khoản:mật-khẩu@máy:5432/baro", status=2
        ) from error
    if settings["ENGINE"] != "django.db.backends.postgresql":
        raise CommandRefusal(f"Ba Rõ chỉ chạy trên PostgreSQL; hãy sửa {name}.", status=2)
    return {**settings, "ENGINE": ENGINE}


def start_embedded_postgres(home: Path) -> EmbeddedPostgres | None:
    """Use the embedded server until this process ends; None where `DATABASE_URL` names another."""
    if not uses_embedded_postgres():
        return None
    require_writable(home)
    server = EmbeddedPostgres(home)
    server.use()
    return server
