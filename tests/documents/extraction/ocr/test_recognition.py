"""Pictures and scans: the talk with Tesseract, what it says when it is missing or sees nothing."""

from pathlib import Path

import pytest
from PIL import Image
from tests.documents.extraction.ocr.drawn import as_png, as_tiff, slip, stand_in, word

from baro.documents.extraction import extract, probe
from baro.documents.extraction.refusals import (
    FileExpandsTooMuch,
    FileNeedsProgram,
    NoTextInFile,
    ReadingStopped,
)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that comes first where programs are looked for."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    return tmp_path


def test_the_words_of_each_page_are_read_and_told(path: Path) -> None:
    stand_in(path, word("Giao", 100, 100), word("Sở", 200, 100), word("báo", 100, 160, line=2))
    told: list[tuple[int, int]] = []

    found = extract(
        as_tiff([slip(), slip()]), on_page=lambda done, total: told.append((done, total))
    )

    assert found.text == "Giao Sở\nbáo\n" * 2
    assert [anchor.number for anchor in found.pages] == [1, 2]
    assert told == [(1, 2), (2, 2)]
    assert len(found.notes) == 1
    assert "chữ do máy nhận dạng" in found.notes[0]


def test_what_is_hardly_legible_is_told(path: Path) -> None:
    stand_in(path, word("Giao", 100, 100, sure=60), word("Sở", 200, 100, sure=58))

    assert any("chỉ chắc khoảng 59%" in note for note in extract(as_png(slip())).notes)


def test_specks_taken_for_letters_are_dropped(path: Path) -> None:
    stand_in(path, word("Giao", 100, 100), word("_;", 200, 100, sure=80), word("x", 300, 9, sure=5))

    assert extract(as_png(slip())).text.strip() == "Giao"


def test_a_picture_of_nothing_is_refused(path: Path) -> None:
    stand_in(path)

    with pytest.raises(NoTextInFile, match="không có chữ nào nhận ra được"):
        extract(as_png(slip()))


def test_two_columns_that_were_read_across_are_taken_apart(path: Path) -> None:
    stand_in(
        path,
        *(word("UBND", 100, 100), word("CỘNG", 600, 100), word("HÒA", 720, 100)),
        *(word("PHƯỜNG", 100, 140, line=2), word("Độc", 620, 140, line=2)),
        word("Hạnh", 640, 180, line=3),
        *(word("Số:", 100, 220, line=4), word("Hà", 600, 220, line=4)),
        *(word("Giao", 100, 300, line=5), word("các", 190, 300, line=5)),
    )

    assert extract(as_png(slip())).text.splitlines() == [
        *("UBND", "PHƯỜNG", "Số:", "CỘNG HÒA", "Độc", "Hạnh", "Hà"),
        "Giao các",
    ]


def test_reading_stops_between_pages_when_told(path: Path) -> None:
    stand_in(path, word("Giao", 100, 100))
    done: list[int] = []

    with pytest.raises(ReadingStopped):
        extract(
            as_tiff([slip(), slip(), slip()]),
            on_page=lambda number, _total: done.append(number),
            should_stop=lambda: len(done) >= 1,
        )

    assert done == [1]


@pytest.mark.parametrize(
    ("languages", "said"), [(None, "tesseract-ocr và tesseract-ocr-vie"), ("eng", "tiếng Việt")]
)
def test_without_tesseract_or_its_vietnamese_the_refusal_says_what_to_install(
    path: Path, monkeypatch: pytest.MonkeyPatch, languages: str | None, said: str
) -> None:
    if languages is None:
        monkeypatch.setenv("PATH", str(path))
    else:
        stand_in(path, languages=languages)

    with pytest.raises(FileNeedsProgram, match=said):
        extract(as_png(slip()))


def test_a_picture_of_enormous_size_is_refused_before_it_is_opened() -> None:
    huge = as_png(Image.new("1", (10_100, 10_100)))

    with pytest.raises(FileExpandsTooMuch, match="quá lớn"):
        probe(huge)


def test_pictures_are_known_as_slow_with_their_pages() -> None:
    assert probe(as_tiff([slip(), slip()])) == ("picture", True, 2)
