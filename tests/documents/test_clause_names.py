import pytest

from baro.documents.clause_names import clause_name, clause_title


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("", ""),
        ("2", "điểm 2"),
        ("II.3.a", "điểm II.3.a"),
        ("p1", "đoạn 1"),
        ("2.p1", "điểm 2, đoạn 1"),
        ("II.3.a.-2", "điểm II.3.a, gạch đầu dòng 2"),
        ("p4.+1", "đoạn 4, gạch đầu dòng 1"),
        ("3~2", "điểm 3 (lần 2)"),
    ],
)
def test_a_clause_is_called_as_people_call_it(key: str, name: str) -> None:
    assert clause_name(key) == name
    assert clause_title(key).lower() == name.lower()
    assert clause_title(key)[:1] == name[:1].upper()
