"""Words that offices taught: their own ways of giving work, of not giving it, of naming papers.

The rules know one set of words. A taught word is put before them as a known one of the same kind,
at its own place; what is shown and quoted keeps the words of the paper.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from baro.documents.reading.surface import surface
from baro.kernel.text import nfc

Kind = Literal["order", "no_order", "product"]
# What the rules see instead. Nothing known is written with this sign, so nothing is ordered by it.
HUSHED = "¬"
_KNOWN: dict[Kind, str] = {"order": "giao", "no_order": HUSHED, "product": "sổ"}
_WIDEST = 40  # blanks that a rule lets pass between two words


@dataclass(frozen=True)
class LocalWord:
    """A word that an office taught, and what it is.

    "order" hands a task to the body named next ("ủy thác cho Sở A"); "no_order" stands where an
    order could be taken for one and gives none; "product" is something that is handed in. With an
    `issuer` (as the head of a paper names it) it holds in the papers of that body only.
    """

    phrase: str
    kind: Kind
    issuer: str = ""


def in_known_words(plain: str, words: Iterable[LocalWord], issuer: str | None) -> str:
    """The surface with each taught word as a known one, every place where it was."""
    spoken = surface(nfc(issuer or ""))
    meant = {
        spelled: word.kind
        for word in sorted(words, key=lambda word: bool(word.issuer))
        if (spelled := " ".join(surface(nfc(word.phrase)).split()))
        and len(spelled) >= len(_KNOWN[word.kind])
        and (not word.issuer or surface(nfc(word.issuer)) == spoken)
    }
    if not meant:
        return plain
    longest_first = sorted(meant, key=len, reverse=True)
    forms = "|".join(r"\s{1,40}".join(map(re.escape, form.split())) for form in longest_first)
    return re.sub(
        rf"(?<!\w)(?:{forms})(?!\w)",
        lambda found: _as_known(found[0], meant[" ".join(found[0].split())]),
        plain,
    )


def _as_known(written: str, kind: Kind) -> str:
    if kind == "no_order":
        return HUSHED * len(written)
    known = _KNOWN[kind]
    blanks = min(len(written) - len(known), _WIDEST - 1)
    rest = written[len(known) + blanks :]
    return known + " " * blanks + rest
