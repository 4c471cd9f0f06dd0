"""`baro read`: a table for people, JSON for machines, one line when it cannot."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from baro.documents.reading_command import run

PAPER = Path(__file__).parent / "texts" / "01-tb-ubnd-hai-cot.txt"


def test_json_has_exactly_the_published_shape(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([str(PAPER), "--json"]) == 0

    result = json.loads(capsys.readouterr().out)
    assert list(result) == ["document", "clauses", "tasks"]
    assert list(result["document"]) == [
        "type", "number", "issued_on", "issuer", "subject", "signer_title", "secrecy", "urgency",
    ]  # fmt: skip
    assert list(result["clauses"][0]) == ["id", "kind", "start", "end", "reason"]
    assert list(result["tasks"][0]) == [
        "clause", "title", "lead", "cooperating", "in_charge", "due", "due_text", "recurrence",
        "product", "quote", "start", "end", "doubts", "excluded", "shared", "via", "reasons",
    ]  # fmt: skip
    assert result["tasks"][0]["cooperating"][1] == {
        "code": "G.UBND-XP",
        "name": "UBND các xã, phường",
        "count": 126,
    }
    assert result["tasks"][3]["recurrence"] == {"every": "month", "by": "trước ngày 25"}


def test_the_table_names_leads_and_dates(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([str(PAPER)]) == 0

    shown = capsys.readouterr().out
    assert "Sở Nông nghiệp và Môi trường" in shown
    assert "UBND các xã, phường (126)" in shown
    assert "25/09/2026 (“trước ngày 25/9/2026”)" in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["khong-co.txt"], "Không tìm thấy tệp"),
        ([], "Cách dùng"),
        ([str(PAPER), "--issued", "2026-02-30"], "không đúng"),
        ([str(PAPER), "--la"], "Không có tham số --la. Cách dùng: baro read"),
        ([], "Thiếu TỆP."),
        ([str(PAPER), "--issued"], "--issued còn thiếu giá trị."),
    ],
)
def test_a_wrong_call_is_one_plain_line(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2

    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err
    assert captured.err.count("\n") == 1


@pytest.mark.parametrize("content", [b"", b"   ", "ch÷".encode("latin-1"), b"%PDF-1.7"])
def test_an_unreadable_file_is_one_plain_line(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "thu.txt"
    file.write_bytes(content)

    assert run([str(file)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_reading_needs_neither_django_nor_a_database() -> None:
    script = (
        "import sys; from baro.documents.reading_command import run;"
        f"status = run([{str(PAPER)!r}]);"
        "assert not any(name.split('.')[0] in ('django', 'psycopg') for name in sys.modules);"
        "sys.exit(status)"
    )

    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script], capture_output=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, b"")


def test_help_is_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0

    shown = capsys.readouterr().out
    assert shown.startswith("Cách dùng: baro read ")
    assert not [word for word in ("usage", "positional", "option", "show") if word in shown]
