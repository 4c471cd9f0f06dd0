"""The same paper as text, as Word and as PDF gives the same tasks."""

from pathlib import Path

import pytest
from tests.documents.extraction.papers import pdf, word

from baro.documents.extraction import extract
from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import read

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))
# Drawn as words without lines, a table is none in a PDF: that of a real page is another test.
WITHOUT_TABLES = [
    path for path in TEXTS if "plan-table" not in path.with_suffix(".json").read_text("utf-8")
]
LINES_ON_A_PAGE = 36


def _tasks(text: str) -> list[tuple[str, list[str], list[str], object, object]]:
    return [
        (
            task.clause,
            [unit.code for unit in task.lead],
            [unit.code for unit in task.cooperating],
            task.due,
            task.recurrence,
        )
        for task in read(text, gazetteer=built_in_gazetteer()).tasks
    ]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_word_gives_the_same_tasks(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert _tasks(extract(word(*text.splitlines())).text) == _tasks(text)


@pytest.mark.parametrize("path", WITHOUT_TABLES, ids=lambda path: path.stem)
def test_pdf_gives_the_same_tasks(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = [line.expandtabs(12) for line in text.splitlines() if line.strip()]
    pages = [lines[at : at + LINES_ON_A_PAGE] for at in range(0, len(lines), LINES_ON_A_PAGE)]

    assert _tasks(extract(pdf(pages)).text) == _tasks(text)
