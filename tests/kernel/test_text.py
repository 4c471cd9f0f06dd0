import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.kernel.text import fold, has_accents, nfc, says, sort_key, spellings

VIETNAMESE = st.text("aăâeêioôơuưyđdáàảãạắằẳẵặấầẩẫậ ĐẮẰ", max_size=20)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đường Vành đai 4", "duong vanh dai 4"),
        ("ĐẶNG Thị Hường", "dang thi huong"),
        ("Ke\u0302\u0301 hoa\u0323ch", "ke hoach"),
        ("ưƯơƠăĂâÂêÊôÔ", "uuooaaaaeeoo"),
        ("", ""),
    ],
)
def test_folding_leaves_plain_small_letters(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(VIETNAMESE)
def test_composed_and_decomposed_text_is_the_same(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)

    assert nfc(apart) == nfc(text)
    assert fold(apart) == fold(text)
    assert sort_key(apart) == sort_key(text)


@given(VIETNAMESE)
def test_folded_vietnamese_is_ascii(text: str) -> None:
    assert fold(text).isascii()
    assert not has_accents(fold(text))


@pytest.mark.parametrize(("text", "has"), [("ha noi", False), ("HA NOI", False), ("Hà", True)])
def test_accents_are_noticed(text: str, has: bool) -> None:
    assert has_accents(text) is has


@pytest.mark.parametrize(
    "ordered",
    [
        ["a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "â", "ấ", "b"],
        ["Ba Đình", "Ba Vì", "Bạch Mai", "Bồ Đề", "Cầu Giấy", "Cửa Nam", "Dân Hòa", "Đan Phượng"],
        ["Mê Linh", "Minh Châu", "Mỹ Đức"],
        ["dân", "đan", "e", "ê"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "man"],
        ["Hòa Lạc", "Hòa Phú", "Hòa Xá", "Hoài Đức", "Hoàn Kiếm", "Hoàng Liệt"],
    ],
)
def test_names_stand_in_dictionary_order(ordered: list[str]) -> None:
    shuffled = ordered[1::2] + ordered[::2]

    assert sorted(shuffled, key=sort_key) == ordered


def test_capitals_do_not_change_the_place() -> None:
    assert sort_key("ĐAN PHƯỢNG") == sort_key("Đan Phượng")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Quy trình bổ nhiệm cán bộ", "bo nhiem", True),
        ("Quy trình bổ nhiệm cán bộ", "BỔ  nhiệm", True),
        ("Quy trình bổ nhiệm cán bộ", "bố nhiệm", False),
        ("Bổ sung nhiệm vụ", "bo nhiem", False),
        ("Quy trình bổ nhiệm cán bộ", "bổ nhi", True),
        ("Giải thể cụm", "um", False),
        ("Hộ tịch, cư trú", "hộ tịch cư trú", True),
        ("Đường Láng", "duong", True),
    ],
)
def test_words_are_said_one_after_the_other(text: str, words: str, expected: bool) -> None:
    assert says(text, words) is expected


@pytest.mark.parametrize(
    ("word", "other"),
    [("hòa", "hoà"), ("hoà", "hòa"), ("Thuỷ", "Thủy"), ("khỏe", "khoẻ"), ("uỷ", "ủy")],
)
def test_a_tone_may_stand_over_either_letter(word: str, other: str) -> None:
    assert spellings(word) == (word, other)
    assert spellings(unicodedata.normalize("NFD", word)) == (word, other)


@pytest.mark.parametrize("word", ["", "a", "hoa", "hoàn", "của", "lúa", "mùa", "huyện"])
def test_where_it_stands_over_one_letter_only_the_word_is_left_alone(word: str) -> None:
    assert spellings(word) == (word,)
