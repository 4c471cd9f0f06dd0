"""One `baro up` per data folder: a lock that the kernel drops, so it is never stale."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from baro.config.address import Address
from baro.config.refusals import CommandRefusal


@dataclass(frozen=True)
class Predecessor:
    """Who wrote the lock file before us; a name left there means that it did not end by itself."""

    was_cut_off: bool


@contextmanager
def running_once(home: Path, address: Address) -> Iterator[Predecessor]:
    descriptor = os.open(home / "up.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _already_running(os.pread(descriptor, 1000, 0), address) from None
        predecessor = Predecessor(was_cut_off=bool(os.pread(descriptor, 1, 0)))
        _write(descriptor, json.dumps({"pid": os.getpid(), "address": str(address)}))
        yield predecessor
        _write(descriptor, "")
    finally:
        os.close(descriptor)


def _write(descriptor: int, text: str) -> None:
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, text.encode(), 0)


def _already_running(content: bytes, wanted: Address) -> CommandRefusal:
    """What was asked for is already so: status 0; running, but elsewhere: status 3."""
    try:
        other = json.loads(content)
    except ValueError:  # it holds the lock and has not written yet
        other = {"pid": "?", "address": str(wanted)}
    return CommandRefusal(
        f"Ba Rõ đang chạy rồi, tại {other['address']} (tiến trình {other['pid']}).",
        status=0 if other["address"] == str(wanted) else 3,
    )
