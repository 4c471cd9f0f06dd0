"""Parts of the city die during a stream of writes: nothing acknowledged is lost or doubled.

The clients send again with the same key until they are answered; that is all they know of it.
"""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from threading import Event

import pytest
from psycopg import OperationalError
from tests.config.city import wait_until
from tests.soak.bookkeeping import all_facts, newest, troubles
from tests.soak.callers import Browser, Line, Program
from tests.soak.city import IS_LONG, SoakCity
from tests.soak.crowd import Crowd
from tests.soak.deaths import DEATHS, database, is_whole
from tests.soak.readers import Onlooker
from tests.soak.receiver import Receiver
from tests.soak.writers import Board, Office, Ward, Writer

pytestmark = pytest.mark.django_db
SECONDS, BETWEEN = 300, 4.0
# The short form: what comes back quickly; the database twice, as it breaks off the most.
SHORT, BETWEEN_SHORT = ("database", "web worker", "background worker", "database"), 1.0


def test_an_outage_is_told_in_words_and_ends_by_itself(soak_city: SoakCity) -> None:
    city = _running(soak_city)
    office = Browser(Line(city.port))
    assert office.sign_in(city.accounts["office1"]).status == 302
    program = Program(Line(city.port), city.accounts["office1"])
    web = set(city.processes("baro.config web"))
    assert city.process is not None

    os.kill(city.process.pid, signal.SIGSTOP)  # so that the database stays away for a while
    try:
        database(city)
        wait_until(lambda: office.open("/").status != 200)
        page, answer = office.open("/"), program.get("/tasks")
    finally:
        os.kill(city.process.pid, signal.SIGCONT)

    assert (page.status, answer.status) == (503, 503)
    assert "Cơ sở dữ liệu đang khởi động lại" in page.text
    assert page.headers["refresh"] == answer.headers["retry-after"] == "3"
    assert answer.headers["content-type"] == "application/problem+json"
    assert "Traceback" not in page.text + answer.text
    wait_until(lambda: office.open("/").status == 200, seconds=30)
    assert set(city.processes("baro.config web")) == web


def test_what_was_acknowledged_is_there_once_whatever_died(soak_city: SoakCity) -> None:
    city, board, chance = _running(soak_city), Board(), random.Random(20260909)
    since = newest(city)
    receiver, deaths, is_over = Receiver(city), Counter[str](), Event()
    writers: list[Writer] = [
        kind(Program(Line(city.port), city.accounts[name]), board, random.Random(n))
        for n, (kind, name) in enumerate(
            [(Office, "office1"), (Office, "office2"), (Ward, "chair1"), (Ward, "chair2")]
        )
    ]
    browser = Browser(Line(city.port))
    assert browser.sign_in(city.accounts["office2"]).status == 302
    onlooker = Onlooker(browser, board, random.Random(1))
    crowd = Crowd([*writers, onlooker], is_over.is_set)
    try:
        for name in _deaths(chance):
            with suppress(OperationalError):
                receiver.ask_to_tell()
            time.sleep(chance.uniform(0.3, 1) * (BETWEEN if IS_LONG else BETWEEN_SHORT))
            DEATHS[name](city)
            deaths[name] += 1
            _wait_for_an_answer(writers)
    finally:
        is_over.set()
        broke_off = crowd.ended()

    wait_until(lambda: is_whole(city), seconds=60)
    receiver.wait_until_all_is_told()
    receiver.close()
    print(f"{_summary(writers, deaths, receiver)}; {onlooker.pages} pages looked at")
    assert broke_off == []
    assert onlooker.bad == []
    assert onlooker.pages > 0
    assert troubles(city, writers, since=since) == []
    assert receiver.troubles() == []


def _running(city: SoakCity) -> SoakCity:
    if city.process is None:
        city.start()
    assert city.rows("SHOW fsync") == city.rows("SHOW synchronous_commit") == [("on",)]
    return city


def _deaths(chance: random.Random) -> Iterator[str]:
    if not IS_LONG:
        yield from chance.sample(SHORT, len(SHORT))
        return
    names = [name for name in DEATHS for _ in range(1 if name == "everything" else 3)]
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        yield chance.choice(names)


def _wait_for_an_answer(writers: Sequence[Writer]) -> None:
    """Somebody was told again that something is done: the stream goes on."""
    before = len(all_facts(writers))
    wait_until(lambda: len(all_facts(writers)) > before, seconds=90)


def _summary(writers: Sequence[Writer], deaths: Counter[str], receiver: Receiver) -> str:
    outages = Counter(s for w in writers for s in w.program.seen if s in {502, 503})
    again = sum(count - 1 for count in receiver.told.values())
    return (
        f"{sum(deaths.values())} deaths {dict(deaths)}; "
        f"{len(all_facts(writers)) + sum(len(w.given) for w in writers)} writes acknowledged, "
        f"{sum(w.replayed for w in writers)} of them by a kept answer, "
        f"outages answered {dict(outages)}, lines cut {sum(w.program.cut for w in writers)}; "
        f"{len(receiver.told)} events told, {again} of them again"
    )
