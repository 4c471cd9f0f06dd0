"""A city that must bear load and death: real processes, and a database that syncs its writes."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import psycopg
from django.db import connection
from tests.config.city import COMMAND, City, free_port, wait_until

from baro.config import postgres_account
from baro.config.home import data_home
from baro.config.postgres import EmbeddedPostgres, _binary

IS_LONG = os.environ.get("BARO_SOAK") == "1"
PASSWORD = "ba-ro-ben-bi"  # noqa: S105 - of accounts that live for one run


@dataclass(frozen=True)
class Account:
    """One official: the name to sign in with, the key for the API, the code of the person."""

    username: str
    secret: str
    person: str
    unit: str


class SoakCity(City):
    """`baro up` as an installation runs it: two web workers, nothing switched off for speed."""

    def __init__(self, home: Path, accounts: Sequence[Account]) -> None:
        super().__init__(home)
        self.accounts = {account.username: account for account in accounts}
        self.environment = environment(home, port=self.port)

    def start(self) -> None:
        """Wait for the worker too: its heart is what says that jobs will be done."""
        super().start()
        wait_until(lambda: self.answer("SELECT count(*) FROM procrastinate_workers") != [(0,)])

    def rows(self, question: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        address = f"host='{EmbeddedPostgres(self.home).socket_folder}' user=postgres dbname=baro"
        with psycopg.connect(address, autocommit=True) as asked:
            found = asked.execute(question.encode(), values)
            return found.fetchall() if found.description else []

    def answer(self, question: str) -> list[tuple[Any, ...]]:
        """Like `rows`, and nothing while the database is away."""
        try:
            return self.rows(question)
        except psycopg.OperationalError:
            return []


def environment(home: Path, *, port: int, **more: str) -> dict[str, str]:
    given = {
        **os.environ,
        "BARO_HOME": str(home),
        "BARO_PORT": str(port),
        "BARO_DEMO": "0",
        "BARO_WEB_WORKERS": "2",
        "BARO_LOG_LEVEL": "WARNING",
        "DJANGO_SETTINGS_MODULE": "baro.config.settings",
        "PYTHONPATH": os.pathsep.join(sys.path),
        **more,
    }
    for name in ("DATABASE_URL", "BARO_POSTGRES_OPTIONS", "BARO_HASHED_STATIC"):
        given.pop(name, None)
    return given


def made_city(home: Path) -> SoakCity:
    """A copy of the test's own database, with its tables and nothing else, and people in it.

    To copy takes a second, to migrate more than ten.
    """
    copy_server(EmbeddedPostgres(data_home()), home / "pg")
    laid_out = subprocess.run(
        [sys.executable, "-m", "tests.soak.laying_out", str(connection.settings_dict["NAME"])],
        env=environment(home, port=free_port()),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert laid_out.returncode == 0, laid_out.stderr
    told = json.loads(laid_out.stdout.splitlines()[-1])
    return SoakCity(home, [Account(**account) for account in told])


def copy_server(server: EmbeddedPostgres, data: Path, *extra: str) -> None:
    """A base backup of a server that runs, owned by whom servers run as here."""
    data.parent.mkdir(parents=True, exist_ok=True)
    command = [str(_binary("pg_basebackup")), "-h", str(server.socket_folder), "-U", "postgres"]
    subprocess.run(
        [*command, "-D", str(data), "-c", "fast", "-N", *extra], check=True, capture_output=True
    )
    account = postgres_account.server_account(server.data)
    if account:
        for path in (data, *data.rglob("*")):
            os.chown(path, account.pw_uid, account.pw_gid, follow_symlinks=False)
        postgres_account.make_reachable(data)


@contextmanager
def processes(*commands: tuple[Sequence[str], dict[str, str]]) -> Iterator[list[Any]]:
    """Commands of `baro` side by side, ended with the block."""
    started = [
        subprocess.Popen([*COMMAND, *command], env=where, start_new_session=True)
        for command, where in commands
    ]
    try:
        yield started
    finally:
        for process in started:
            process.terminate()
        for process in started:
            try:
                process.wait(12)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def answers(port: int) -> bool:
    caller = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        caller.request("GET", "/suc-khoe/song/")
        return caller.getresponse().status == 200
    except OSError:
        return False
    finally:
        caller.close()


def forget(home: Path) -> None:
    shutil.rmtree(home, ignore_errors=True)


def until(moment: float) -> Iterator[None]:
    """Turns of a loop until a moment of the clock that never jumps."""
    while time.monotonic() < moment:
        yield
