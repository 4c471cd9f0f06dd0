"""Lines on a scan: found, also askew, and gone before letters are looked for."""

import pytest
from PIL import Image, ImageDraw
from tests.documents.extraction.ocr.drawn import page, ruled_page

from baro.documents.extraction.layout.grids import grids_in
from baro.documents.extraction.ocr.pictures import Sheet, scaled
from baro.documents.extraction.ocr.rulings import rulings_on, without
from baro.documents.extraction.ocr.straight import straightened

COLUMNS, ROWS = (100, 200, 700, 1100), (300, 400, 600, 700)


@pytest.mark.parametrize("skew", [0.0, 1.5, -2.0])
def test_a_ruled_table_is_found_also_when_the_sheet_lay_askew(skew: float) -> None:
    drawn = ruled_page(columns=COLUMNS, rows=ROWS)
    askew = drawn.rotate(skew, Image.Resampling.BICUBIC, fillcolor=255)

    (grid,) = grids_in(rulings_on(Sheet(straightened(askew), 150)))

    assert (len(grid.columns), len(grid.rows)) == (4, 4)
    assert grid.columns[1] - grid.columns[0] == pytest.approx(100 * 72 / 150, abs=3)


def test_lines_are_wiped_out_and_letters_stay() -> None:
    drawn = ruled_page(columns=COLUMNS, rows=ROWS)
    ImageDraw.Draw(drawn).rectangle((400, 480, 420, 500), fill=0)
    sheet = Sheet(drawn, 150)

    clean = without(sheet, rulings_on(sheet)).picture

    assert clean.getpixel((100, 350)) == 255
    assert clean.getpixel((450, 400)) == 255
    assert clean.getpixel((410, 490)) == 0


def test_a_dark_photograph_is_no_table() -> None:
    drawn = page()
    ImageDraw.Draw(drawn).rectangle((200, 200, 900, 900), fill=30)

    assert grids_in(rulings_on(Sheet(drawn, 150))) == []


def test_a_picture_of_few_dots_is_enlarged_for_reading() -> None:
    small = scaled(Sheet(page(620, 877), 75))

    assert small.dots_per_inch == 300
    assert small.picture.size == (2480, 3508)
