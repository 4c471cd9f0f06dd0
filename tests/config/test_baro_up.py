"""`baro up` on real processes: what a system administrator does to it, in the order of need."""

import os
import signal

from tests.config.city import City, wait_until


def test_started_twice_it_says_so_and_harms_nothing(running: City) -> None:
    second = running.run("up")

    assert second.returncode == 0
    assert "Ba Rõ đang chạy rồi" in second.stderr
    assert f"http://127.0.0.1:{running.port}/" in second.stderr
    assert str(running.process.pid if running.process else "") in second.stderr
    assert running.answers()


def test_started_for_another_port_it_does_not_claim_to_be_there(running: City) -> None:
    second = running.run("up", BARO_PORT=str(running.port + 1))

    assert second.returncode == 3
    assert f"http://127.0.0.1:{running.port}/" in second.stderr


def test_a_command_works_beside_it_and_leaves_its_database_alone(running: City) -> None:
    beside = running.run("showmigrations", "org")

    assert beside.returncode == 0
    assert "[X] 0001_initial" in beside.stdout
    assert running.answers()


def test_a_child_that_dies_is_started_again(running: City) -> None:
    before = running.processes("baro.config web")
    for number in before:
        os.kill(number, signal.SIGKILL)

    wait_until(lambda: set(running.processes("baro.config web")) - set(before))
    wait_until(running.answers)

    assert "Máy chủ web đã dừng ngoài ý muốn, sẽ khởi động lại" in running.said()


def test_a_database_that_dies_is_started_again(running: City) -> None:
    before = running.processes("postgres_keeper")
    for number in before:
        os.kill(number, signal.SIGKILL)

    wait_until(lambda: set(running.processes("postgres_keeper")) - set(before))
    beside = running.run("showmigrations", "org")

    assert "PostgreSQL nhúng đã dừng ngoài ý muốn, đang khởi động lại" in running.said()
    assert "[X] 0001_initial" in beside.stdout
