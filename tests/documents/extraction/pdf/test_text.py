"""PDF: text page by page, and where each page begins."""

from tests.documents.extraction.papers import pdf

from baro.documents.extraction import extract


def test_the_words_of_all_pages_are_read_in_order() -> None:
    extracted = extract(pdf([["Giao Sở Nội vụ báo cáo", "trước ngày 25/9/2026."], ["Nơi nhận:"]]))

    assert extracted.kind == "pdf"
    assert extracted.text.split() == (
        ["Giao", "Sở", "Nội", "vụ", "báo", "cáo", "trước", "ngày", "25/9/2026.", "Nơi", "nhận:"]
    )


def test_an_offset_tells_its_page() -> None:
    extracted = extract(pdf([["Trang đầu của văn bản này"], ["Trang sau của văn bản này"]]))

    assert [page.number for page in extracted.pages] == [1, 2]
    assert extracted.page_at(extracted.text.index("Trang đầu")) == 1
    assert extracted.page_at(extracted.text.index("Trang sau")) == 2


def test_anchors_count_characters_of_the_normal_form() -> None:
    decomposed = "Uy\u0309 ban nha\u0302n da\u0302n tha\u0300nh pho\u0302\u0301"

    extracted = extract(pdf([[decomposed], ["Trang hai của văn bản"]]))

    assert extracted.text.startswith("Uỷ ban nhân dân thành phố")
    assert extracted.text[extracted.pages[1].start :].startswith("Trang hai")
