"""Letters of a second font, drawn after the rest of their line, stand in their words again."""

from tests.documents.extraction.papers import pdf, pdf_of

from baro.documents.extraction import extract

LINES = ("Giao Sở Nội vụ tổng hợp", "kết quả tại các đơn vị")


def test_letters_drawn_after_their_line_are_put_back() -> None:
    drawn = b"".join(_in_two_fonts(words, y=700 - 20 * row) for row, words in enumerate(LINES))

    assert extract(pdf_of([drawn])).text.splitlines() == list(LINES)


def test_letters_that_stand_alone_in_the_language_change_nothing() -> None:
    lines = ["Đất ở, ý kiến và ô tô à", "Nhà ở và ý chí"]

    assert extract(pdf([lines])).text.splitlines() == lines


def _in_two_fonts(words: str, *, y: float) -> bytes:
    """First the letters from a to z, then the others, each at its place."""
    return _drawn([c if c.isascii() else None for c in words], y=y) + _drawn(
        [None if c.isascii() else c for c in words], y=y
    )


def _drawn(places: list[str | None], *, y: float) -> bytes:
    """One run of letters 7.2 points wide; a place without a letter is passed over."""
    first = next(place for place, char in enumerate(places) if char is not None)
    shown, passed = b"", 0
    for char in places[first:]:
        if char is None:
            passed += 600
        else:
            shown += (b"-%d" % passed if passed else b"") + b"<%s>" % _hex(char)
            passed = 0
    return b"BT /F1 12 Tf 1 0 0 1 %g %g Tm [%s] TJ ET\n" % (50 + 7.2 * first, y, shown)


def _hex(char: str) -> bytes:
    return char.encode("utf-16-be").hex().encode()
