import pytest

from baro.kernel.palette.api import Likeness, likeness

NONE, SOME, CLOSE = Likeness


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        ("hk", "Phường Hoàn Kiếm", CLOSE),
        ("phk", "Phường Hoàn Kiếm", CLOSE),
        ("sxd", "Sở Xây dựng", CLOSE),
        ("đnđ", "Xã Đa Nước Đen", NONE),  # initials are typed without accents
        ("gnv", "Giao nhiệm vụ", CLOSE),
        ("giao n", "Giao nhiệm vụ", CLOSE),
        ("Giao Nhiệm", "Giao nhiệm vụ", CLOSE),
        ("vu giao", "Giao nhiệm vụ", SOME),
        ("vụ", "Giao nhiệm vụ", SOME),
        ("vũ", "Giao nhiệm vụ", NONE),
        ("giao ban", "Giao nhiệm vụ", NONE),
        ("g", "Giao nhiệm vụ", CLOSE),
        ("v", "Giao nhiệm vụ", SOME),
        ("nd", "Ủy ban nhân dân phường Thử", NONE),
        ("", "Giao nhiệm vụ", NONE),
    ],
)
def test_words_fit_a_name(words: str, name: str, expected: Likeness) -> None:
    assert likeness(words, name) == expected


def test_the_best_of_several_names_counts() -> None:
    assert likeness("thoat", "Đăng xuất", "thoát") == CLOSE
