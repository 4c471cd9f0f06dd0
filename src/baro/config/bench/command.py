"""Measure each page and its floor in turn, in one process, and print medians and their ratio."""

import statistics
import time
from collections.abc import Callable

from baro.config.refusals import CommandRefusal

_ROUNDS = 15


def main(arguments: list[str]) -> int:
    """Print a table of ratios; needs a demo city in this data folder."""
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from baro.config.bench.pages import measured_pages

    if "--help" in arguments:
        print("baro bench: đo các trang chính bên cạnh câu SQL gọn nhất.")
        return 0
    settings.ALLOWED_HOSTS = ["testserver"]
    pages = measured_pages()
    if not pages:
        raise CommandRefusal("Chưa có thành phố dùng thử để đo; hãy chạy baro demo trước.")
    print(f"{'trang':<28}{'truy vấn':>9}{'trang ms':>10}{'sàn ms':>9}{'tỷ lệ':>8}")
    for page in pages:
        client = Client()
        client.force_login(page.user)

        def show(client: Client = client, address: str = page.address) -> None:
            response = client.get(address)
            if response.status_code != 200:
                raise CommandRefusal(f"Trang {address} trả lời {response.status_code}.")

        with CaptureQueriesContext(connection) as queries:
            show()
        count = len(queries)
        ours, floor = _in_turn(show, page.floor)
        print(
            f"{page.name:<28}{count:>9}{ours * 1000:>10.1f}{floor * 1000:>9.2f}{ours / floor:>8.1f}"
        )
    return 0


def _in_turn(ours: Callable[[], None], floor: Callable[[], None]) -> tuple[float, float]:
    """Median seconds of each, measured alternately so that a slow moment falls on both."""
    for warm_up in (ours, floor):
        warm_up()
    rounds = [(_seconds(ours), _seconds(floor)) for _ in range(_ROUNDS)]
    return tuple(statistics.median(times) for times in zip(*rounds, strict=True))


def _seconds(what: Callable[[], None]) -> float:
    start = time.perf_counter()
    what()
    return time.perf_counter() - start
