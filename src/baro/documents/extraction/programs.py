"""Programs of the machine that read what Python cannot: run apart, watched, and ended in time."""

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from baro.documents.extraction.refusals import ReadingTookTooLong
from baro.documents.extraction.watch import Watch

_TICK = 0.1
_MOST_SAID = 20_000
_KEPT_FROM_ENVIRONMENT = ("PATH", "LANG", "TZ", "TMPDIR", "TESSDATA_PREFIX", "LD_LIBRARY_PATH")


class Ended(NamedTuple):
    """How a program ended, and what it wrote to its standard output and error."""

    code: int
    out: str
    said: str


def find_program(*names: str) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)


def run_program(
    command: Sequence[str],
    *,
    folder: Path,
    seconds: float,
    watch: Watch,
    more_environment: Mapping[str, str] | None = None,
) -> Ended:
    """Run in `folder` with a bare environment; end it and its children when told or when late."""
    environment = {key: os.environ[key] for key in _KEPT_FROM_ENVIRONMENT if key in os.environ}
    environment |= {"HOME": str(folder), **(more_environment or {})}
    out, said = folder / ".out", folder / ".said"
    with out.open("wb") as out_file, said.open("wb") as said_file:
        process = subprocess.Popen(  # noqa: S603 - our own command line, no shell
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=out_file,
            stderr=said_file,
            start_new_session=True,
        )
        try:
            _wait(process, seconds=seconds, watch=watch)
        finally:
            _end(process)
    return Ended(process.returncode, _text(out), _text(said)[:_MOST_SAID])


def _wait(process: "subprocess.Popen[bytes]", *, seconds: float, watch: Watch) -> None:
    late = monotonic() + seconds
    while True:
        with suppress(subprocess.TimeoutExpired):
            process.wait(_TICK)
            return
        watch.stop_if_told()
        if monotonic() > late:
            raise ReadingTookTooLong(
                "Đọc tệp quá lâu nên đã dừng. Ông/bà thử lại, hoặc tách tệp thành nhiều phần nhỏ."
            )


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the whole group that the program began, also when it has ended itself."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")
