"""Eight clients at once, each with its own connection and session, for a few seconds."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from django.urls import reverse

from baro.config.bench.questions import WARD_UNIT, Desk
from baro.config.bench.serving import Browser
from baro.config.refusals import CommandRefusal

CLIENTS, SECONDS = 8, 6.0


@dataclass(frozen=True)
class Rush:
    """How many answers a second all clients together got of one kind."""

    name: str
    clients: int
    per_second: float


def rushes(port: int, desk: Desk) -> Iterator[Rush]:
    """Each kind of page in turn; the clients share sessions, as tabs of one person do."""
    pages = {
        "list.unit": (desk.ward, f"/nhiem-vu/?donvi={WARD_UNIT}&o=running_in_time,running_overdue"),
        "list.overdue.p1": (desk.city, "/nhiem-vu/?o=running_overdue"),
        "city.page": (desk.city, reverse("dashboards:city")),
        "search.common": (desk.city, "/nhiem-vu/?q=bao+cao"),
    }
    for name, (browser, address) in pages.items():
        with ThreadPoolExecutor(CLIENTS) as pool:
            end = time.monotonic() + SECONDS
            clients = [Browser(port, cookies=dict(browser.cookies)) for _ in range(CLIENTS)]
            start = time.monotonic()
            done = sum(pool.map(lambda client, a=address, e=end: _ask_until(client, a, e), clients))
            yield Rush(name, CLIENTS, round(done / (time.monotonic() - start), 1))


def _ask_until(client: Browser, address: str, end: float) -> int:
    done = 0
    while time.monotonic() < end:
        answer = client.get(address)
        if answer.status != 200:
            raise CommandRefusal(f"{address}: máy chủ trả lời {answer.status} khi đông người.")
        done += 1
    return done
