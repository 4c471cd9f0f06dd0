"""Years that no date says: of the day a text tells of, and of the year a plan is for."""

from datetime import date

import pytest

from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import read
from baro.documents.reading.drafts import Head
from baro.documents.reading.surface import surface
from baro.documents.reading.years import day_told, plan_year


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Sáng 16/7/2026, đồng chí Phó Chủ tịch kiểm tra", date(2026, 7, 16)),
        ("(Bản tin) - Chiều ngày 02/12/2026, UBND thành phố họp", date(2026, 12, 2)),
        ("Báo Mẫu - Thứ Năm, 17/9/2026, 19:42\nChiều 17-9, Chủ tịch", date(2026, 9, 17)),
        ("Thứ tư, ngày 16-07-2026 | 20:15", date(2026, 7, 16)),
        ("17/09/2026 19:42 GMT+7", date(2026, 9, 17)),
        ("Thời sự\n05/06/2026 - 21:10\nSáng 5-6, Bí thư", date(2026, 6, 5)),
        ("Cập nhật lúc 8h30, 05/11/2026", date(2026, 11, 5)),
        ("Hà Nội, 20/8/2026 (Bản tin) - Chủ tịch", date(2026, 8, 20)),
        ("Xuất bản: 05.10.2026", date(2026, 10, 5)),
        ("Sáng nay, 20-8-2026, Chủ tịch kiểm tra", date(2026, 8, 20)),
        ("Ngày 5 tháng 10 năm 2026, Chủ tịch kiểm tra", date(2026, 10, 5)),
        ("yêu cầu bàn giao trước ngày 30-12-2026", None),
        ("Từ ngày 01/7/2026 đến ngày 30/12/2026, các phường", None),
        ("Luật có hiệu lực 01/7/2026 quy định", None),
        ("Ngày 30/2/2026 không có trong lịch", None),
        ("Kế hoạch số 12/KH-UBND, giai đoạn 2026-2030", None),
    ],
)
def test_a_text_without_a_head_is_of_the_day_it_tells(opening: str, day: date | None) -> None:
    assert day_told(surface(opening)) == day


@pytest.mark.parametrize(
    ("subject", "year"),
    [
        ("Kế hoạch công tác năm 2027", 2027),
        ("Sơ kết năm 2026, nhiệm vụ năm 2027", None),
        (None, None),
    ],
)
def test_a_plan_is_for_the_one_year_of_its_subject(subject: str | None, year: int | None) -> None:
    assert plan_year(Head(subject=subject)) == year


def test_a_press_text_gives_its_deadlines_their_year() -> None:
    text = (
        "Sáng 16/7/2026, Phó Chủ tịch UBND thành phố kiểm tra trạm bơm.\n\n"
        "Phó Chủ tịch UBND thành phố yêu cầu Sở Xây dựng hoàn thành đấu nối trước ngày 10/8."
    )

    (task,) = read(text, gazetteer=built_in_gazetteer()).tasks

    assert task.due == date(2026, 8, 10)
    assert "Hạn: “trước ngày 10/8” (lấy năm 2026 theo ngày ban hành)." in task.reasons
