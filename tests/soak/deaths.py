"""Ways in which a part of the city dies without a word (kill -9), and how it comes back."""

import os
import signal
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from tests.config.city import wait_until
from tests.soak.city import SoakCity


def web_worker(city: SoakCity) -> None:
    """One process of those that answer; the web server starts another."""
    wait_until(lambda: _children_of(city, "baro.config web"))
    _kill(max(_children_of(city, "baro.config web")))


def web_server(city: SoakCity) -> None:
    """The web server with all its processes; `baro up` starts it again."""
    for number in city.processes("baro.config web"):
        _kill(number)


def background_worker(city: SoakCity) -> None:
    for number in city.processes("baro.config worker"):
        _kill(number)


def database(city: SoakCity) -> None:
    """The postmaster itself, in the middle of everybody's transactions."""
    wait_until(lambda: city.answer("SELECT 1"))  # after the death before it may still be away
    _kill(postmaster(city))


def everything(city: SoakCity) -> None:
    """`baro up` and whatever it started; the machine's own supervisor starts it again."""
    assert city.process is not None
    for number in city.processes():
        _kill(number)
    city.process.wait()
    city.process = None
    wait_until(lambda: not city.processes(), seconds=30)
    city.start()


DEATHS: Mapping[str, Callable[[SoakCity], None]] = {
    "web worker": web_worker,
    "web server": web_server,
    "background worker": background_worker,
    "database": database,
    "everything": everything,
}


def postmaster(city: SoakCity) -> int:
    return int((city.home / "pg" / "postmaster.pid").read_text().split()[0])


def is_whole(city: SoakCity) -> bool:
    """Whether every part is there and at work again."""
    beats = (
        "SELECT count(*) FROM procrastinate_workers "
        "WHERE last_heartbeat > now() - interval '15 seconds'"
    )
    return bool(
        city.answers()
        and city.processes("baro.config web")
        and city.processes("baro.config worker")
        and city.answer(beats) not in ([], [(0,)])
    )


def _children_of(city: SoakCity, name: str) -> list[int]:
    parents = {str(number) for number in city.processes(name)}
    found = []
    for number in city.processes():
        with suppress(OSError):
            stat = (Path("/proc") / str(number) / "stat").read_text()
            if stat.rpartition(")")[2].split()[1] in parents:
                found.append(number)
    return found


def _kill(number: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(number, signal.SIGKILL)
