"""The words of a pressing letter: places filled in, numbers as an office writes them."""

from datetime import date

import pytest

from baro.documents.official import Table, parse_body
from baro.followup.pressing_text import (
    Owed,
    first_ask,
    first_opening,
    letter_body,
    standing,
    unknown_places,
)

ON, ANSWER_BY = date(2026, 9, 29), date(2026, 10, 6)


def _owed(days_late: int | None, title: str = "Rà soát hộ tịch") -> Owed:
    return Owed(
        "NV-2026-000001", title, "215/TB-UBND", date(2026, 9, 20), days_late, "Đang thực hiện"
    )


@pytest.mark.parametrize(
    ("late", "in_time", "told"),
    [
        (1, 0, "01 nhiệm vụ đã quá hạn"),
        (12, 0, "12 nhiệm vụ đã quá hạn"),
        (0, 3, "03 nhiệm vụ chưa hoàn thành"),
        (2, 3, "05 nhiệm vụ chưa hoàn thành, trong đó 02 nhiệm vụ đã quá hạn"),
    ],
)
def test_what_is_owed_is_told_as_an_office_writes_it(late: int, in_time: int, told: str) -> None:
    assert standing([_owed(9)] * late + [_owed(None)] * in_time) == told


def test_a_letter_fills_its_places_in_and_holds_one_row_for_each_item() -> None:
    issuer = "Ủy ban nhân dân thành phố"
    body = letter_body(
        first_opening(issuer),
        first_ask(issuer),
        [_owed(9, "Rà soát | báo cáo\nkết quả"), _owed(None)],
        unit="UBND phường Thử",
        on=ON,
        answer_by=ANSWER_BY,
    )

    assert "[" not in body
    assert "đến ngày 29/09/2026, UBND phường Thử còn 02 nhiệm vụ chưa hoàn thành" in body
    assert "trước ngày 06/10/2026" in body
    [table] = [block for block in parse_body(body) if isinstance(block, Table)]
    assert table.head[-2:] == ("Quá hạn (ngày làm việc)", "Tình trạng")
    assert table.rows == (
        ("1", "Rà soát / báo cáo kết quả (mã số NV-2026-000001)", "215/TB-UBND", "20/09/2026", "9",
         "Đang thực hiện"),
        ("2", "Rà soát hộ tịch (mã số NV-2026-000001)", "215/TB-UBND", "20/09/2026", "–",
         "Đang thực hiện"),
    )  # fmt: skip


def test_a_place_that_no_letter_knows_is_found() -> None:
    assert unknown_places("[đơn vị] trả lời [ngày mai] trước [hạn trả lời]") == ["[ngày mai]"]
