import time
from datetime import date

import pytest

from baro.documents.references import find_references

DAY = date(2026, 9, 5)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            (
                "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;\n"
                "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ "
                "về công tác "
                "văn thư;\nXét đề nghị của Chánh Văn phòng tại Tờ trình số 12/TTr-VP ngày "
                "05/9/2026."
            ),
            [
                ("rests_on", "Luật", "72/2025/QH15", None, ""),
                ("rests_on", "NĐ", "30/2020/NĐ-CP", date(2020, 3, 5), "Chính phủ"),
                ("rests_on", "TTr", "12/TTr-VP", DAY, ""),
            ],
        ),
        (
            "Căn cứ:\n- Chỉ thị số 24-CT/TU ngày 05/9/2026 của Thành ủy;\n- Kế hoạch số 8/KH-UBND.",
            [
                ("rests_on", "CT", "24-CT/TU", DAY, "Thành ủy"),
                ("rests_on", "KH", "8/KH-UBND", None, ""),
            ],
        ),
        (
            (
                "Thực hiện Thông báo số 215/TB-UBND ngày 05/9/2026 của UBND thành phố về kết luận "
                "cuộc họp và Công văn số 1204/SNV-TCBC ngày 05/9/2026 của Sở Nội vụ, UBND "
                "phường giao:"
            ),
            [
                ("carries_out", "TB", "215/TB-UBND", DAY, "UBND thành phố"),
                ("carries_out", "CV", "1204/SNV-TCBC", DAY, "Sở Nội vụ"),
            ],
        ),
        (
            (
                "Theo chỉ đạo của Chủ tịch UBND thành phố tại Công văn số 12 /UBND - VX "
                "của UBND thành "
                "phố ngày 05-9-2026, các đơn vị thực hiện."
            ),
            [("carries_out", "CV", "12/UBND-VX", DAY, "UBND thành phố")],
        ),
        (
            (
                "Phúc đáp Công văn số 77/STC-NS ngày 5/9/2026 của Sở Tài chính về dự "
                "toán, UBND phường "
                "có ý kiến như sau:"
            ),
            [("replies", "CV", "77/STC-NS", DAY, "Sở Tài chính")],
        ),
        (
            "UBND phường Thử nhận được Văn bản số 77/STC-NS ngày 5/9/2026 của Sở Tài chính.",
            [("replies", None, "77/STC-NS", DAY, "Sở Tài chính")],
        ),
        (
            (
                "Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số 15/QĐ-UBND ngày "
                "05/9/2026 và Quyết định số 16a/QĐ-UBND."
            ),
            [
                ("replaces", "QĐ", "15/QĐ-UBND", DAY, ""),
                ("replaces", "QĐ", "16a/QĐ-UBND", None, ""),
            ],
        ),
        (
            "QUYẾT ĐỊNH\nVề việc sửa đổi, bổ sung Quyết định số 15/2025/QĐ-UBND ngày 05/9/2026\n",
            [("amends", "QĐ", "15/2025/QĐ-UBND", DAY, "")],
        ),
        (
            "Đính chính Thông báo số 3-TB/ĐU ngày 05/9/2026 của Đảng ủy phường.",
            [("corrects", "TB", "3-TB/ĐU", DAY, "Đảng ủy phường")],
        ),
        (
            "Thực hiện các Công văn số 12/UBND-VX ngày 05/9/2026, số 13/UBND-VX ngày 05/9/2026.",
            [
                ("carries_out", "CV", "12/UBND-VX", DAY, ""),
                ("carries_out", "CV", "13/UBND-VX", DAY, ""),
            ],
        ),
        (
            "Căn cứ Nghị định số 30/2020/NĐ-CP\nngày 05/9/2026 của Chính phủ về công tác văn thư.",
            [("rests_on", "NĐ", "30/2020/NĐ-CP", DAY, "Chính phủ")],
        ),
    ],
)
def test_a_named_paper_is_found_in_its_sense(
    text: str, found: list[tuple[str, str | None, str, date | None, str]]
) -> None:
    references = find_references(text)

    assert [(r.sense, r.type, r.symbol, r.issued_on, r.issuer) for r in references] == found
    assert all(r.symbol.split("/")[0] in text[r.start : r.end] for r in references)


@pytest.mark.parametrize(
    "text",
    [
        "Số: 215/TB-UBND\nHà Nội, ngày 05 tháng 9 năm 2026",
        "Báo cáo số liệu của 15 đơn vị; mẫu số 2.",
        "Sở Tài chính đã có Công văn số 77/STC-NS ngày 05/9/2026.",
        "Thực hiện nghiêm kỷ luật hành chính.",
        "Quyết định số 15/QĐ-UBND hết hiệu lực, được thay thế bởi Quyết định số 16/QĐ-UBND.",
        "",
    ],
)
def test_what_is_no_link_is_not_found(text: str) -> None:
    assert find_references(text) == ()


def test_what_a_cited_paper_amends_is_not_amended_by_this_one() -> None:
    text = (
        "Căn cứ Nghị định số 30/2020/NĐ-CP sửa đổi, bổ sung Nghị định số 110/2004/NĐ-CP;\n"
        "Thực hiện Kế hoạch số 8/KH-UBND sửa đổi, bổ sung Kế hoạch số 5/KH-UBND."
    )

    assert [(r.sense, r.symbol) for r in find_references(text)] == [
        ("rests_on", "30/2020/NĐ-CP"),
        ("rests_on", "110/2004/NĐ-CP"),
        ("carries_out", "8/KH-UBND"),
        ("carries_out", "5/KH-UBND"),
    ]


def test_an_impossible_day_is_no_day() -> None:
    (found,) = find_references("Thực hiện Công văn số 1/UBND-VX ngày 31/02/2026 của UBND thành phố")

    assert found.issued_on is None


def test_a_very_long_text_takes_no_longer_than_its_length() -> None:
    text = "Thực hiện Luật " + "rất dài " * 20_000 + "số " * 20_000 + "1/A-" * 20_000

    started = time.perf_counter()
    find_references(text)

    assert time.perf_counter() - started < 3
