"""A process that should be there: started, watched, started again, and surely ended."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress

from baro.config.logs import log
from baro.config.postgres_keeper import die_with_parent

LONGEST_PAUSE = 30.0
STEADY_AFTER = 60.0


class Child:
    """One of our own commands, in a session of its own so that a terminal's Ctrl-C asks us only."""

    def __init__(
        self, name: str, command: Sequence[str], environment: Mapping[str, str] | None = None
    ) -> None:
        self.name = name
        self.command = command
        self.environment = {**os.environ, **(environment or {})}
        self.process: subprocess.Popen[bytes] | None = None
        self._started = 0.0
        self._pause = 0.5
        self._not_before = 0.0

    def start(self, *, keep: Sequence[int] = ()) -> subprocess.Popen[bytes]:
        self._started = time.monotonic()
        self.process = subprocess.Popen(
            self.command,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            pass_fds=keep,
            # If we are killed without a word, the kernel tells the child.
            preexec_fn=lambda: die_with_parent(signal.SIGTERM),
        )
        return self.process

    def watch(self) -> None:
        """Call often: notices the end of the process, and starts it again after a pause."""
        if self.process is None:
            if time.monotonic() >= self._not_before:
                self.start()
        elif (status := self.process.poll()) is not None:
            self._sweep()
            self._plan_restart(status)

    def _plan_restart(self, status: int) -> None:
        if time.monotonic() - self._started > STEADY_AFTER:
            self._pause = 0.5
        self._pause = min(self._pause * 2, LONGEST_PAUSE)
        self._not_before = time.monotonic() + self._pause
        self.process = None
        log.warning(
            f"{self.name} đã dừng ngoài ý muốn, sẽ khởi động lại sau {self._pause:g} giây",
            status=status,
        )

    def ask_to_end(self) -> None:
        if self.process is not None:
            self.process.terminate()

    def has_ended(self) -> bool:
        return self.process is None or self.process.poll() is not None

    def make_end(self) -> None:
        """Whatever is left of it, and of what it started, ends now."""
        if not self.has_ended():
            log.warning(f"{self.name} không chịu dừng, buộc phải kết thúc")
        self._sweep()
        if self.process is not None:
            self.process.wait()
            self.process = None

    def _sweep(self) -> None:
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)


def end_all(children: Sequence[Child], *, patience: float) -> None:
    for child in children:
        child.ask_to_end()
    end = time.monotonic() + patience
    while time.monotonic() < end and not all(child.has_ended() for child in children):
        time.sleep(0.02)
    for child in children:
        child.make_end()
