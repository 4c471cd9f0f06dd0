"""What belongs to the page is no word of a sentence, and every place is found again."""

import pytest

from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import read
from baro.documents.reading.pages import on_one_page

HEAD = """UBND THÀNH PHỐ HÀ NỘI
Số: 99/TB-UBND
Hà Nội, ngày 05 tháng 9 năm 2026

THÔNG BÁO
Kết luận tại cuộc họp

"""
BETWEEN_PAGES = [
    f"\n\n{' ' * 80}2\n\n",
    f"\n{' ' * 40}- 2 -\n",
    "\n\n\n\nTrang 2/5\n\n\n",
    "\n\x0c2\n",
    f"\n\nThông báo về an toàn thực phẩm{' ' * 30}2\n\n",
    f"\n\n2{' ' * 30}Họp giao ban tháng 9\n\n",
    "\nThông báo về an toàn thực phẩm 2\n",
]
PARTS_OF_A_SENTENCE = [
    "\nphường Cửa Nam, tổ 2\n",
    "\nTiến Thắng và thôn số 3\n",
    f"\n\nTổng số trường{' ' * 30}41\n\n",
]


def _text(between: str) -> str:
    return (
        f"{HEAD}1. Giao Sở Y tế lấy mẫu kiểm nghiệm mỗi{between}tháng, báo cáo UBND thành phố"
        " trước ngày 25/9/2026.\n"
    )


@pytest.mark.parametrize("between", BETWEEN_PAGES)
def test_a_sentence_goes_on_over_the_end_of_its_page(between: str) -> None:
    reading = read(_text(between), gazetteer=built_in_gazetteer())

    [task] = reading.tasks

    assert task.recurrence is not None
    assert task.quote == reading.text[task.start : task.end]
    assert task.quote.endswith("25/9/2026.")
    assert "2   " not in task.title


@pytest.mark.parametrize("between", PARTS_OF_A_SENTENCE)
def test_a_number_at_the_end_of_a_line_is_not_yet_that_of_a_page(between: str) -> None:
    words = between.split()

    assert on_one_page(_text(between)).text.split() == _text(between).split()
    assert words[-1] in on_one_page(_text(between)).text


def test_every_place_is_found_again() -> None:
    text = "một\n\n2\n\nhai\n\n3\n\nba"
    page = on_one_page(text)

    assert page.text == "một\nhai\nba"
    assert [text[page.place(here)] for here in range(len(page.text))] == list(page.text)
    assert page.end(len(page.text)) == len(text)
    assert page.end(len("một")) == len("một")
