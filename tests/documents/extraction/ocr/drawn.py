"""Pictures made in code: pages with lines, and a Tesseract that says what the test wants."""

import io
from pathlib import Path

from PIL import Image, ImageDraw

TSV = "level page_num block_num par_num line_num word_num left top width height conf text"


def page(width: int = 1240, height: int = 1754) -> Image.Image:
    """An A4 sheet at 150 dots per inch."""
    return Image.new("L", (width, height), 255)


def ruled_page(*, columns: tuple[int, ...], rows: tuple[int, ...]) -> Image.Image:
    sheet = page()
    pen = ImageDraw.Draw(sheet)
    for x in columns:
        pen.line((x, rows[0], x, rows[-1]), fill=0, width=2)
    for y in rows:
        pen.line((columns[0], y, columns[-1], y), fill=0, width=2)
    return sheet


def slip() -> Image.Image:
    """A small blank paper; tests of what is done with words need no more."""
    return page(800, 400)


def as_png(picture: Image.Image, *, dots_per_inch: int = 300) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", dpi=(dots_per_inch, dots_per_inch))
    return out.getvalue()


def as_tiff(pictures: list[Image.Image]) -> bytes:
    out = io.BytesIO()
    pictures[0].save(out, "TIFF", save_all=True, append_images=pictures[1:], dpi=(300, 300))
    return out.getvalue()


def word(text: str, left: int, top: int, *, line: int = 1, sure: int = 96) -> str:
    """One word as Tesseract reports it, 20 dots wide for each letter and 30 high."""
    parts = ["5", "1", "1", "1", str(line), "1", left, top, 20 * len(text), 30, sure, text]
    return "\t".join(map(str, parts))


def stand_in(folder: Path, *words: str, languages: str = "vie osd", then: str = "") -> None:
    """A program `tesseract` in `folder` that sees these words on every page."""
    said = folder / "said.tsv"
    said.write_text("\n".join(["\t".join(TSV.split()), *words]), encoding="utf-8")
    program = folder / "tesseract"
    program.write_text(
        f'#!/bin/sh\ncase "$*" in\n  *--list-langs*) echo {languages};;\n'
        f"  *tsv) cat {said}; {then or 'true'};;\n  *) echo 'Rotate: 0';;\nesac\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
