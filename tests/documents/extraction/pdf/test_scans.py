"""PDF pages that are pictures: told from typed ones, read by Tesseract, in their place."""

import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image
from tests.documents.extraction.ocr.drawn import stand_in, word
from tests.documents.extraction.papers import pdf, pdf_of, shown

from baro.documents.extraction import extract, probe
from baro.documents.extraction.refusals import FileNeedsProgram

TYPED = ["Giao Sở Nội vụ chủ trì báo cáo số liệu", "trước ngày 25/9/2026."]
WITHOUT_ACCENTS = ["Giao So Noi vu chu tri bao cao so lieu", "truoc ngay 25/9/2026 gui Van phong",
                   "de tong hop, bao cao Chu tich xem xet"]  # fmt: skip
RECOGNISED = "Giao các phường kiểm tra"
STRANGE = "".join(map(chr, range(0xE020, 0xE050)))


@pytest.fixture
def tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    stand_in(
        tmp_path,
        word("Giao", 100, 100),
        word("các", 200, 100),
        word("phường", 300, 100),
        word("kiểm", 440, 100),
        word("tra", 540, 100),
    )


def _covered(content: bytes) -> bytes:
    """The same file with a picture over the whole of each page."""
    document = pdfium.PdfDocument(content)
    for page in document:
        picture = pdfium.PdfImage.new(document)
        picture.set_bitmap(pdfium.PdfBitmap.from_pil(Image.new("L", (80, 120), 250)))
        picture.set_matrix(pdfium.PdfMatrix().scale(595, 842))
        page.insert_obj(picture)
        page.gen_content()
    return _saved(document)


def _joined(*contents: bytes) -> bytes:
    whole = pdfium.PdfDocument.new()
    for content in contents:
        whole.import_pages(pdfium.PdfDocument(content))
    return _saved(whole)


def _saved(document: pdfium.PdfDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


SCAN = _covered(pdf([[]]))


@pytest.mark.usefixtures("tesseract")
def test_a_scan_between_typed_pages_is_read_in_its_place() -> None:
    told: list[tuple[int, int]] = []

    found = extract(
        _joined(pdf([TYPED]), SCAN, pdf([TYPED])),
        on_page=lambda done, total: told.append((done, total)),
    )

    lines = found.text.splitlines()
    assert lines == [*TYPED, RECOGNISED, *TYPED]
    assert found.page_at(found.text.index(RECOGNISED)) == 2
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.usefixtures("tesseract")
@pytest.mark.parametrize(
    "content",
    [_covered(pdf([WITHOUT_ACCENTS])), pdf_of([shown(50, 700, STRANGE)])],
    ids=["a layer without accents behind the picture", "letters without names"],
)
def test_a_text_that_says_nothing_is_recognised_anew(content: bytes) -> None:
    assert extract(content).text.strip() == RECOGNISED
    assert probe(content).is_slow


@pytest.mark.usefixtures("tesseract")
@pytest.mark.parametrize(
    "content",
    [_covered(pdf([TYPED])), pdf([WITHOUT_ACCENTS])],
    ids=["typed words before a background", "typed words without accents"],
)
def test_typed_words_are_taken_as_they_are(content: bytes) -> None:
    assert RECOGNISED not in extract(content).text
    assert not probe(content).is_slow


def test_without_tesseract_typed_pages_are_read_and_the_others_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    found = extract(_joined(pdf([TYPED]), SCAN))

    assert found.text.split() == " ".join(TYPED).split()
    assert any("1 trang là bản chụp nên chưa đọc được (trang 2)" in note for note in found.notes)
    with pytest.raises(FileNeedsProgram, match="cài gói tesseract-ocr"):
        extract(SCAN)
