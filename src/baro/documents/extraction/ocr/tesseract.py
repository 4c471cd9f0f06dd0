"""Tesseract, the program that recognises letters: what is installed, and one page through it."""

import csv
import io
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from PIL.Image import Image

from baro.documents.extraction.programs import Ended, find_program, run_program
from baro.documents.extraction.refusals import FileIsBroken, FileNeedsProgram
from baro.documents.extraction.watch import Watch

_LANGUAGE, _ORIENTATION = "vie", "osd"
_SECONDS_PER_PAGE = 180.0
_SECONDS_TO_ASK = 20.0
_WORD_LEVEL = "5"
# How Tesseract looks at a page: lines straight across (it would take a row of numbers of
# paragraphs for a column; columns are told apart here), or one block of letters of one size.
_LINES_ACROSS, _ONE_BLOCK = "4", "6"
_SURE_OF_LETTERS, _SURE_OF_SIGNS, _SURE_OF_ODD_SIGNS = 15.0, 40.0, 95.0
_USUAL_SIGNS = frozenset({"...", "./.", "--", "“", "”"})
_ONE_CORE = {"OMP_THREAD_LIMIT": "1"}  # more threads make one page slower, not faster


class Seen(NamedTuple):
    """A word as recognised: its box in dots, how sure it is (0 to 100), and its line."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    sureness: float
    line: tuple[str, str, str]


def can_recognise() -> bool:
    """Whether Tesseract is here and knows Vietnamese."""
    program = find_program("tesseract")
    return program is not None and _LANGUAGE in _languages(program)


def require_tesseract() -> str:
    program = find_program("tesseract")
    if program is None:
        raise FileNeedsProgram(
            "Tệp là bản chụp, cần nhận dạng chữ, nhưng máy chủ chưa có Tesseract. Quản trị hệ "
            "thống cài gói tesseract-ocr và tesseract-ocr-vie; trong khi chờ, ông/bà dùng tệp "
            "Word hoặc PDF có chữ."
        )
    if _LANGUAGE not in _languages(program):
        raise FileNeedsProgram(
            "Tesseract trên máy chủ chưa có dữ liệu tiếng Việt. Quản trị hệ thống cài gói "
            "tesseract-ocr-vie; trong khi chờ, ông/bà dùng tệp Word hoặc PDF có chữ."
        )
    return program


def recognised(
    picture: Image, *, dots_per_inch: int, watch: Watch, is_one_block: bool = False
) -> list[Seen]:
    """The words of a page in reading order, without what is most likely dirt."""
    layout = _ONE_BLOCK if is_one_block else _LINES_ACROSS
    options = ["--dpi", str(dots_per_inch), "-l", _LANGUAGE, "--psm", layout, "tsv"]
    ended = _run(picture, options, watch=watch)
    if ended.code != 0:
        raise FileIsBroken("Chương trình nhận dạng chữ không đọc được trang này của bản chụp.")
    rows = csv.DictReader(io.StringIO(ended.out), delimiter="\t", quoting=csv.QUOTE_NONE)
    seen = [_seen(row) for row in rows if row["level"] == _WORD_LEVEL and row["text"].strip()]
    return [word for word in seen if not _is_dirt(word)]


def quarter_turns(picture: Image, *, watch: Watch) -> int:
    """How many quarter turns to the right make the page stand upright; 0 when not known."""
    program = require_tesseract()
    if _ORIENTATION not in _languages(program):
        return 0
    ended = _run(picture, ["--psm", "0", "-l", _ORIENTATION], watch=watch)
    for line in ended.out.splitlines():
        name, _, value = line.partition(":")
        if name == "Rotate" and value.strip().isdigit():
            return int(value) // 90 % 4
    return 0


def _run(picture: Image, options: list[str], *, watch: Watch) -> Ended:
    program = require_tesseract()
    with tempfile.TemporaryDirectory(prefix="baro-ocr-") as place:
        folder = Path(place)
        picture.save(folder / "page.png", compress_level=1)
        return run_program(
            [program, "page.png", "stdout", *options],
            folder=folder,
            seconds=_SECONDS_PER_PAGE,
            watch=watch,
            more_environment=_ONE_CORE,
        )


def _seen(row: dict[str, str]) -> Seen:
    left, top = int(row["left"]), int(row["top"])
    return Seen(
        row["text"].strip(),
        left,
        top,
        left + int(row["width"]),
        top + int(row["height"]),
        float(row["conf"]),
        (row["block_num"], row["par_num"], row["line_num"]),
    )


def _is_dirt(word: Seen) -> bool:
    """Specks, edges and strokes of a signature that were taken for letters."""
    if any(char.isalnum() for char in word.text):
        return word.sureness < _SURE_OF_LETTERS
    is_usual = len(word.text) == 1 or word.text in _USUAL_SIGNS
    return word.sureness < (_SURE_OF_SIGNS if is_usual else _SURE_OF_ODD_SIGNS)


@lru_cache(maxsize=4)
def _languages(program: str) -> frozenset[str]:
    with tempfile.TemporaryDirectory(prefix="baro-ocr-") as place:
        ended = run_program(
            [program, "--list-langs"], folder=Path(place), seconds=_SECONDS_TO_ASK, watch=Watch()
        )
    return frozenset((ended.out + ended.said).split())
