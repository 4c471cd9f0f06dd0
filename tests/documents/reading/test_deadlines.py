"""The table of deadlines: words of a paper of 5/9/2026, and the day they mean."""

from datetime import date
from typing import Any

import pytest

from baro.documents.reading.deadlines import Deadline, find_deadlines
from baro.documents.reading.surface import surface
from baro.documents.reading.working_days import built_in_working_days

ISSUED = date(2026, 9, 5)

# Words, the day, the words of the deadline; the day of the paper when it is another one.
DATED: list[tuple[Any, ...]] = [
    ("gửi trước ngày 25/9/2026", "2026-09-25", "trước ngày 25/9/2026"),
    ("gửi trước 25/9/2026", "2026-09-25", "trước 25/9/2026"),
    ("gửi trước ngày 25-9-2026", "2026-09-25", "trước ngày 25-9-2026"),
    ("gửi trước ngày 25.9.2026", "2026-09-25", "trước ngày 25.9.2026"),
    ("xong trước ngày 25 tháng 9 năm 2026", "2026-09-25", "trước ngày 25 tháng 9 năm 2026"),
    ("trước ngày 20/10", "2026-10-20", "trước ngày 20/10"),
    ("trước ngày 20 tháng 10", "2026-10-20", "trước ngày 20 tháng 10"),
    ("trước ngày 20/01", "2027-01-20", "trước ngày 20/01"),
    ("trước 17h00 ngày 15/9", "2026-09-15", "trước 17h00 ngày 15/9"),
    ("trước 17 giờ 00 phút, ngày 15/9", "2026-09-15", "trước 17 giờ 00 phút, ngày 15/9"),
    ("trước thứ Tư (09/9/2026)", "2026-09-09", "trước thứ Tư (09/9/2026)"),
    ("chậm nhất là ngày 30/9/2026", "2026-09-30", "chậm nhất là ngày 30/9/2026"),
    ("chậm nhất đến hết ngày 30/9", "2026-09-30", "chậm nhất đến hết ngày 30/9"),
    ("không quá ngày 30/9/2026", "2026-09-30", "không quá ngày 30/9/2026"),
    ("đến hết ngày 15/11", "2026-11-15", "đến hết ngày 15/11"),
    ("trong ngày 25/9/2026", "2026-09-25", "trong ngày 25/9/2026"),
    ("Thời gian hoàn thành: 25/9/2026", "2026-09-25", "Thời gian hoàn thành: 25/9/2026"),
    ("(hoàn thành trước ngày 25/9/2026)", "2026-09-25", "trước ngày 25/9/2026"),
    ("báo cáo kết quả vào ngày 10/10/2026", "2026-10-10", "vào ngày 10/10/2026"),
    (
        "từ ngày 01/10 đến hết ngày 15/10/2026",
        "2026-10-15",
        "từ ngày 01/10 đến hết ngày 15/10/2026",
    ),
    ("hoàn thành trong tháng 9", "2026-09-30", "trong tháng 9"),
    ("trong tháng 02/2028", "2028-02-29", "trong tháng 02/2028"),
    ("trong tháng 10 năm 2026", "2026-10-31", "trong tháng 10 năm 2026"),
    ("trước tháng 10/2026", "2026-09-30", "trước tháng 10/2026"),
    ("hết tháng 11", "2026-11-30", "hết tháng 11"),
    ("trong tháng này", "2026-09-30", "trong tháng này"),
    ("trong quý III/2026", "2026-09-30", "trong quý III/2026"),
    ("trong quý 4 năm 2026", "2026-12-31", "trong quý 4 năm 2026"),
    ("cuối quý IV", "2026-12-31", "cuối quý IV"),
    ("trong 6 tháng đầu năm 2027", "2027-06-30", "trong 6 tháng đầu năm 2027"),
    ("hoàn thành trong năm 2026", "2026-12-31", "trong năm 2026"),
    ("trước cuối năm 2026", "2026-12-31", "trước cuối năm 2026"),
    # Two days share a month: the last one counts.
    ("hoàn thành trong các ngày 25, 26/9/2026", "2026-09-26", "trong các ngày 25, 26/9/2026"),
    ("tổ chức vào ngày 25 và 26/9/2026", "2026-09-26", "vào ngày 25 và 26/9/2026"),
    ("thời gian từ 20-25/9/2026", "2026-09-25", "từ 20-25/9/2026"),
    ("từ ngày 20 đến ngày 25/9/2026", "2026-09-25", "từ ngày 20 đến ngày 25/9/2026"),
    ("từ nay đến ngày 30/11/2026", "2026-11-30", "từ nay đến ngày 30/11/2026"),
    ("hoàn thành ngày 25/9/2026", "2026-09-25", "ngày 25/9/2026"),
    ("không muộn hơn ngày 25/9/2026", "2026-09-25", "không muộn hơn ngày 25/9/2026"),
    ("phải hoàn thành xong trước 30.9", "2026-09-30", "trước 30.9"),
    ("trước ngày 25 tháng này", "2026-09-25", "trước ngày 25 tháng này"),
    ("trước ngày 10 tháng sau", "2026-10-10", "trước ngày 10 tháng sau"),
    ("trước thứ Sáu, ngày 11/9/2026", "2026-09-11", "trước thứ Sáu, ngày 11/9/2026"),
    # Weeks run from Monday to Sunday; Saturday 5/9 lies in week 36.
    ("trong tuần này", "2026-09-06", "trong tuần này"),
    ("thực hiện ngay tuần này", "2026-09-06", "ngay tuần này"),
    ("trong tuần tới", "2026-09-13", "trong tuần tới"),
    ("trong tuần 37", "2026-09-13", "trong tuần 37"),
    ("trong tuần 1/2027", "2027-01-10", "trong tuần 1/2027"),
    ("trước thứ Sáu tuần sau", "2026-09-11", "trước thứ Sáu tuần sau"),
    (
        "chậm nhất 16 giờ 30 phút thứ Tư tuần tới",
        "2026-09-09",
        "chậm nhất 16 giờ 30 phút thứ Tư tuần tới",
    ),
    ("chậm nhất thứ Sáu tới", "2026-09-11", "chậm nhất thứ Sáu tới"),
    ("báo cáo trước 17h00 hôm nay", "2026-09-05", "trước 17h00 hôm nay"),
    ("trong ngày mai", "2026-09-06", "trong ngày mai"),
    ("trong tháng 9 và 10/2026", "2026-10-31", "trong tháng 9 và 10/2026"),
    ("trong nửa đầu tháng 10", "2026-10-15", "trong nửa đầu tháng 10"),
    ("trước 20 giờ tối nay (5/9)", "2026-09-05", "trước 20 giờ tối nay (5/9)"),
    ("ngay trong đêm 21/9", "2026-09-21", "trong đêm 21/9"),
    ("Số hóa xong sổ hộ tịch, hạn 31/10/2026", "2026-10-31", "hạn 31/10/2026"),
    ("làm việc với đoàn, dự kiến ngày 15/10", "2026-10-15", "dự kiến ngày 15/10"),
    ("sơ kết vào tháng 12/2026", "2026-12-31", "vào tháng 12/2026"),
    ("dự sinh hoạt chi bộ kỳ tháng 11", "2026-11-30", "kỳ tháng 11"),
    (
        "thông qua tại phiên họp Ban Thường vụ ngày 26/11/2026",
        "2026-11-26",
        "tại phiên họp Ban Thường vụ ngày 26/11/2026",
    ),
    ("vận hành chính thức từ ngày 01-01-2027", "2027-01-01", "từ ngày 01-01-2027"),
    ("kết nối dữ liệu, chạy thử từ ngày 01/10.", "2026-10-01", "từ ngày 01/10"),
    ("phấn đấu thông xe kỹ thuật dịp 19/5/2027", "2027-05-19", "dịp 19/5/2027"),
    ("chốt danh sách 16/9.", "2026-09-16", "16/9"),
    ("đến ngày 30/11/2026, 100% hộ ký cam kết", "2026-11-30", "đến ngày 30/11/2026"),
    ("đến tháng 12/2026 hoàn thành", "2026-12-31", "đến tháng 12/2026"),
    ("Hoàn thành: tháng 10/2026", "2026-10-31", "Hoàn thành: tháng 10/2026"),
    (
        "thời hạn gửi báo cáo về Sở Nội vụ là ngày 25/9/2026",
        "2026-09-25",
        "thời hạn gửi báo cáo về Sở Nội vụ là ngày 25/9/2026",
    ),
    ("chậm nhất là cuối tháng 10/2026", "2026-10-31", "chậm nhất là cuối tháng 10/2026"),
    ("hoàn thành trong tháng sau", "2026-10-31", "trong tháng sau"),
    ("hoàn thành trong tháng.", "2026-09-30", "trong tháng"),
    ("từ tháng 9 đến tháng 12/2026", "2026-12-31", "từ tháng 9 đến tháng 12/2026"),
    ("Thời gian thực hiện: Tháng 10/2026", "2026-10-31", "Thời gian thực hiện: Tháng 10/2026"),
    ("trong quý III, IV", "2026-12-31", "trong quý III, IV"),
    ("trước quý IV", "2026-09-30", "trước quý IV"),
    ("trong quý này", "2026-09-30", "trong quý này"),
    ("trong quý I", "2027-03-31", "trong quý I", date(2026, 12, 20)),
    ("trong 03 tháng cuối năm", "2026-12-31", "trong 03 tháng cuối năm"),
    (
        "trong các tháng còn lại của năm 2026",
        "2026-12-31",
        "trong các tháng còn lại của năm 2026",
    ),
    ("hoàn thành trong năm", "2026-12-31", "trong năm"),
    ("hoàn thành trước năm 2027", "2026-12-31", "trước năm 2027"),
    ("từ nay đến hết năm 2026", "2026-12-31", "từ nay đến hết năm 2026"),
    # Working days: Friday 11/9 is the fifth after Saturday 5/9.
    (
        "trong 5 ngày làm việc kể từ ngày ban hành",
        "2026-09-11",
        "trong 5 ngày làm việc kể từ ngày ban hành",
    ),
    (
        "trong thời hạn 05 (năm) ngày làm việc, kể từ ngày ký Thông báo này",
        "2026-09-11",
        "trong thời hạn 05 (năm) ngày làm việc, kể từ ngày ký Thông báo này",
    ),
    # Fifteen days end on Sunday 20/9, so on Monday (Civil Code Art. 148).
    (
        "trong vòng 15 ngày kể từ ngày ban hành",
        "2026-09-21",
        "trong vòng 15 ngày kể từ ngày ban hành",
    ),
    (
        "trong 01 tháng kể từ ngày ban hành văn bản này",
        "2026-10-05",
        "trong 01 tháng kể từ ngày ban hành văn bản này",
    ),
    ("hoàn thành trong 10 ngày tới", "2026-09-15", "trong 10 ngày tới"),
    ("xong trong 02 tuần tới", "2026-09-21", "trong 02 tuần tới"),
    ("hoàn thành trong 10/2026", "2026-10-31", "trong 10/2026"),
    ("xong trước 12/2026", "2026-11-30", "trước 12/2026"),
    ("trình trong T10/2026", "2026-10-31", "trong T10/2026"),
    ("vận hành thử từ 01/12/2026", "2026-12-01", "từ 01/12/2026"),
    ("mở thêm 01 quầy hỗ trợ từ ngày 15/9", "2026-09-15", "từ ngày 15/9"),
    ("trên báo chí, bắt đầu từ ngày 15/10/2026", "2026-10-15", "bắt đầu từ ngày 15/10/2026"),
    ("chuẩn bị Lễ kỷ niệm ngày 10/10/2026", "2026-10-10", "chuẩn bị Lễ kỷ niệm ngày 10/10/2026"),
    (
        "trước ngày làm việc cuối cùng của tháng 10",
        "2026-10-30",
        "trước ngày làm việc cuối cùng của tháng 10",
    ),
    ("từ tuần 38 đến tuần 40", "2026-10-04", "từ tuần 38 đến tuần 40"),
    ("trong năm 2026 và năm 2027", "2027-12-31", "trong năm 2026 và năm 2027"),
    (
        "trực cả ngày thứ Bảy 12/9 và Chủ nhật 13/9",
        "2026-09-13",
        "cả ngày thứ Bảy 12/9 và Chủ nhật 13/9",
    ),
]

UNDATED = [
    ("trước ngày 23 tháng Chạp", "âm lịch"),
    ("trước rằm tháng Giêng", "âm lịch"),
    ("trước ngày 15/8 âm lịch", "âm lịch"),
    ("trước ngày 30 Tết", "âm lịch"),
    ("cập nhật trong 24h tới", "bằng giờ"),
    ("áp dụng luôn từ tuần sau", "chưa ghi rõ ngày"),
    ("tổng vệ sinh ngay khi nước rút", "sự kiện"),
    ("báo cáo tại cuộc họp giao ban tuần 15", "sự kiện"),
    ("báo cáo tại kỳ giao ban tháng 11", "sự kiện"),
    ("báo cáo tại phiên họp UBND thành phố tháng 10", "sự kiện"),
    ("báo cáo tại giao ban tháng 9/2026", "sự kiện"),
    ("phát hành giấy mời trước đó 03 ngày", "sự kiện"),
    ("báo cáo khi xong Tết", "sự kiện"),
    ("tổng kết sau Tết Nguyên đán", "sự kiện"),
    ("báo cáo trước kỳ tiếp dân tháng 10", "sự kiện"),
    ("xong trước khai mạc Đại hội", "sự kiện"),
    ("trước ngày 30/2/2026", "không có trong lịch"),
    ("trước ngày 31/9", "không có trong lịch"),
    ("trước ngày 25", "chưa ghi đủ"),
    ("trước thứ Sáu", "chưa ghi đủ"),
    ("báo cáo trước 17h00", "chưa ghi đủ"),
    ("đầu tuần sau", "chưa ghi rõ ngày trong tuần"),
    ("trong tuần đầu tháng 11/2026", "chưa ghi đủ"),
    ("trong tuần 30", "đã qua"),
    ("trong tuần 60", "không có tuần này"),
    ("trước giữa tháng 11/2026", "chưa ghi rõ ngày"),
    ("thí điểm từ đầu năm 2027", "chưa ghi đủ"),
    ("trình chủ trương đầu tư trong tuần", "chưa ghi đủ"),
    ("công khai kết quả trước mỗi kỳ họp", "sự kiện"),
    ("báo cáo tại giao ban tuần sau", "sự kiện"),
    ("gửi giấy mời chậm nhất 05 ngày trước buổi diễn tập", "sự kiện"),
    ("đề xuất khen thưởng khi kết thúc tháng cao điểm", "sự kiện"),
    ("xong để kịp phục vụ Đại hội", "sự kiện"),
    ("bảo vệ thi công từ nay đến khi thông tuyến", "sự kiện"),
    ("trong tháng 3", "đã qua"),
    ("trước khi khởi công", "sự kiện"),
    ("ngay sau Hội nghị", "sự kiện"),
    ("ngay khi có kết quả", "sự kiện"),
    ("trong năm học 2026-2027", "năm học"),
    ("chậm nhất sau 03 ngày", "chưa rõ ngày bắt đầu"),
    ("trong vòng 05 ngày kể từ ngày kết thúc Hội nghị", "chưa rõ ngày bắt đầu"),
    ("chậm nhất 03 ngày làm việc sau khi kết thúc", "chưa rõ ngày bắt đầu"),
    ("đầu tháng 10", "chưa ghi rõ ngày"),
    ("giữa tháng 10", "chưa ghi rõ ngày"),
    ("đầu quý IV", "chưa ghi rõ ngày"),
    ("trước ngày 25/8", "đã qua"),
    ("trước kỳ họp thứ 12 của HĐND thành phố", "sự kiện"),
    ("báo cáo tại hội nghị lần tới", "sự kiện"),
    ("trình tại kỳ họp cuối năm", "sự kiện"),
    ("ngay sau khi Quốc hội thông qua", "sự kiện"),
    ("trước Tết Nguyên đán", "sự kiện"),
    ("trong 10 ngày kể từ khi nhận được văn bản", "từ ngày nhận"),
    ("trong 10 ngày làm việc", "chưa rõ ngày bắt đầu"),
    ("trong vòng 24 giờ kể từ khi ban hành", "bằng giờ"),
]

NO_DEADLINE = [
    "thực hiện Kế hoạch số 15/KH-UBND ngày 03/2/2026",
    "tại cuộc họp ngày 05/9/2026",
    "số liệu tính từ 15/6/2026 đến 14/9/2026",
    "kỷ niệm 81 năm Quốc khánh 2/9",
    "đạt 3/4 chỉ tiêu, giảm 25.9%",
    "khẩn trương triển khai ngay",
    "tính đến hết ngày 31/8/2026",
    "lũy kế đến hết tháng 8",
    "các dự án được phê duyệt trước ngày 01/7/2026",
    "xử lý hồ sơ tồn đọng trước ngày 01/9/2026",
    "rút ngắn thời gian giải quyết còn không quá 3 ngày làm việc",
    "thời gian chờ không quá 15 phút",
    "báo cáo sơ kết công tác 6 tháng đầu năm",
    "tổng kết cuối năm, dự toán năm 2027",
    "đến năm 2030 đạt 95%, giai đoạn 2026-2030",
    "trước hết, các đơn vị rà soát",
    "trong tháng thanh niên",
    "bảo đảm không đứt gãy dịch vụ từ 01/01/2027",
    "hoàn thành Đề án (hạn cũ: ngày 30/10/2026)",
    "các phường, trừ những nơi đã tổ chức trong tháng 11",
    "đã mở cửa phục vụ Nhân dân từ ngày 15/7/2026",
    "phân công trực 24/24 giờ, tỷ lệ 9/2026 hồ sơ",
]


def _found(words: str, issued_on: date | None = ISSUED) -> list[Deadline]:
    plain = surface(words)
    return find_deadlines(
        plain, 0, len(plain), issued_on=issued_on, calendar=built_in_working_days()
    )


@pytest.mark.parametrize("case", DATED, ids=lambda case: case[0])
def test_a_deadline_is_a_day_and_its_words(case: tuple[Any, ...]) -> None:
    words, day, quoted, *issued_on = case

    (deadline,) = _found(words, *issued_on)

    assert deadline.date == date.fromisoformat(day)
    assert words[deadline.start : deadline.end] == quoted
    assert deadline.doubt is None


@pytest.mark.parametrize(("words", "doubt"), UNDATED)
def test_what_is_not_one_day_gives_no_date(words: str, doubt: str) -> None:
    (deadline,) = _found(words)

    assert deadline.date is None
    assert doubt in str(deadline.doubt)


@pytest.mark.parametrize("words", NO_DEADLINE)
def test_a_date_alone_is_no_deadline(words: str) -> None:
    assert _found(words) == []


def test_a_day_before_the_paper_is_kept_and_doubted() -> None:
    (deadline,) = _found("trước ngày 01/9/2026")

    assert deadline.date == date(2026, 9, 1)
    assert "đã qua so với ngày văn bản (05/09/2026)" in str(deadline.doubt)


@pytest.mark.parametrize(
    ("words", "likely"),
    [
        ("trước ngày 15/10/2025", "15/10/2026"),
        ("chậm nhất ngày 20 tháng 3 năm 2025", "20/03/2027"),
    ],
)
def test_a_day_of_an_earlier_year_is_no_day_and_the_likely_one_is_offered(
    words: str, likely: str
) -> None:
    (deadline,) = _found(words)

    assert deadline.date is None
    assert f"có thể là {likely}" in str(deadline.doubt)


@pytest.mark.parametrize("words", ["trước ngày 20/10", "trong tháng 10", "trong quý IV"])
def test_without_the_day_of_the_paper_no_year_is_guessed(words: str) -> None:
    (deadline,) = _found(words, issued_on=None)

    assert deadline.date is None
    assert "không ghi năm" in str(deadline.doubt)


def test_a_time_that_is_over_this_year_is_of_the_year_the_paper_is_about() -> None:
    """As in "Kế hoạch công tác năm 2027", issued in December 2026."""
    december = date(2026, 12, 5)

    days = [
        find_deadlines(
            surface(words),
            0,
            len(words),
            issued_on=december,
            calendar=built_in_working_days(),
            plan_year=2027,
        )[0].date
        for words in ("trước ngày 15/9", "trong tháng 9", "trong quý III", "trước ngày 20/12")
    ]

    assert days == [date(2027, 9, 15), date(2027, 9, 30), date(2027, 9, 30), date(2026, 12, 20)]


@pytest.mark.parametrize(
    "words", ["trong quý III và quý IV", "trước ngày 30/9 và 31/12/2026", "tháng 9, tháng 12/2026"]
)
def test_two_times_side_by_side_are_two_deadlines(words: str) -> None:
    first, second = _found(f"hoàn thành {words}")

    assert (first.date, second.date) == (date(2026, 9, 30), date(2026, 12, 31))


def test_a_weekday_that_does_not_fit_its_date_is_doubted() -> None:
    (deadline,) = _found("trước thứ Tư (10/9/2026)")

    assert deadline.date == date(2026, 9, 10)
    assert deadline.doubt == "Ngày 10/09/2026 là thứ Năm, không phải thứ Tư."


def test_a_deadline_says_how_its_day_was_found() -> None:
    assert _found("trước ngày 20/10")[0].how == "lấy năm 2026 theo ngày ban hành"
    assert _found("trong tháng 10")[0].how == "lấy ngày cuối của kỳ"
    assert _found("trong tuần 37")[0].how == "tuần từ 07/09 đến 13/09/2026"


def test_a_term_counts_through_the_calendar_that_is_given() -> None:
    class EveryDayWorks:
        def add_working_days(self, day: date, n: int) -> date:
            return date.fromordinal(day.toordinal() + n)

    plain = surface("trong 5 ngày làm việc kể từ ngày ban hành")

    (deadline,) = find_deadlines(plain, 0, len(plain), issued_on=ISSUED, calendar=EveryDayWorks())

    assert deadline.date == date(2026, 9, 10)


def test_days_off_and_days_worked_in_exchange_are_those_of_the_city() -> None:
    calendar = built_in_working_days()

    assert calendar.add_working_days(date(2026, 4, 29), 1) == date(2026, 5, 4)
    assert calendar.add_working_days(date(2026, 8, 21), 1) == date(2026, 8, 22)
    assert calendar.add_working_days(date(2026, 11, 23), 1) == date(2026, 11, 24)


def test_a_term_beyond_the_calendar_is_a_doubt() -> None:
    (deadline,) = _found("trong 5 ngày làm việc kể từ ngày ký", date(2100, 3, 1))

    assert deadline.date is None
    assert "Lịch làm việc" in str(deadline.doubt)
