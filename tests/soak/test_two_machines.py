"""Two machines behind a proxy share the database and the store of files, and nothing else.

The second has a data folder of its own, as on another machine; only the files are the same folder.
"""

import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import pytest
from tests.config.city import free_port, wait_until
from tests.soak.callers import Browser, Line, Program
from tests.soak.city import SoakCity, answers, environment, processes
from tests.soak.proxy import Proxy
from tests.soak.writers import new_task

from baro.config.postgres import EmbeddedPostgres

pytestmark = pytest.mark.django_db
WARD = "00070.UBND"


@dataclass(frozen=True)
class Machines:
    city: SoakCity
    ports: tuple[int, int]
    proxy: Proxy

    def program(self, name: str, machine: int) -> Program:
        return Program(Line(self.ports[machine]), self.city.accounts[name])


def _both(city: SoakCity, folder: Path) -> Iterator[Machines]:
    if city.process is None:
        city.start()
    socket = quote(str(EmbeddedPostgres(city.home).socket_folder), safe="")
    port, home = free_port(), folder / "second"
    home.mkdir()
    (city.home / "files").mkdir(exist_ok=True)
    (home / "files").symlink_to(city.home / "files")
    there = environment(
        home,
        port=port,
        BARO_SECRET_KEY=(city.home / "secret-key").read_text(),
    ) | {"DATABASE_URL": f"postgres://postgres@{socket}/baro"}
    with processes((["web"], there), (["worker"], there)):
        wait_until(lambda: answers(port))
        wait_until(lambda: city.answer(_WORKERS) == [(2,)])
        proxy = Proxy([city.port, port])
        yield Machines(city, (city.port, port), proxy)
        proxy.close()


_WORKERS = """
    SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - interval '25 seconds'
"""


@pytest.fixture(scope="module")
def machines(soak_city: SoakCity) -> Iterator[Machines]:
    with TemporaryDirectory(prefix="baro-soak-", ignore_cleanup_errors=True) as name:
        yield from _both(soak_city, Path(name))


def test_a_session_a_form_and_a_message_hold_on_both(machines: Machines) -> None:
    task = _taken_in(machines)
    person = Browser(Line(machines.proxy.port))
    assert person.sign_in(machines.city.accounts["chair3"]).status == 302

    page = f"/nhiem-vu/{task}/"
    for _ in range(4):
        assert person.open(page).status == 200
    sent = person.submit(f"{page}tien-do/", {"done": "Đã rà soát"}, page=page)

    assert sent.status == 302
    assert "Đã ghi tiến độ." in person.open(page).text
    assert {machines.proxy.asked.count(port) for port in machines.ports}.isdisjoint({0})


def test_a_file_brought_to_one_is_handed_out_by_the_other(machines: Machines) -> None:
    task = _taken_in(machines)
    content = f"Báo cáo {uuid.uuid4().hex}\n".encode() * 2000

    handed_in = machines.program("chair3", 0).post_file(f"/tasks/{task}/delivery", content)

    assert handed_in.status == 200, handed_in.text
    [(delivery,)] = machines.city.rows("SELECT id FROM tasks_delivery WHERE task_id = %s", [task])
    office = Browser(Line(machines.ports[1]))
    office.sign_in(machines.city.accounts["office1"])
    assert office.open(f"/san-pham/{delivery}/tep/").body == content


def test_one_key_sent_to_both_at_once_has_one_effect(machines: Machines) -> None:
    senders = [machines.program("office1", machine) for machine in (0, 1)]
    for _ in range(5):
        wanted, key = [new_task(WARD)], uuid.uuid4().hex

        with ThreadPoolExecutor(2) as pool:
            sent = [pool.submit(sender.post, "/tasks", wanted, key=key) for sender in senders]
        first, second = (each.result() for each in sent)

        assert first.status == second.status == 201, first.text + second.text
        assert first.json() == second.json()
        title = wanted[0]["title"]
        rows = machines.city.rows("SELECT count(*) FROM work_workitem WHERE title = %s", [title])
        assert rows == [(1,)]


def test_wrong_passwords_are_counted_together(machines: Machines) -> None:
    """Five are allowed; were they counted by each process, it would be twenty."""
    account = machines.city.accounts["servant1"]
    guesser = Browser(Line(machines.proxy.port))

    said = [guesser.sign_in(account, password="không phải").text for _ in range(5)]  # noqa: S106
    right = guesser.sign_in(account)

    assert all("Tên đăng nhập hoặc mật khẩu không đúng" in text for text in said)
    assert right.status != 302
    assert "Đã thử sai quá nhiều lần" in right.text


def test_what_is_done_every_minute_is_done_by_one_of_the_workers(machines: Machines) -> None:
    twice = machines.city.rows(
        "SELECT task_name, args, count(*) FROM procrastinate_jobs "
        "WHERE queue_name = 'periodic' AND task_name NOT LIKE '%%tell_other_systems' "
        "AND task_name NOT LIKE '%%rescue_stalled_jobs' GROUP BY 1, 2 HAVING count(*) > 1"
    )
    planned = machines.city.rows("SELECT count(*) FROM procrastinate_periodic_defers")

    assert planned > [(4,)]
    assert twice == []
    assert machines.city.rows(_WORKERS) == [(2,)]


def _taken_in(machines: Machines) -> int:
    """A task given by one machine and taken in by the other."""
    [task] = machines.program("office1", 0).post("/tasks", [new_task(WARD)]).json()
    taken = machines.program("chair3", 1).post(f"/tasks/{task['id']}/receipt", None)
    assert taken.status == 200, taken.text
    return int(task["id"])
