"""Measuring one ledger: first what is asked of the database, then times, then eight at once."""

import json
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from baro.config.bench.counted import HEADER
from baro.config.bench.crowd import Rush, rushes
from baro.config.bench.floors import Floor
from baro.config.bench.questions import CITY, OFFICIAL, WARD, Desk, Question, questions
from baro.config.bench.serving import BARE, COUNTED, PLAIN, Answer, Browser, served
from baro.config.demo import PASSWORD
from baro.config.refusals import CommandRefusal
from baro.org import api as org
from baro.work import api as work

# Seconds for each question; fewest rounds even so.
_WARM_UP, _LONGEST, _FEWEST = 3.0, 12.0, 5


@dataclass(frozen=True)
class Figure:
    """One measured thing; times in milliseconds, `wire` the bytes of one answer as sent."""

    name: str
    items: int
    p50_ms: float
    p95_ms: float
    floor_ms: float
    ratio: float
    queries: int
    rows: int
    sql_ms: float
    bare_ms: float
    wire: int


def measure(items: int, path: str) -> None:
    """Measure the ledger of this home; figures and rushes go to the file as JSON."""
    database = f"host='{settings.DATABASES['default']['HOST']}' user=postgres dbname=baro"
    environment = {"BARO_BENCH_DATABASE": database, "BARO_LOG_LEVEL": "ERROR"}
    keys = _keys()
    # What the worker of an installation does each minute; none runs beside a measurement.
    work.fold_tallies(at=timezone.now())
    with served(COUNTED, environment) as port:
        counts = _counted(_desk(port, keys), Floor(database))
    with ExitStack() as servers:
        port = servers.enter_context(served(PLAIN, environment))
        bare = Browser(servers.enter_context(served(BARE, environment)))
        desk, floor = _desk(port, keys), Floor(database)
        figures = [
            _measured(question, bare, items, counts.get(question.name, 0))
            for question in questions(desk, floor)
        ]
        servers.callback(connection.close)
        found: list[Rush] = list(rushes(port, desk))
    Path(path).write_text(
        json.dumps({"figures": [asdict(f) for f in figures], "rushes": [asdict(r) for r in found]})
    )


def _desk(port: int, keys: tuple[str, str]) -> Desk:
    people = [Browser(port) for _ in (CITY, WARD, OFFICIAL)]
    for browser, name in zip(people, (CITY, WARD, OFFICIAL), strict=True):
        browser.sign_in(name, PASSWORD)
    return Desk(*people, *(Browser(port, key=key) for key in keys))


def _keys() -> tuple[str, str]:
    """A key of the API for the city's specialist and for the head of a ward, good for a day."""
    now = timezone.now()
    made = []
    for name in (CITY, WARD):
        user = org.User.objects.get(username=name)
        _, secret = org.create_token(
            user=user,
            name=f"Đo tốc độ lúc {timezone.localtime(now):%H:%M:%S %d/%m/%Y}",
            scopes=org.TokenScope.values,
            expires_at=now + timedelta(days=1),
            by=user,
            at=now,
        )
        made.append(secret)
    return made[0], made[1]


def _counted(desk: Desk, floor: Floor) -> dict[str, int]:
    """The queries of each question, once the process has answered it before."""
    counts = {}
    for question in questions(desk, floor):
        rounds = _within(_WARM_UP, question.warm_up, least=2)
        answers = [_whole(question) for _ in rounds]
        counts[question.name] = min(int(a.headers.get(HEADER.lower(), 0)) for a in answers)
    return counts


def _measured(question: Question, bare: Browser, items: int, queries: int) -> Figure:
    def ours() -> Answer:
        return _whole(question)

    def least() -> Answer:
        return bare.get("/")

    answer = ours()
    rows = question.rows(answer)
    for _ in _within(_WARM_UP, question.warm_up, least=1):
        ours(), question.floor(), least()
    rounds = [
        (_ms(ours), _ms(question.floor), _ms(least))
        for _ in _within(_LONGEST, question.rounds, least=_FEWEST)
    ]
    own, sql, stack = (sorted(times) for times in zip(*rounds, strict=True))
    sql_ms, bare_ms = statistics.median(sql), statistics.median(stack)
    p50, floor_ms = statistics.median(own), sql_ms + bare_ms
    return Figure(
        question.name,
        items,
        round(p50, 2),
        round(own[min(len(own) - 1, int(0.95 * len(own)))], 2),
        round(floor_ms, 3),
        round(p50 / floor_ms, 1),
        queries,
        rows,
        round(sql_ms, 3),
        round(bare_ms, 3),
        len(answer.body),
    )


def _within(seconds: float, most: int, *, least: int) -> Iterator[int]:
    """Rounds until the time is up: what is slow is asked less often, but never only once."""
    end = time.monotonic() + seconds
    for place in range(most):
        if place >= least and time.monotonic() > end:
            return
        yield place


def _whole(question: Question) -> Answer:
    answer = question.ask()
    if answer.status not in {200, 201}:
        said = answer.text[:200] if answer.body else ""
        raise CommandRefusal(f"{question.name}: máy chủ trả lời {answer.status}. {said}")
    return answer


def _ms(what: Callable[[], object]) -> float:
    start = time.perf_counter()
    what()
    return (time.perf_counter() - start) * 1000
