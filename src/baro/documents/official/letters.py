"""Text as it can be printed: composed, without signs that neither Word nor a page can hold."""

import unicodedata

from baro.kernel.text import nfc

_UNPRINTABLE = frozenset({"Cc", "Cs", "Cn"})


def printable(text: str) -> str:
    """Control signs, such as a line break pasted out of Word, become a blank."""
    return "".join(
        " " if unicodedata.category(letter) in _UNPRINTABLE else letter for letter in nfc(text)
    )
