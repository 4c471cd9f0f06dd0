"""A whole city as its own processes, for the tests that start and stop one."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path

COMMAND = [sys.executable, "-m", "baro.config"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until(true: Callable[[], object], *, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come true in time"
        time.sleep(0.05)


class City:
    """`baro up` over one data folder."""

    def __init__(self, home: Path, port: int | None = None) -> None:
        self.home = home
        self.port = port or free_port()
        self.log = home.parent / f"{home.name}.log"
        self.environment = {
            **os.environ,
            "BARO_HOME": str(home),
            "BARO_PORT": str(self.port),
            "BARO_DEMO": "0",
            "BARO_WEB_WORKERS": "1",
            "BARO_POSTGRES_OPTIONS": "-c fsync=off -c synchronous_commit=off",
        }
        self.environment.pop("DATABASE_URL", None)
        self.process: subprocess.Popen[bytes] | None = None

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """One `baro` command from its beginning to its end."""
        return subprocess.run(
            [*COMMAND, *arguments],
            env={**self.environment, **environment},
            capture_output=True,
            text=True,
            timeout=150,
            check=False,
        )

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*COMMAND, "up"], env=self.environment, stdout=log, stderr=log
            )
        wait_until(self.answers, seconds=150)

    def stop(self, number: int = signal.SIGINT) -> int:
        assert self.process is not None
        self.process.send_signal(number)
        status = self.process.wait(12)
        self.process = None
        return status

    def answers(self) -> bool:
        assert self.process is None or self.process.poll() is None, self.log.read_text()
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/suc-khoe/song/")
            return connection.getresponse().status > 0
        except OSError:
            return False
        finally:
            connection.close()

    def said(self) -> str:
        return self.log.read_text()

    def processes(self, wanted: str = "") -> list[int]:
        """Living processes that were started for this data folder, whoever their parent is now."""
        return [
            int(folder.name)
            for folder in Path("/proc").glob("[0-9]*")
            if int(folder.name) != os.getpid() and self._is_ours(folder, wanted)
        ]

    def _is_ours(self, folder: Path, wanted: str) -> bool:
        try:
            state = (folder / "stat").read_text().rpartition(")")[2].split()[0]
            command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            environment = (folder / "environ").read_bytes().split(b"\0")
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            return False
        ours = f"BARO_HOME={self.home}".encode() in environment or f"{self.home}/" in command
        return state != "Z" and ours and wanted in command
