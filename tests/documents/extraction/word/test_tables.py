"""Tables of tasks: each row one line, its cells joined by tabs."""

import docx
import pytest
from tests.documents.extraction.papers import saved
from tests.documents.extraction.word.markup import body_of, paragraph, run, table

from baro.documents.extraction import extract

Row = list[tuple[str, str]]
DOWN, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def _wide(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def _row(*cells: str | tuple[str, str]) -> Row:
    """Cells by their words, or by properties and words; a bar begins a new paragraph."""
    pairs = [("", cell) if isinstance(cell, str) else cell for cell in cells]
    return [
        (dress, "".join(paragraph(run(words)) for words in cell.split("|")))
        for dress, cell in pairs
    ]


def _lines(*rows: Row) -> list[str]:
    return extract(saved(body_of(table(*rows)))).text.splitlines()


def test_a_cell_of_several_paragraphs_stays_in_its_line() -> None:
    lines = _lines(
        _row("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"),
        _row("1", "Rà soát quỹ đất,|lập danh mục.", "- Sở Xây dựng|- Sở Tài chính", "Trước|30/9"),
        _row("2", "Báo cáo kết quả", "Sở Nội vụ", ""),
    )

    assert lines == [
        "TT\tNhiệm vụ\tĐơn vị chủ trì\tThời hạn",
        "1\tRà soát quỹ đất, lập danh mục.\tSở Xây dựng; Sở Tài chính\tTrước 30/9",
        "2\tBáo cáo kết quả\tSở Nội vụ\t",
    ]


def test_a_cell_merged_downward_is_repeated_in_each_row() -> None:
    lines = _lines(
        _row("Nhiệm vụ", "Chủ trì"),
        _row("Rà soát", (DOWN, "Sở Nội vụ")),
        _row("Tổng hợp", (GOES_ON, "")),
    )

    assert lines == ["Nhiệm vụ\tChủ trì", "Rà soát\tSở Nội vụ", "Tổng hợp\tSở Nội vụ"]


def test_a_row_merged_over_the_whole_width_is_a_heading_without_tabs() -> None:
    lines = _lines(
        _row("TT", "Nhiệm vụ", "Chủ trì"),
        _row((_wide(3), "I. Lĩnh vực đất đai")),
        _row("1", (_wide(2), "Rà soát")),
    )

    assert lines == ["TT\tNhiệm vụ\tChủ trì", "I. Lĩnh vực đất đai", "1\tRà soát\t"]


def test_a_header_of_two_rows_becomes_one_and_column_numbers_are_dropped() -> None:
    lines = _lines(
        _row((DOWN, "TT"), (DOWN, "Nhiệm vụ"), (_wide(2), "Đơn vị"), (DOWN, "Thời hạn")),
        _row((GOES_ON, ""), (GOES_ON, ""), "Chủ trì", "Phối hợp", (GOES_ON, "")),
        _row("(1)", "(2)", "(3)", "(4)", "(5)"),
        _row("1", "Rà soát", "Sở Nội vụ", "Sở Tài chính", "30/9/2026"),
    )

    assert lines == [
        "TT\tNhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời hạn",
        "1\tRà soát\tSở Nội vụ\tSở Tài chính\t30/9/2026",
    ]


def test_a_table_inside_a_cell_is_read_into_the_cell() -> None:
    inner = table(_row("Sở Nội vụ", "30/9"), _row("Sở Tài chính", "15/10"))
    lines = _lines(
        _row("Nhiệm vụ", "Đơn vị và hạn"),
        [*_row("Báo cáo"), ("", inner + paragraph())],
    )

    assert lines[1] == "Báo cáo\tSở Nội vụ, 30/9; Sở Tài chính, 15/10"


def test_a_row_struck_out_by_a_tracked_change_is_not_read() -> None:
    struck = "<w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>Bỏ</w:t></w:r></w:p></w:tc>"
    markup = table(_row("Nhiệm vụ"), _row("Giữ lại")).replace(
        "<w:tr>", f"<w:tr>{struck}</w:tr><w:tr>", 1
    )

    assert extract(saved(body_of(markup))).text.splitlines() == ["Nhiệm vụ", "Giữ lại"]


@pytest.mark.parametrize("mark", ["Nơi nhận:", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
def test_a_table_that_only_places_head_or_signature_is_read_cell_after_cell(mark: str) -> None:
    lines = _lines(_row(f"{mark}|- Như trên;", "TM. ỦY BAN|CHỦ TỊCH"), _row("", "Nguyễn Văn Mẫu"))

    assert lines == [mark, "- Như trên;", "TM. ỦY BAN", "CHỦ TỊCH", "\tNguyễn Văn Mẫu"]


def test_a_table_stands_where_it_stands_on_the_page() -> None:
    document = docx.Document()
    document.add_paragraph("Trước bảng")
    cells = document.add_table(rows=2, cols=2)
    for cell, words in zip(
        [cell for row in cells.rows for cell in row.cells],
        ("Nhiệm vụ", "Thời hạn", "Lập danh mục", "25/9/2026"),
        strict=True,
    ):
        cell.text = words
    document.add_paragraph("Sau bảng")

    lines = extract(saved(document)).text.splitlines()

    assert lines == ["Trước bảng", "Nhiệm vụ\tThời hạn", "Lập danh mục\t25/9/2026", "Sau bảng"]
