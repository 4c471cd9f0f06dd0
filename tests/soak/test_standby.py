"""A streaming standby of the embedded PostgreSQL: figures are read there, and are never older."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import psycopg
import pytest
from tests.config.city import free_port, wait_until
from tests.soak.callers import Browser, Line, Program, Reply
from tests.soak.city import SoakCity, answers, copy_server, environment, processes
from tests.soak.writers import new_task

from baro.config.postgres import EmbeddedPostgres

pytestmark = pytest.mark.django_db
TOTAL = re.compile(r'Tổng số nhiệm vụ</span>\s*<span class="stat-value">([\d.]+)<')


@dataclass(frozen=True)
class Pair:
    """The city and a copy of its database, and a web server that knows of both."""

    city: SoakCity
    copy: EmbeddedPostgres
    office: Browser
    admin: Browser

    def ask_copy(self, question: str) -> None:
        with psycopg.connect(_address(self.copy), autocommit=True) as asked:
            asked.execute(question.encode())

    def give(self) -> None:
        """One more task, on the primary."""
        giver = Program(Line(self.city.port), self.city.accounts["office1"])
        assert giver.post("/tasks", [new_task("00070.UBND")]).status == 201

    def figures(self) -> tuple[int, str]:
        """The total on the city page, and who was asked for it."""
        page = self.office.open("/dieu-hanh/")
        found = TOTAL.search(page.text)
        assert found, page.text[:500]
        return int(found[1].replace(".", "")), _read_from(page)

    def counted(self) -> int:
        [(count,)] = self.city.rows(
            "SELECT count(*) FROM work_workitem WHERE NOT is_collective AND NOT is_internal "
            "AND state NOT IN ('withdrawn', 'replaced')"
        )
        return int(count)


def _pair(city: SoakCity, folder: Path) -> Iterator[Pair]:
    if city.process is None:
        city.start()
    copy = EmbeddedPostgres(folder / "copy")
    copy_server(EmbeddedPostgres(city.home), copy.data, "-R")
    before = os.environ.pop("BARO_POSTGRES_OPTIONS", "")
    copy.use()
    os.environ["BARO_POSTGRES_OPTIONS"] = before
    port = free_port()
    there = environment(
        city.home,
        port=port,
        BARO_WEB_WORKERS="1",
        BARO_REPLICA_URL=_url(copy),
    ) | {"DATABASE_URL": _url(EmbeddedPostgres(city.home))}
    with processes((["web"], there)):
        wait_until(lambda: answers(port))
        office, admin = Browser(Line(port)), Browser(Line(port))
        assert office.sign_in(city.accounts["office1"]).status == 302
        assert admin.sign_in(city.accounts["admin"]).status == 302
        yield Pair(city, copy, office, admin)
    copy.leave()


@pytest.fixture(scope="module")
def pair(soak_city: SoakCity) -> Iterator[Pair]:
    with TemporaryDirectory(prefix="baro-soak-", ignore_cleanup_errors=True) as name:
        yield from _pair(soak_city, Path(name))


def test_figures_come_from_the_standby_and_know_the_last_write(pair: Pair) -> None:
    pair.give()
    wait_until(lambda: pair.figures()[1] == "standby", seconds=30)

    asked = []
    for _ in range(5):
        pair.give()
        total, read_from = pair.figures()
        assert total == pair.counted()
        asked.append(read_from)

    assert "standby" in asked
    wait_until(lambda: "Đã chép hết" in pair.admin.open("/suc-khoe/").text, seconds=30)


def test_a_list_is_taken_from_the_standby_and_its_taking_is_kept(pair: Pair) -> None:
    taken = "SELECT count(*) FROM kernel_auditevent WHERE name = 'tasks.list_taken'"
    [(before,)] = pair.city.rows(taken)

    file = pair.office.open("/nhiem-vu/excel/")

    assert (file.status, file.body[:2]) == (200, b"PK")
    assert pair.city.rows(taken) == [(before + 1,)]


def test_a_standby_that_lags_is_not_asked(pair: Pair) -> None:
    pair.ask_copy("SELECT pg_wal_replay_pause()")
    try:
        pair.give()
        total, read_from = pair.figures()
        health = pair.admin.open("/suc-khoe/").text
    finally:
        pair.ask_copy("SELECT pg_wal_replay_resume()")

    assert (total, read_from) == (pair.counted(), "")
    assert "Chậm hơn máy chính" in health
    wait_until(lambda: pair.figures()[1] == "standby", seconds=30)


def test_a_standby_that_is_gone_is_missed_by_nobody(pair: Pair) -> None:
    assert pair.copy.leave(patience=20)

    pair.give()
    total, read_from = pair.figures()

    assert (total, read_from) == (pair.counted(), "")
    assert "Không kết nối được" in pair.admin.open("/suc-khoe/").text


def _read_from(page: Reply) -> str:
    return page.headers.get("x-baro-read-from", "")


def _url(server: EmbeddedPostgres) -> str:
    return f"postgres://postgres@{quote(str(server.socket_folder), safe='')}/baro"


def _address(server: EmbeddedPostgres) -> str:
    return f"host='{server.socket_folder}' user=postgres dbname=baro"
