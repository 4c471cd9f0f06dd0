import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from tests.config.city import wait_until

from baro.config.postgres import EmbeddedPostgres
from baro.config.refusals import CommandRefusal

USER = """
import sys, time
from pathlib import Path
from baro.config.postgres import EmbeddedPostgres
EmbeddedPostgres(Path(sys.argv[1])).use()
print("uses", flush=True)
time.sleep(60)
"""


@pytest.fixture
def home(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BARO_POSTGRES_OPTIONS", "-c fsync=off")
    home = folder / "home"
    home.mkdir()
    return home


@pytest.fixture
def server(home: Path) -> Iterator[EmbeddedPostgres]:
    server = EmbeddedPostgres(home)
    yield server
    server.leave()


def _asked(server: EmbeddedPostgres, sql: str) -> object:
    address = f"host='{server.socket_folder}' user=postgres dbname=baro"
    with psycopg.connect(address, autocommit=True) as connection:
        cursor = connection.execute(sql.encode())
        row = cursor.fetchone() if cursor.description else None
        return row[0] if row else None


def _postmaster(server: EmbeddedPostgres) -> int:
    return int((server.data / "postmaster.pid").read_text().splitlines()[0])


def test_it_stops_when_its_only_user_leaves(server: EmbeddedPostgres) -> None:
    server.use()
    assert _asked(server, "SELECT 1") == 1

    assert server.leave()

    assert not server.is_kept()
    assert not (server.data / "postmaster.pid").exists()


def test_it_outlives_the_first_of_two_users_and_ends_with_one_that_is_killed(
    server: EmbeddedPostgres,
) -> None:
    server.use()
    command = [sys.executable, "-c", USER, str(server.home)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "uses\n"

        assert not server.leave()
        assert _asked(server, "SELECT 1") == 1

        other.kill()
        wait_until(lambda: not server.is_kept(), seconds=10)


def test_case_and_collation_do_not_depend_on_the_machine(
    server: EmbeddedPostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    server.use()

    assert _asked(server, "SELECT lower('ĐƯỜNG ỐNG')") == "đường ống"
    assert (
        _asked(server, "SELECT to_tsvector('simple', 'ĐƯỜNG – Ống')::text") == "'đường':1 'ống':2"
    )


def test_data_survives_a_crash_even_if_the_old_number_belongs_to_a_stranger(
    server: EmbeddedPostgres,
) -> None:
    server.use()
    _asked(server, "CREATE TABLE fact AS SELECT 7 AS value")
    old = _postmaster(server)
    lines = (server.data / "postmaster.pid").read_text().splitlines()
    os.kill(old, signal.SIGKILL)
    wait_until(lambda: not server.is_kept())
    pid_file = server.data / "postmaster.pid"
    pid_file.write_text("\n".join([str(os.getpid()), *lines[1:], ""]))

    server.ensure_running()

    assert _asked(server, "SELECT value FROM fact") == 7


def test_a_cluster_that_was_interrupted_in_the_making_is_made_anew(
    server: EmbeddedPostgres,
) -> None:
    (server.home / "pg.new").mkdir()
    (server.home / "pg.new" / "PG_VERSION").write_text("18\n")

    server.use()

    assert _asked(server, "SELECT 1") == 1


def test_a_path_too_long_for_a_socket_is_no_obstacle(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BARO_POSTGRES_OPTIONS", "-c fsync=off")
    home = folder / ("thư mục dữ liệu " * 8).strip()
    home.mkdir()
    server = EmbeddedPostgres(home)
    assert server.socket_folder != server.data

    server.use()
    try:
        assert _asked(server, "SELECT 1") == 1
    finally:
        server.leave()
        server.socket_folder.rmdir()


def test_data_of_another_version_is_refused_in_one_line(server: EmbeddedPostgres) -> None:
    server.use()
    server.leave()
    (server.data / "PG_VERSION").write_text("12\n")

    with pytest.raises(CommandRefusal, match="Không khởi động được PostgreSQL nhúng"):
        server.use()


def test_it_takes_its_share_of_the_machine_and_what_is_asked_for_counts_more(
    server: EmbeddedPostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BARO_POSTGRES_OPTIONS", "-c fsync=off -c effective_cache_size=640MB")

    server.use()

    pages = _asked(server, "SELECT setting::int FROM pg_settings WHERE name = 'shared_buffers'")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    assert int(str(pages)) * 8192 == min(max(memory // 2**20 // 8, 128), 4096) * 2**20
    assert (_asked(server, "SHOW jit"), _asked(server, "SHOW effective_cache_size")) == (
        "off",
        "640MB",
    )
