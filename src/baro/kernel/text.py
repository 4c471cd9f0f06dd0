"""Vietnamese text: one normal form, one folding, one order of sorting."""

import unicodedata

_MARKS = {
    "\N{COMBINING GRAVE ACCENT}": 1,
    "\N{COMBINING HOOK ABOVE}": 2,
    "\N{COMBINING TILDE}": 3,
    "\N{COMBINING ACUTE ACCENT}": 4,
    "\N{COMBINING DOT BELOW}": 5,
}
_MARK = {tone: mark for mark, tone in _MARKS.items()}
# At the end of a syllable the tone stands over either letter: hòa and hoà, thủy and thuỷ.
_EITHER = {("o", "a"), ("o", "e"), ("u", "y")}
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: chr(ord("0") + 0x100 + place) for place, letter in enumerate(_LETTERS)}
_STROKE = str.maketrans("đĐ", "dD")


def nfc(text: str) -> str:
    """The composed form, in which all text is stored and compared."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case without any accent; `đ` becomes `d`. For finding, never for showing."""
    decomposed = unicodedata.normalize("NFD", text.translate(_STROKE))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def has_accents(text: str) -> bool:
    """Whether the writer took the trouble to type Vietnamese letters."""
    return fold(text) != text.lower()


def spellings(word: str) -> tuple[str, ...]:
    """The word as given, in NFC, and with its tone over the other letter where both are written."""
    given = nfc(word)
    (first, its), (second, other) = (_without_tone(char) for char in given[-2:].rjust(2))
    if (first.lower(), second.lower()) not in _EITHER or bool(its) == bool(other):
        return (given,)
    moved = first + _MARK.get(other, ""), second + _MARK.get(its, "")
    return given, nfc(given[:-2] + "".join(moved))


def says(text: str, words: str) -> bool:
    """Whether the words stand in the text one after the other, the last perhaps begun only.

    Words typed without accents are found with any.
    """
    kept = fold if not has_accents(words) else str.lower
    return f" {_spaced(kept(nfc(words)))}" in f" {_spaced(kept(nfc(text)))}"


def _spaced(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text).split())


def sort_key(text: str) -> str:
    """A string whose code-point order is Vietnamese dictionary order.

    Letters decide first (a ă â b c d đ …), the five tones only between equal letters, in the
    order of Vietnamese dictionaries: level, grave, hook, tilde, acute, dot below.
    """
    letters, tones = [], []
    for char in nfc(text).lower():
        base, tone = _without_tone(char)
        letters.append(_RANK.get(base, base))
        tones.append(str(tone))
    return "".join(letters) + "\x01" + "".join(tones)


def _without_tone(char: str) -> tuple[str, int]:
    tone = 0
    kept = []
    for part in unicodedata.normalize("NFD", char):
        if part in _MARKS:
            tone = _MARKS[part]
        else:
            kept.append(part)
    return unicodedata.normalize("NFC", "".join(kept)), tone
