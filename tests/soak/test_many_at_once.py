"""Eight who write and eight who read, on the real server: no error, no loss, no wrong number."""

import random
import threading
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.soak.bookkeeping import all_facts, newest, troubles
from tests.soak.callers import Browser, Line, Program
from tests.soak.city import IS_LONG, SoakCity
from tests.soak.crowd import Crowd
from tests.soak.readers import Reader, wrong_numbers
from tests.soak.writers import Board, Desk, Office, Ward, Writer, new_task

pytestmark = pytest.mark.django_db
SECONDS = 300 if IS_LONG else 8
ENOUGH, LONGEST = 25, SECONDS + 60
_SEED = 20260909
_RECOUNT = """
    SELECT count(*) FROM work_workitem
    WHERE NOT is_collective AND NOT is_internal AND state NOT IN ('withdrawn', 'replaced')
"""


def test_eight_writers_and_eight_readers_lose_nothing(soak_city: SoakCity) -> None:
    city, board = soak_city, Board()
    if city.process is None:
        city.start()
    writers: list[Writer] = [
        kind(Program(Line(city.port), city.accounts[name]), board, random.Random(_SEED + n))
        for n, (kind, name) in enumerate(
            [(Office, "office1"), (Office, "office2"), (Office, "office1"), (Ward, "chair1"),
             (Ward, "chair1"), (Ward, "chair2"), (Ward, "chair3")]
        )
    ]  # fmt: skip
    desk = Desk(_signed_in(city, "chair2"), board, "00008.UBND", random.Random(_SEED))
    readers = [
        Reader(_signed_in(city, name), board, random.Random(_SEED + n))
        for n, name in enumerate(["office1", "office2", "chair1", "chair2"] * 2)
    ]

    start, since = time.monotonic(), newest(city)

    def enough() -> bool:
        return sum(len(writer.facts) for writer in writers) >= ENOUGH

    def is_over() -> bool:
        """Longer on a busy machine, so that there is always something to compare."""
        passed = time.monotonic() - start
        return passed > SECONDS and (enough() or passed > LONGEST)

    broke_off = Crowd([*writers, desk, *readers], is_over).ended()

    print(_summary(writers, desk, readers))
    assert broke_off == []
    assert [page for reader in readers for page in reader.bad] == []
    assert troubles(city, writers, [desk], since=since) == []
    assert desk.unsure == []
    assert enough()
    _figures_agree(city)


def test_of_eight_who_do_the_same_at_once_one_does_it(soak_city: SoakCity) -> None:
    """Eight requests with eight keys: the lock lets one through, the others are refused."""
    if soak_city.process is None:
        soak_city.start()
    office, chair = (
        [Program(Line(soak_city.port), soak_city.accounts[name]) for _ in range(8)]
        for name in ("office1", "chair1")
    )
    for _ in range(3):
        [task] = office[0].post("/tasks", [new_task("00004.UBND")]).json()
        place = f"/tasks/{task['id']}"

        assert _how_many_did(chair, f"{place}/receipt", None) == 1
        assert chair[0].post_form(f"{place}/delivery", {"text": "Báo cáo"}).status == 200
        assert _how_many_did(office, f"{place}/acceptance", {"note": "Đạt"}) == 1


def _how_many_did(callers: Sequence[Program], path: str, content: object) -> int:
    line = threading.Barrier(len(callers))

    def send(caller: Program) -> int:
        caller.get("/me")  # so that the line is open when it starts
        line.wait()
        return caller.post(path, content).status

    with ThreadPoolExecutor(len(callers)) as pool:
        statuses = Counter(pool.map(send, callers))
    assert statuses.keys() <= {200, 422}, statuses
    return statuses[200]


def _signed_in(city: SoakCity, name: str) -> Browser:
    browser = Browser(Line(city.port))
    assert browser.sign_in(city.accounts[name]).status == 302
    return browser


def _figures_agree(city: SoakCity) -> None:
    """Now that nobody writes: the city page, the lists behind it and a recount say the same."""
    office = _signed_in(city, "office1")
    count, wrong = wrong_numbers(office, "/dieu-hanh/")
    assert wrong == []
    assert count > 5
    [(recounted,)] = city.rows(_RECOUNT)
    total = f"{recounted:,}".replace(",", ".")
    assert f'<span class="stat-value">{total}<' in office.open("/dieu-hanh/").text


def _summary(writers: Sequence[Writer], desk: Desk, readers: Sequence[Reader]) -> str:
    statuses = Counter(status for writer in writers for status in writer.statuses)
    facts = Counter(fact.event for fact in all_facts(writers, [desk]))
    given = sum(count for writer in writers for _, _, count in writer.given)
    pages = sum(reader.pages for reader in readers)
    return (
        f"{sum(statuses.values())} writes {dict(statuses)}, {given} tasks given, "
        f"{len(desk.facts)} forms, {pages} pages; {dict(facts)}"
    )
