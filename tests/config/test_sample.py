"""The notice that ships for newcomers to drop in."""

from pathlib import Path

from baro.config.demo.sample import write_shipped
from baro.documents.extraction import extract
from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.official.checking import check_layout
from baro.documents.reading import DraftTask, read

SHIPPED = Path(__file__).parents[2] / "docs" / "mau"
NAME = "thong-bao-ket-luan-mau"
WORD = SHIPPED / f"{NAME}.docx"


def test_the_shipped_file_passes_our_own_layout_check() -> None:
    assert check_layout(WORD.read_bytes()) == []


def test_the_word_file_says_what_the_text_says() -> None:
    def told(text: str) -> list[tuple[object, ...]]:
        tasks: tuple[DraftTask, ...] = read(text, gazetteer=built_in_gazetteer()).tasks
        return [(task.lead, task.cooperating, task.due, task.product) for task in tasks]

    plain = (SHIPPED / f"{NAME}.txt").read_text(encoding="utf-8")
    word = extract(WORD.read_bytes(), size_limit=10**7).text
    assert len(told(plain)) == 8
    assert told(word) == told(plain)


def test_the_shipped_text_is_what_the_demo_writes(tmp_path: Path) -> None:
    write_shipped(str(tmp_path))

    assert (tmp_path / f"{NAME}.txt").read_bytes() == (SHIPPED / f"{NAME}.txt").read_bytes()
