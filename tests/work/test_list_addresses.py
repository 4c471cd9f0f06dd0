from datetime import date

import pytest
from django.http import QueryDict

from baro.work import api as work

WEDNESDAY = date(2026, 9, 9)


def _read(text: str) -> work.ListQuery:
    return work.read_query(QueryDict(text))


def test_one_question_is_always_written_in_one_way() -> None:
    repeated = _read("trangthai=issued&o=paused&trangthai=received&q=m%C3%B9a++m%C6%B0a&trang=3")
    joined = _read("q=m%C3%B9a+m%C6%B0a&o=paused&trangthai=issued,,received,issued")

    assert repeated.canonical == joined.canonical
    assert repeated.canonical == "q=m%C3%B9a+m%C6%B0a&o=paused&trangthai=issued,received"
    assert work.query_of(repeated.canonical) == repeated
    assert repeated.unknown == ()


def test_a_comma_belongs_to_words_and_parts_the_values_of_all_else() -> None:
    asked = _read("q=t%C3%B4m,+c%C3%A1&donvi=SNV,STC&han=tuan-nay,thang-nay")

    assert asked.conditions["q"] == ("tôm, cá",)
    assert asked.conditions["donvi"] == ("SNV", "STC")
    assert asked.conditions["han"] == ("tuan-nay,thang-nay",)


def test_what_nobody_knows_is_kept_apart_to_be_told() -> None:
    asked = _read("mau=do&o=paused&ky=2026-09&trang=2")

    assert asked.unknown == ("mau",)
    assert asked.canonical == "o=paused&ky=2026-09"
    assert "o" not in asked.but("o").conditions


def test_a_link_changes_one_thing_and_remembers_the_list_that_was_opened() -> None:
    asked = _read("o=paused,undated&xem=bang&ds=7")

    assert asked.without("o", "paused").href() == "?o=undated&xem=bang&ds=7"
    assert asked.href(xem="", sapxep="-han") == "?o=paused,undated&sapxep=-han&ds=7"
    assert _read("o=paused&ds=7").without("o", "paused").href() == "?ds=tat-ca"


@pytest.mark.parametrize(
    ("words", "first", "last", "said"),
    [
        ("hom-nay", (9, 9), (9, 9), "hôm nay"),
        ("tuan-nay", (9, 7), (9, 13), "tuần này"),
        ("tuan-truoc", (8, 31), (9, 6), "tuần trước"),
        ("thang-truoc", (8, 1), (8, 31), "tháng trước"),
        ("thang-sau", (10, 1), (10, 31), "tháng sau"),
        ("quy-nay", (7, 1), (9, 30), "quý này"),
        ("nam-nay", (1, 1), (12, 31), "năm nay"),
        ("7-ngay-toi", (9, 9), (9, 16), "7 ngày tới"),
        ("30-ngay-qua", (8, 10), (9, 9), "30 ngày qua"),
        ("2026-02", (2, 1), (2, 28), "tháng 2/2026"),
        ("18/09/2026", (9, 18), (9, 18), "18/09/2026"),
    ],
)
def test_words_for_days_are_counted_from_the_day_on_which_they_are_read(
    words: str, first: tuple[int, int], last: tuple[int, int], said: str
) -> None:
    assert work.span_of(words, on=WEDNESDAY) == (date(2026, *first), date(2026, *last))
    assert work.days_in_words(words) == said


@pytest.mark.parametrize("words", ["", "hom-kia", "2026-13", "0000-01", "30/02/2026", "٣-ngay-toi"])
def test_what_means_no_day_is_no_day(words: str) -> None:
    assert work.span_of(words, on=WEDNESDAY) is None
