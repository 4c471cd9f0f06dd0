from pathlib import Path

import pytest
from tests.config.city import City

from baro.config import command
from baro.config.refusals import CommandRefusal


@pytest.fixture
def nowhere(tmp_path: Path) -> City:
    return City(tmp_path / "home")


def test_help_lists_every_verb_without_a_database(nowhere: City) -> None:
    helped = nowhere.run()

    assert helped.returncode == 0
    assert all(f"baro {verb}" in helped.stdout for verb in command.VERBS)
    assert not nowhere.home.exists()


@pytest.mark.parametrize(
    ("arguments", "environment", "status", "line"),
    [
        (["khong-co"], {}, 2, "Không có lệnh “khong-co”. Xem các lệnh: baro help"),
        (["up", "now"], {}, 2, "Lệnh này không nhận tham số: baro up"),
        (["up"], {"BARO_PORT": "tám"}, 1, "BARO_PORT phải là một số từ 1 đến 65535"),
        (["up"], {"BARO_PORT": "70000"}, 1, "BARO_PORT phải là một số từ 1 đến 65535"),
        (["migrate"], {"DATABASE_URL": "sqlite:///x"}, 2, "Ba Rõ chỉ chạy trên PostgreSQL"),
        (["migrate"], {"DATABASE_URL": "nonsense"}, 2, "Không hiểu DATABASE_URL"),
        (
            ["migrate"],
            {"DATABASE_URL": "postgres://x:y@127.0.0.1:9/z"},
            5,
            "Không nối được tới cơ sở dữ liệu",
        ),
    ],
)
def test_what_goes_wrong_is_one_plain_line(
    nowhere: City, arguments: list[str], environment: dict[str, str], status: int, line: str
) -> None:
    refused = nowhere.run(*arguments, **environment)

    assert refused.returncode == status
    assert refused.stderr.startswith(line)
    assert len(refused.stderr.splitlines()) == 1


def test_the_unforeseen_is_one_line_and_the_rest_is_kept_for_repair(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BARO_HOME", str(tmp_path))

    def broken(_arguments: list[str]) -> int:
        raise ZeroDivisionError("division by zero")

    status = command.in_plain_words(broken, [])

    assert status == 70
    said = capsys.readouterr().err
    assert said.startswith("Lỗi ngoài dự kiến: ZeroDivisionError: division by zero")
    assert len(said.splitlines()) == 1
    assert "Traceback" in (tmp_path / "log" / "command.log").read_text()


def test_a_verb_whose_part_is_missing_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(command.VERBS, "demo", ("baro.config.not_here:main", True, "-"))

    with pytest.raises(CommandRefusal, match="Bản này chưa có lệnh: baro demo"):
        command.run(["demo"])
