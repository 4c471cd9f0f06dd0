"""Runs one PostgreSQL server for as long as anyone uses it.

Started as a script, apart from every terminal. Each user of the server holds a shared lock on the
file of users; the keeper waits for the exclusive one. It has it when the last user ended, however
that user ended, and then stops the server. It imports nothing of ours, to stay small.
"""

import ctypes
import fcntl
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

PR_SET_PDEATHSIG = 1
PATIENCE = 20


def die_with_parent(number: int) -> None:
    """Ask the kernel for this signal when the parent dies; Linux alone knows how."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, number)


def keep(order: dict[str, Any]) -> int:
    alive = os.open(order["alive"], os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(alive, fcntl.LOCK_EX)
    users = os.open(order["users"], os.O_RDWR | os.O_CREAT, 0o600)
    server = subprocess.Popen(
        order["command"],
        cwd="/",
        stdin=subprocess.DEVNULL,
        preexec_fn=lambda: die_with_parent(signal.SIGINT),
        **order["identity"],
    )
    signal.signal(signal.SIGTERM, lambda *_: server.send_signal(signal.SIGINT))
    threading.Thread(target=_stop_when_unused, args=(server, users), daemon=True).start()
    return server.wait()


def _stop_when_unused(server: subprocess.Popen[bytes], users: int) -> None:
    fcntl.flock(users, fcntl.LOCK_EX)
    server.send_signal(signal.SIGINT)
    try:
        server.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        server.send_signal(signal.SIGQUIT)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    sys.exit(keep(json.loads(Path(sys.argv[1]).read_text())))
