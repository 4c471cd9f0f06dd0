import sys
import time
from pathlib import Path

import pytest
from tests.config.city import wait_until

from baro.config.children import Child, end_all

STUBBORN = """
import pathlib, signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
pathlib.Path(sys.argv[1]).write_text(str(child.pid))
time.sleep(60)
"""


def test_a_child_that_ignores_the_signal_ends_with_all_it_started(tmp_path: Path) -> None:
    noted = tmp_path / "pid"
    child = Child("Kẻ bướng bỉnh", [sys.executable, "-c", STUBBORN, str(noted)])
    child.start()
    wait_until(lambda: noted.exists() and noted.read_text())

    begin = time.monotonic()
    end_all([child], patience=0.3)

    assert time.monotonic() - begin < 2
    assert child.has_ended()
    grandchild = Path("/proc", noted.read_text(), "stat")
    wait_until(lambda: not grandchild.exists() or ") Z " in grandchild.read_text())


def test_an_obedient_child_is_not_waited_for_longer_than_it_needs() -> None:
    child = Child("Kẻ ngoan", [sys.executable, "-c", "import time; time.sleep(60)"])
    child.start()

    begin = time.monotonic()
    end_all([child], patience=5)

    assert time.monotonic() - begin < 2


def test_a_child_that_keeps_dying_is_started_again_ever_more_slowly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 1000.0
    monkeypatch.setattr("baro.config.children.time.monotonic", lambda: now)
    child = Child("Kẻ yểu mệnh", [sys.executable, "-c", "raise SystemExit(1)"])
    pauses = []

    for _ in range(7):
        process = child.start()
        process.wait()
        child.watch()
        assert child.process is None
        pauses.append(child._not_before - now)

    assert pauses == [1, 2, 4, 8, 16, 30, 30]
