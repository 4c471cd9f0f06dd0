"""The end of `baro up`, asked for or not, and what it refuses before it begins."""

import os
import signal
import socket
from pathlib import Path

import pytest
from tests.config.city import City, wait_until


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_without_a_process_left(city: City, number: signal.Signals) -> None:
    city.start()
    assert len(city.processes()) >= 4

    status = city.stop(number)

    assert status == 0
    assert city.processes() == []
    assert "Ba Rõ đã dừng hẳn" in city.said()


def test_killed_outright_it_leaves_no_process_and_starts_again(city: City) -> None:
    city.start()
    assert city.process is not None
    city.process.kill()
    city.process.wait()

    wait_until(lambda: city.processes() == [], seconds=30)
    city.start()

    assert city.answers()
    assert city.stop() == 0


def test_everything_killed_outright_it_recovers(city: City) -> None:
    city.start()
    assert city.process is not None
    for number in city.processes():
        os.kill(number, signal.SIGKILL)
    city.process.wait()
    wait_until(lambda: city.processes() == [], seconds=30)

    city.start()

    assert city.answers()
    assert city.stop() == 0


def test_a_taken_port_is_refused_before_anything_starts(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        city = City(tmp_path / "home", port=other.getsockname()[1])
        refused = city.run("up")

    assert refused.returncode == 4
    assert f"Không mở được cổng {city.port}" in refused.stderr
    assert not (city.home / "pg").exists()
    assert city.processes() == []


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    city = City(tmp_path / "file" / "home")
    city.log = tmp_path / "log"

    refused = city.run("up")

    assert refused.returncode == 4
    assert len(refused.stderr.splitlines()) == 1
    assert refused.stderr.startswith(f"Không ghi được vào thư mục dữ liệu {city.home}")
