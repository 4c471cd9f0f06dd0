import pytest

from baro.documents.numbering import (
    body_symbol,
    party_form,
    printed_number,
    state_form,
    tidy_symbol,
)


@pytest.mark.parametrize(
    ("type_code", "body", "drafter", "number", "symbol"),
    [
        ("QĐ", "UBND", "", 15, "15/QĐ-UBND"),
        ("QĐ", "UBND", "", 7, "07/QĐ-UBND"),
        ("TB", "VP", "", 215, "215/TB-VP"),
        ("CV", "UBND", "VX", 12, "12/UBND-VX"),
        ("CV", "SNV", "", 1204, "1204/SNV"),
    ],
)
def test_a_state_body_writes_its_numbers_as_the_decree_says(
    type_code: str, body: str, drafter: str, number: int, symbol: str
) -> None:
    assert state_form(type_code, body, drafter).symbol(number) == symbol


@pytest.mark.parametrize(
    ("type_code", "body", "number", "symbol"),
    [
        ("QĐ", "TW", 127, "127-QĐ/TW"),
        ("TB", "TU", 3, "03-TB/TU"),
        ("CV", "ĐU", 41, "41-CV/ĐU"),
        ("QyĐ", "TW", 366, "366-QĐ/TW"),
    ],
)
def test_a_party_body_writes_its_numbers_with_a_hyphen(
    type_code: str, body: str, number: int, symbol: str
) -> None:
    assert party_form(type_code, body).symbol(number) == symbol


def test_party_types_with_the_same_letters_share_a_run() -> None:
    assert party_form("QyĐ", "TU").series == party_form("QĐ", "TU").series


@pytest.mark.parametrize(
    ("code", "symbol"),
    [
        ("UBND-TP", "UBND"),
        ("00070.UBND", "UBND"),
        ("00070.DU", "ĐU"),
        ("00070.UBND.VP", "VP"),
        ("00070.DU.VP", "VPĐU"),
        ("VP-TU", "VPTU"),
        ("SNV", "SNV"),
        ("00070.UBND.KT", "KT"),
    ],
)
def test_a_body_has_its_abbreviation(code: str, symbol: str) -> None:
    assert body_symbol(code) == symbol


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("215/TB-VP", 215),
        ("Số: 07 /TB-VP", 7),
        ("127-QĐ/TW", 127),
        ("15a/QĐ-UBND", 15),
        ("TB-VP", None),
        ("", None),
        ("/TB-VP", None),
    ],
)
def test_the_number_is_read_from_the_symbol(printed: str, number: int | None) -> None:
    assert printed_number(printed) == number


def test_a_symbol_typed_with_decomposed_letters_is_the_same_symbol() -> None:
    assert tidy_symbol("Số: 15/Q\N{LATIN CAPITAL LETTER D WITH STROKE} - UBND ") == "15/QĐ-UBND"
    assert tidy_symbol("Số 12/U\N{COMBINING ACUTE ACCENT}B") == "12/ÚB"
