"""The text as the grammars see it: same length, so offsets hold; one spelling, so rules stay short.

Lower case; any white space is a blank; one kind of dash and quotation mark; the tone of `oa`,
`oe`, `uy` on the first vowel (hòa, not hoà); `lý`, `kỳ`, `mỹ` with y.
"""

import re
import unicodedata
from functools import cache

_SAME = str.maketrans(
    {
        **dict.fromkeys("\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u202f\u3000", " "),
        **dict.fromkeys("\u2010\u2011\u2012–—―\u2212", "-"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'"),
        **dict.fromkeys("•●▪◦‣∙·", "•"),
        "…": ".",
    }
)
_SECOND = {"à": "a", "á": "a", "ả": "a", "ã": "a", "ạ": "a"} | {
    "è": "e", "é": "e", "ẻ": "e", "ẽ": "e", "ẹ": "e",
    "ỳ": "y", "ý": "y", "ỷ": "y", "ỹ": "y", "ỵ": "y",
}  # fmt: skip
_TONES = ("aàáảãạ", "eèéẻẽẹ", "yỳýỷỹỵ")
_FIRST = {"o": "oòóỏõọ", "u": "uùúủũụ"}
_LATE_TONE = re.compile(r"(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])\b")
_SHORT_I = re.compile(r"\b(?:l[íì]|k[ìíĩ]|m[ĩ]|qu[íìị])\b")
_LONG_Y = str.maketrans("ìíỉĩị", "ỳýỷỹỵ")


def surface(text: str) -> str:
    """One spelling of an NFC text, character for character."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(_lower(char) for char in text)
    early = _LATE_TONE.sub(_tone_on_first_vowel, lowered.translate(_SAME))
    return _SHORT_I.sub(lambda found: found[0].translate(_LONG_Y), early)


def _lower(char: str) -> str:
    """The capital İ alone becomes two characters; it stays as it is."""
    low = char.lower()
    return low if len(low) == 1 else char


def _tone_on_first_vowel(found: re.Match[str]) -> str:
    first, second = found[0][0], found[0][1]
    bare = _SECOND[second]
    row = next(row for row in _TONES if row[0] == bare)
    return _FIRST[first][row.index(second)] + bare


def bare(text: str) -> str:
    """The text without its marks, character for character: what a poor scan leaves of it."""
    return "".join(_letter(char) for char in text)


@cache
def _letter(char: str) -> str:
    """The letter under the marks; a mark that stands alone stays."""
    if char in "đĐ":
        return "d" if char == "đ" else "D"
    return unicodedata.normalize("NFD", char)[0]
