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
    ("hằng ngày báo cáo tình hình", "day", None),
    ("báo cáo trước 16h00 hằng ngày", "day", "trước 16h00"),
    ("hai tuần một lần báo cáo", "two-weeks", None),
    ("định kỳ 02 tuần/lần giao ban", "two-weeks", None),
    ("kiểm tra công trường ít nhất 01 lần/tuần", "week", None),
    ("tiếp công dân ít nhất 02 ngày/tháng", "month", None),
    ("mỗi quý tổ chức ít nhất một buổi sinh hoạt", "quarter", None),
    ("mỗi tháng dự sinh hoạt với ít nhất 01 chi bộ", "month", None),
    ("báo cáo kết quả 6 tháng một lần", "half-year", None),
    ("6 tháng, hằng năm báo cáo kết quả", "half-year", None),
    ("định kỳ hằng tháng, quý, năm báo cáo", "month", None),
    ("vào các ngày thứ Ba, thứ Năm hằng tuần", "week", "vào các ngày thứ Ba, thứ Năm"),
    ("trước ngày 15 và 30 hằng tháng", "month", "trước ngày 15 và 30"),
    ("trước ngày 20/6 và ngày 20/12 hằng năm", "year", "trước ngày 20/6 và ngày 20/12"),
    ("vào tháng 6 và tháng 12 hằng năm", "year", "vào tháng 6 và tháng 12"),
    ("vào tuần cuối mỗi tháng", "month", "vào tuần cuối"),
    ("vào ngày làm việc cuối cùng của tháng", "month", "vào ngày làm việc cuối cùng"),
    ("vào ngày 15 và ngày cuối tháng", "month", "vào ngày 15 và ngày cuối tháng"),
    ("gửi báo cáo tuần về Văn phòng trước 15h00 thứ Năm", "week", None),
    ("báo cáo tháng trước ngày 20", "month", "trước ngày 20"),
    ("vào thứ Hai đầu tiên của tháng", "month", "vào thứ Hai đầu tiên"),
    ("vào cuối mỗi buổi chiều", "day", "vào cuối mỗi buổi chiều"),
    ("tuyên truyền gương người tốt; hằng quý có đánh giá", "quarter", None),
    ("tuần nào Văn phòng cũng phải công khai danh sách", "week", None),
]

ONE_TIME = [
    "đánh giá, xếp loại cán bộ hằng tháng",
    "nhiệm vụ hàng năm của đơn vị",
    "trước ngày 25/9/2026",
    "giao ban trong tháng",
    "bố trí trong dự toán hằng năm",
    "báo cáo tháng 9, báo cáo quý trước",
    "tham gia 24 cuộc họp trong 2 tuần qua",
    "kế hoạch hằng năm gửi Sở Tài chính",
    "trước ngày 15 của tháng 9",
    "mỗi xã một sản phẩm, mỗi năm học",
    "hàng hóa, hằng số, cửa hàng năm nay",
]


@pytest.mark.parametrize(("words", "every", "by"), REPEATS)
def test_a_recurrence_is_a_rhythm_and_a_day(words: str, every: str, by: str | None) -> None:
    (repeat,) = find_repeats(surface(words), words, 0, len(words))

    assert (repeat.recurrence.every, repeat.recurrence.by) == (every, by)


@pytest.mark.parametrize("words", ONE_TIME)
def test_a_kind_of_work_is_no_recurrence(words: str) -> None:
    assert find_repeats(surface(words), words, 0, len(words)) == []
