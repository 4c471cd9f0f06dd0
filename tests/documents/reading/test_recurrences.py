"""The table of recurrences: what comes back, how often, and on which day."""

import pytest

from baro.documents.reading.recurrences import find_repeats
from baro.documents.reading.surface import surface

REPEATS = [
    ("báo cáo trước ngày 25 hằng tháng", "month", "trước ngày 25"),
    ("báo cáo kết quả vào ngày 25 hàng tháng", "month", "ngày 25"),
    ("định kỳ ngày 20 hàng tháng gửi báo cáo", "month", "ngày 20"),
    ("hằng tháng (trước ngày 20) tổng hợp", "month", "trước ngày 20"),
    ("hằng tuần vào thứ Sáu báo cáo", "week", "thứ Sáu"),
    ("trước 16h00 thứ Năm hằng tuần", "week", "trước 16h00 thứ Năm"),
    ("tổng vệ sinh vào sáng thứ Bảy hằng tuần", "week", "sáng thứ Bảy"),
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
    ("vào các ngày thứ Ba, thứ Năm hằng tuần", "week", "các ngày thứ Ba, thứ Năm"),
    ("trước ngày 15 và 30 hằng tháng", "month", "trước ngày 15 và 30"),
    ("trước ngày 20/6 và ngày 20/12 hằng năm", "year", "trước ngày 20/6 và ngày 20/12"),
    ("vào tháng 6 và tháng 12 hằng năm", "year", "tháng 6 và tháng 12"),
    ("vào tuần cuối mỗi tháng", "month", "tuần cuối"),
    (
        "vào ngày làm việc cuối cùng của tháng",
        "month",
        "ngày làm việc cuối cùng của tháng",
    ),
    ("vào ngày làm việc cuối cùng của mỗi tháng", "month", "ngày làm việc cuối cùng"),
    ("vào ngày 15 và ngày cuối tháng", "month", "ngày 15 và ngày cuối tháng"),
    ("gửi báo cáo tuần về Văn phòng trước 15h00 thứ Năm", "week", "trước 15h00 thứ Năm"),
    ("báo cáo tháng trước ngày 20", "month", "trước ngày 20"),
    ("vào thứ Hai đầu tiên của tháng", "month", "thứ Hai đầu tiên của tháng"),
    ("vào cuối mỗi buổi chiều", "day", "cuối mỗi buổi chiều"),
    ("tuyên truyền gương người tốt; hằng quý có đánh giá", "quarter", None),
    ("tuần nào Văn phòng cũng phải công khai danh sách", "week", None),
    # The day stands apart from its rhythm.
    ("hằng quý tổng hợp, báo cáo chậm nhất ngày 10 tháng đầu quý sau", "quarter",
     "chậm nhất ngày 10 tháng đầu quý sau"),
    ("hằng tháng báo cáo Chủ tịch trước ngày 05 của tháng sau", "month",
     "trước ngày 05 của tháng sau"),
    ("lấy mẫu mỗi tháng, công bố kết quả trước ngày 05 tháng kế tiếp", "month",
     "trước ngày 05 tháng kế tiếp"),
    ("định kỳ 6 tháng tổng hợp, báo cáo trước ngày 20/6 và 20/12", "half-year",
     "trước ngày 20/6 và 20/12"),
    ("6 tháng một lần sơ kết, gửi báo cáo trước ngày 15 tháng 6 và 15 tháng 12", "half-year",
     "trước ngày 15 tháng 6 và 15 tháng 12"),
    ("định kỳ hằng năm báo cáo Thành ủy trước ngày 10 tháng 12", "year", "trước ngày 10 tháng 12"),
    ("hằng năm báo cáo HĐND vào kỳ họp cuối năm", "year", "kỳ họp cuối năm"),
    ("mỗi quý một lần rà soát, báo cáo vào tuần cuối của quý", "quarter", "tuần cuối của quý"),
    ("mỗi quý báo cáo một lần trước ngày 15 tháng cuối quý", "quarter",
     "trước ngày 15 tháng cuối quý"),
    ("hằng tuần báo cáo tiến độ trước 16 giờ thứ Sáu", "week", "trước 16 giờ thứ Sáu"),
    ("hằng ngày tổng hợp, báo cáo trước 17 giờ", "day", "trước 17 giờ"),
    ("định kỳ thứ Sáu hằng tuần, trước 16 giờ, báo cáo", "week",
     "thứ Sáu hằng tuần, trước 16 giờ"),
    # Other ways to say a rhythm.
    ("ra quân vào sáng thứ Bảy tuần đầu tiên của mỗi tháng", "month",
     "sáng thứ Bảy tuần đầu tiên"),
    ("bố trí trực từ 15h đến 19h hằng ngày", "day", "từ 15h đến 19h"),
    ("kiểm tra hồ sơ nguồn gốc của toàn bộ hàng hóa từ 02 giờ đến 05 giờ hằng ngày", "day",
     "từ 02 giờ đến 05 giờ"),
    ("phát thanh vào 5h30 và 17h30 hằng ngày", "day", "5h30 và 17h30"),
    ("báo cáo vào 6h00, 12h00, 18h00 hằng ngày", "day", "6h00, 12h00, 18h00"),
    ("cứ 03 giờ một lần báo cáo mực nước", "day", "cứ 03 giờ một lần"),
    ("báo cáo 6 giờ/lần khi có bão", "day", "6 giờ/lần"),
    ("đưa tin trên hệ thống truyền thanh 02 buổi/ngày", "day", None),
    ("phát loa sáng và chiều các ngày trong tuần", "day", "sáng và chiều"),
    ("trực một cửa vào tất cả các ngày làm việc", "day", None),
    ("họp Ban Chỉ đạo, mỗi tháng 2 kỳ", "month", None),
    ("kiểm tra mỗi quý 01 lần", "quarter", None),
    ("mỗi thứ Hai công khai danh sách", "week", "mỗi thứ Hai"),
    ("tiếp công dân vào các ngày thứ Ba và thứ Năm", "week", "các ngày thứ Ba và thứ Năm"),
    ("mở cửa sân trường cho trẻ em vào cuối tuần", "week", "cuối tuần"),
]  # fmt: skip

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
    "báo cáo trước 16 giờ thứ Sáu tuần này",
    "báo cáo vào cuối tuần này",
    "hàng hóa, hằng số, cửa hàng năm nay",
]


@pytest.mark.parametrize(("words", "every", "by"), REPEATS)
def test_a_recurrence_is_a_rhythm_and_a_day(words: str, every: str, by: str | None) -> None:
    (repeat,) = find_repeats(surface(words), words, 0, len(words))

    assert (repeat.recurrence.every, repeat.recurrence.by) == (every, by)


@pytest.mark.parametrize("words", ONE_TIME)
def test_a_kind_of_work_is_no_recurrence(words: str) -> None:
    assert find_repeats(surface(words), words, 0, len(words)) == []
