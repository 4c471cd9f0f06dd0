"""After every so many answers a web process does what a worker should have done."""

import subprocess
import sys

from django.db import OperationalError

from baro.config.upkeep import Upkeep

_CONNECTED = """
from django.core.signals import request_finished
from baro.config import wsgi
assert wsgi.upkeep in request_finished._live_receivers(None)[0]
"""


def test_its_turn_comes_after_every_so_many_answers(db: None) -> None:
    done: list[int] = []
    upkeep = Upkeep(lambda: done.append(1), every=3)

    for _ in range(7):
        upkeep(sender=None)

    assert len(done) == 2


def test_a_database_that_is_away_fails_nobody(db: None) -> None:
    def work() -> None:
        raise OperationalError("away")

    Upkeep(work, every=1)(sender=None)


def test_the_web_server_has_it() -> None:
    asked = subprocess.run(
        [sys.executable, "-c", _CONNECTED], capture_output=True, text=True, check=False
    )

    assert asked.returncode == 0, asked.stderr
