"""How well words fit a short name: a command, a page, a unit."""

from enum import IntEnum

from baro.kernel.text import fold, nfc


class Likeness(IntEnum):
    NONE = 0
    SOME = 1
    CLOSE = 2


def likeness(words: str, *names: str) -> Likeness:
    """Close: how a name begins, or its initials; some: each word begins a word of the name.

    A word typed with accents fits only what is so written.
    """
    asked = nfc(words).lower().split()
    if not asked:
        return Likeness.NONE
    return max((_likeness(asked, name) for name in names), default=Likeness.NONE)


def initials(name: str) -> str:
    """The first letters of the words: `hk` for Hoàn Kiếm, `sxd` for Sở Xây dựng."""
    return "".join(word[0] for word in _split(fold(nfc(name))))


def _likeness(asked: list[str], name: str) -> Likeness:
    written, plain = nfc(name).lower(), fold(nfc(name))
    together = " ".join(asked)
    if written.startswith(together) or plain.startswith(together):
        return Likeness.CLOSE
    if len(asked) == 1 and len(together) > 1 and _ends_in(initials(name), together):
        return Likeness.CLOSE
    known = [*_split(written), *_split(plain)]
    fits = all(any(word.startswith(one) for word in known) for one in asked)
    return Likeness.SOME if fits else Likeness.NONE


def _ends_in(letters: str, asked: str) -> bool:
    """The initials of the whole name, or of the name without the kind that stands before it."""
    return letters.endswith(asked) and len(letters) - len(asked) <= 1


def _split(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text).split()
