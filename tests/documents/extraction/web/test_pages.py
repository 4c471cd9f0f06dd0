"""Web pages: what a reader of the page sees, and nothing of its programs."""

from contextlib import suppress

import pytest

from baro.documents.extraction import extract
from baro.documents.extraction.refusals import FileNotReadable

PAGE = """<!DOCTYPE html><html><head><title>Tên</title><style>p{color:red}</style></head><body>
<nav>Trang chủ</nav><script>alert("x")</script>
<p>Giao <b>Sở Nội vụ</b> báo
cáo.</p><p style="display: none">Ẩn</p>
<ol start="3"><li>Rà soát</li><li>Tổng hợp<br>kết quả</li></ol><ul><li>Một</li></ul>
<table><tr><th>TT</th><th>Nhiệm vụ</th><th>Chủ trì</th></tr>
<tr><td>1</td><td><p>Rà soát</p></td><td rowspan="2">Sở Xây dựng</td></tr>
<tr><td>2</td><td>Báo cáo</td></tr><tr><td colspan="3">II. Mục sau</td></tr></table>
</body></html>"""


def test_the_words_that_are_seen_come_line_by_line() -> None:
    found = extract(PAGE.encode())

    assert found.kind == "html"
    assert found.text.splitlines() == [
        "Giao Sở Nội vụ báo cáo.",
        "3. Rà soát",
        "4. Tổng hợp",
        "kết quả",
        "- Một",
        "TT\tNhiệm vụ\tChủ trì",
        "1\tRà soát\tSở Xây dựng",
        "2\tBáo cáo\tSở Xây dựng",
        "II. Mục sau",
    ]


def test_only_the_article_of_a_press_page_is_read() -> None:
    article = "Chủ tịch yêu cầu các sở khẩn trương rà soát. " * 8

    text = extract(
        f"<html><body><div>Tin khác</div><article><p>{article}</p></article></body></html>".encode()
    ).text

    assert text == article.strip()


@pytest.mark.parametrize("charset", ["utf-16", "windows-1258", "utf-8"])
def test_the_declared_code_of_a_page_is_used(charset: str) -> None:
    words = "Giao các cơ quan báo cáo"
    page = f'<html><head><meta charset="{charset}"></head><body>{words}</body></html>'

    assert words in extract(_encoded(page, charset)).text


def _encoded(page: str, charset: str) -> bytes:
    return page.encode(charset)


def test_a_table_may_not_swell_a_page() -> None:
    page = "<html><body><table><tr><td colspan=999999999 rowspan=999999999>Ô</td></tr></table>"

    assert extract(page.encode()).text == "Ô"


def test_markup_of_any_depth_does_not_crash() -> None:
    assert extract(("<html><body>" + "<div>" * 200 + "Sâu").encode()).text == "Sâu"
    with suppress(FileNotReadable):
        extract(("<html><body>" + "<div>" * 20_000 + "Sâu").encode())
