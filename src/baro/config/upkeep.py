"""What a web process sees to after every so many answers, should no worker be there to do it."""

import logging
from collections.abc import Callable
from itertools import count
from typing import Any

from django.db import Error, close_old_connections

log = logging.getLogger(__name__)


class Upkeep:
    """Called after each answer; does its work after every so many of them, and fails nobody."""

    def __init__(self, work: Callable[[], Any], *, every: int) -> None:
        self._work, self._every = work, every
        self._answers = count(1)

    def __call__(self, **_: Any) -> None:
        if next(self._answers) % self._every:
            return
        try:
            self._work()
        except Error as error:  # the next turn comes
            log.warning("upkeep_failed: %s", error)
        finally:
            close_old_connections()
