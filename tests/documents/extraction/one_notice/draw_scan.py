"""Draws `thong-bao-quet.pdf` anew from `thong-bao.txt`, as a plain office scanner would give it.

Printed by Chromium in DejaVu Serif, then black and white at 200 dots per inch, laid 0.6 degrees
askew, with a few specks. Run it from the root of the project, where Chromium is installed:
`PYTHONPATH=src:. .venv/bin/python -m tests.documents.extraction.one_notice.draw_scan`.
"""

import html
import random
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image
from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
DOTS_PER_INCH = 200
HEAD_LEFT, HEAD_RIGHT, FOOT_LEFT = slice(0, 3), slice(3, 6), slice(-6, -3)
STYLE = """
@page { size: A4; margin: 20mm 20mm 20mm 30mm }
body { font: 13pt/1.35 'DejaVu Serif'; margin: 0 } p { margin: 0 0 6pt; text-align: justify }
.two { display: flex; justify-content: space-between; gap: 24pt; text-align: center }
.two p { text-align: center } .title { text-align: center; font-weight: bold }
table { border-collapse: collapse; width: 100%; font-size: 11.5pt }
td { border: 1px solid black; padding: 3pt 5pt; vertical-align: top } tr { break-inside: auto }
"""


def draw() -> None:
    lines = (HERE / "thong-bao.txt").read_text(encoding="utf-8").splitlines()
    sheets = [_scanned(sheet) for sheet in _printed(_page(lines))]
    sheets[0].save(
        HERE / "thong-bao-quet.pdf",
        save_all=True,
        append_images=sheets[1:],
        resolution=DOTS_PER_INCH,
    )


def _page(lines: list[str]) -> str:
    body = lines[6:-6]
    parts = [_two(lines[HEAD_LEFT], lines[HEAD_RIGHT])]
    parts += [f"<p class=title>{html.escape(line)}</p>" for line in body[:2]]
    rows = [line.split("\t") for line in body if "\t" in line]
    table = "".join(
        f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    first = next(place for place, line in enumerate(body) if "\t" in line)
    parts += [f"<p>{html.escape(line)}</p>" for line in body[2:first]]
    parts.append(f"<table>{table}</table>")
    parts += [f"<p>{html.escape(line)}</p>" for line in body[first + len(rows) :]]
    parts.append(_two(lines[FOOT_LEFT], lines[-3:]))
    return f"<meta charset=utf-8><style>{STYLE}</style>{''.join(parts)}"


def _two(left: list[str], right: list[str]) -> str:
    columns = ("".join(f"<p>{html.escape(line)}</p>" for line in side) for side in (left, right))
    return f"<div class=two>{''.join(f'<div>{column}</div>' for column in columns)}</div>"


def _printed(page: str) -> list[Image.Image]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        tab = browser.new_page()
        tab.set_content(page)
        document = pdfium.PdfDocument(tab.pdf(prefer_css_page_size=True))
        browser.close()
    return [sheet.render(scale=DOTS_PER_INCH / 72).to_pil().convert("L") for sheet in document]


def _scanned(sheet: Image.Image) -> Image.Image:
    chance = random.Random(7)  # noqa: S311 - dirt, not secrets
    askew = sheet.rotate(0.6, Image.Resampling.BICUBIC, fillcolor=255)
    for _ in range(60):
        askew.putpixel((chance.randrange(askew.width), chance.randrange(askew.height)), 0)
    return askew.point(lambda value: 255 if value > 150 else 0).convert("1")


if __name__ == "__main__":
    draw()
