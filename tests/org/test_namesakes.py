from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories.org import PersonFactory

from baro.kernel.editions import begin_request, end_request
from baro.org import api as org

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "words", ["do thi ngoc lan", "Đỗ Lan", "đỗ văn a", "Ngọc Lan", "Trần Hưng Đạo", "do luong"]
)
def test_words_that_could_be_a_name(words: str) -> None:
    PersonFactory.create(full_name="Đỗ Người Thử")

    assert org.could_be_name(words)


@pytest.mark.parametrize(
    "words", ["", "đỗ", "rà soát", "đo lường", "do van 126", "kế hoạch 5 năm", "Đỗ " * 6]
)
def test_words_that_are_none(words: str) -> None:
    PersonFactory.create(full_name="Đỗ Người Thử")

    assert not org.could_be_name(words)


def test_a_surname_is_what_somebody_here_bears_from_the_day_they_come(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    assert not org.could_be_name("lò thử")

    PersonFactory.create(full_name="Lò Người Thử")

    begin_request({"REQUEST_METHOD": "GET"})
    assert org.could_be_name("lò thử")
    with django_assert_num_queries(0):
        assert org.could_be_name("lo thu")
    end_request()


@pytest.mark.parametrize("words", ["vũ hòa", "vũ hoà", "Vũ HOÀ", "vu hoa"])
def test_a_person_is_found_wherever_the_tone_is_written(words: str) -> None:
    for name in ("Vũ Người Hòa", "Vũ Người Hoà", "Vũ Người Hóa"):
        PersonFactory.create(full_name=name)

    found = {each.name for each in org.namesakes(words, on=date(2026, 11, 20), most=9)}

    assert {"Vũ Người Hòa", "Vũ Người Hoà"} <= found
    assert ("Vũ Người Hóa" in found) == (words == "vu hoa")
