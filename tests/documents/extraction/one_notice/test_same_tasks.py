"""The same notice as pasted text, as Word with a table, and as a scan gives the same tasks."""

import shutil
from itertools import groupby
from pathlib import Path

import docx
import pytest
from tests.documents.extraction.papers import saved

from baro.documents.extraction import extract
from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import read

HERE = Path(__file__).parent
PASTED = (HERE / "thong-bao.txt").read_text(encoding="utf-8")
SCANNED = (HERE / "thong-bao-quet.pdf").read_bytes()
NEEDS_TESSERACT = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not on this machine"
)

Task = tuple[list[str], list[str], object]


def _tasks(text: str) -> list[Task]:
    """Who leads, who cooperates and until when, task by task."""
    return [
        ([unit.code for unit in task.lead], [unit.code for unit in task.cooperating], task.due)
        for task in read(text, gazetteer=built_in_gazetteer()).tasks
    ]


def _word(text: str) -> bytes:
    """The notice typed in Word, its rows as a real table."""
    document = docx.Document()
    for is_table, group in groupby(text.splitlines(), key=lambda line: "\t" in line):
        lines = list(group)
        if not is_table:
            for line in lines:
                document.add_paragraph(line)
            continue
        rows = [line.split("\t") for line in lines]
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for row, words in zip(table.rows, rows, strict=True):
            for cell, written in zip(row.cells, words, strict=True):
                cell.text = written
    return saved(document)


def test_the_pasted_notice_has_its_seven_tasks() -> None:
    assert [lead for lead, _, _ in _tasks(PASTED)] == [
        *(["SCT"], ["SXD"], ["SNNMT"], ["CATP"], ["STC"], ["SYT"], ["SNV"])
    ]


def test_word_gives_the_same_tasks() -> None:
    assert _tasks(extract(_word(PASTED)).text) == _tasks(PASTED)


@NEEDS_TESSERACT
def test_a_scan_gives_the_same_tasks() -> None:
    found = extract(SCANNED)

    assert _tasks(found.text) == _tasks(PASTED)
    assert any("chữ do máy nhận dạng" in note for note in found.notes)
    assert [anchor.number for anchor in found.pages] == [1, 2]
