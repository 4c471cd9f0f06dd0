"""The table of recurrences: what comes back, how often, and on which day."""

import pytest

from baro.documents.reading.recurrences import find_repeats
from baro.documents.reading.surface import surface

REPEATS = [
    ("báo cáo trước ngày 25 hằng tháng", "month", "trước ngày 25"),
    ("báo cáo kết quả vào ngày 25 hàng tháng", "month", "vào ngày 25"),
    ("định kỳ ngày 20 hàng tháng gửi báo cáo", "month", "ngày 20"),
    ("hằng tháng (trước ngày 20) tổng hợp", "month", "trước ngày 20"),
    ("hằng tuần vào thứ Sáu báo cáo", "week", "vào thứ Sáu"),
    ("trước 16h00 thứ Năm hằng tuần", "week", "trước 16h00 thứ Năm"),
    ("tổng vệ sinh vào sáng thứ Bảy hằng tuần", "week", "vào sáng thứ Bảy"),
    ("định kỳ hằng quý", "quarter", None),
    ("định kỳ quý báo cáo", "quarter", None),
    ("trước ngày 20 của tháng cuối quý", "quarter", "trước ngày 20 của tháng cuối quý"),
    ("chậm nhất ngày 10 tháng đầu quý sau", "quarter", "chậm nhất ngày 10 tháng đầu quý sau"),
    ("định kỳ 6 tháng báo cáo", "half-year", None),
    ("định kỳ 06 tháng một lần", "half-year", None),
    ("trước ngày 15/12 hằng năm", "year", "trước ngày 15/12"),
    ("mỗi tháng một lần tổng hợp, gửi", "month", None),
    ("01 tháng/lần", "month", None),
    ("hằng tháng tổng hợp dư luận", "month", None),
]

ONE_TIME = [
    "đánh giá, xếp loại cán bộ hằng tháng",
    "nhiệm vụ hàng năm của đơn vị",
    "trước ngày 25/9/2026",
    "giao ban trong tháng",
]


@pytest.mark.parametrize(("words", "every", "by"), REPEATS)
def test_a_recurrence_is_a_rhythm_and_a_day(words: str, every: str, by: str | None) -> None:
    (repeat,) = find_repeats(surface(words), words, 0, len(words))

    assert (repeat.recurrence.every, repeat.recurrence.by) == (every, by)


@pytest.mark.parametrize("words", ONE_TIME)
def test_a_kind_of_work_is_no_recurrence(words: str) -> None:
    assert find_repeats(surface(words), words, 0, len(words)) == []
