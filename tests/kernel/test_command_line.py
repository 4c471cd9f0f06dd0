import argparse

import pytest

from baro.kernel.command_line import CommandLine


def _few(text: str) -> int:
    if text != "1":
        raise argparse.ArgumentTypeError(f"chỉ nhận 1, không phải {text}")
    return 1


@pytest.fixture
def line() -> CommandLine:
    line = CommandLine("baro thu", "Thử một lệnh.")
    line.add_argument("what", metavar="GÌ")
    line.add_argument("--kind", choices=["read", "tasks"])
    line.add_argument("--days", type=int)
    line.add_argument("--few", type=_few)
    return line


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([], "Thiếu GÌ."),
        (["a", "b"], "Không có tham số b."),
        (["a", "--kind"], "--kind còn thiếu giá trị."),
        (["a", "--kind", "x"], "--kind không nhận “x”; chọn một trong: read, tasks."),
        (["a", "--days", "mai"], "--days không nhận “mai”."),
        (["a", "--few", "2"], "--few: chỉ nhận 1, không phải 2."),
    ],
)
def test_a_wrong_call_is_told_in_one_vietnamese_line(
    line: CommandLine, given: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        line.parse_args(given)

    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert said.startswith(f"{told} Cách dùng: baro thu ")
    assert said.count("\n") == 1


def test_the_help_speaks_vietnamese(line: CommandLine) -> None:
    shown = line.format_help()

    assert shown.startswith("Cách dùng: baro thu ")
    assert "Tham số:" in shown
    assert "Tùy chọn:" in shown
