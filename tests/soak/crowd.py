"""People and systems that work at the same time, each in a thread of its own."""

import threading
from collections.abc import Callable, Sequence
from http.client import HTTPException
from typing import Protocol


class Worker(Protocol):
    def step(self) -> None: ...


class Crowd:
    """Let everybody work until `is_over`; what broke anyone off is told by `ended`."""

    def __init__(self, people: Sequence[Worker], is_over: Callable[[], bool]) -> None:
        self.is_over = is_over
        self._broke_off: list[str] = []
        self._threads = [threading.Thread(target=self._work, args=[person]) for person in people]
        for thread in self._threads:
            thread.start()

    def ended(self) -> list[str]:
        for thread in self._threads:
            thread.join()
        return self._broke_off

    def _work(self, person: Worker) -> None:
        try:
            while not self.is_over():
                person.step()
        except (OSError, HTTPException, AssertionError, ValueError) as error:
            self._broke_off.append(f"{type(person).__name__}: {error!r}")
