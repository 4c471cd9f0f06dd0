import pytest

from baro.org import api as org


@pytest.mark.parametrize(
    "words", ["do thi ngoc lan", "Đỗ Lan", "nguyễn văn a", "Ngọc Lan", "Trần Hưng Đạo", "le phi"]
)
def test_words_that_could_be_a_name(words: str) -> None:
    assert org.could_be_name(words)


@pytest.mark.parametrize(
    "words", ["", "lan", "rà soát", "lệ phí", "nguyen van 126", "kế hoạch 5 năm", "Lê " * 6]
)
def test_words_that_are_none(words: str) -> None:
    assert not org.could_be_name(words)
