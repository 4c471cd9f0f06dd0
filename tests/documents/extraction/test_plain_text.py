"""Plain text: Unicode in its usual forms."""

import pytest

from baro.documents.extraction import extract

WORDS = "Giao Sở Nội vụ báo cáo trước ngày 25/9/2026."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_and_without_its_mark(encoding: str) -> None:
    extracted = extract(WORDS.encode(encoding))

    assert (extracted.kind, extracted.text, extracted.pages) == ("txt", WORDS, ())


def test_line_ends_of_other_systems_become_ours() -> None:
    assert extract("một\r\nhai\rba".encode()).text == "một\nhai\nba"
