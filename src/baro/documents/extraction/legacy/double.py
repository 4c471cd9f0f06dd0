"""VNI: a plain letter and, after it, a second sign that carries hat, breve, horn and tone."""

import re
from collections.abc import Mapping

from baro.kernel.text import nfc

_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
_HAT, _BREVE = "\u0302", "\u0306"
_TONES = {"ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ù": _ACUTE, "ï": _DOT}
_HATS = {
    "â": _HAT,
    "à": _HAT + _GRAVE,
    "å": _HAT + _HOOK,
    "ã": _HAT + _TILDE,
    "á": _HAT + _ACUTE,
    "ä": _HAT + _DOT,
}
_BREVES = {
    "ê": _BREVE,
    "è": _BREVE + _GRAVE,
    "ú": _BREVE + _HOOK,
    "ü": _BREVE + _TILDE,
    "é": _BREVE + _ACUTE,
    "ë": _BREVE + _DOT,
}
_SINGLE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_FOLLOWED = {
    "a": _TONES | _HATS | _BREVES,
    "o": _TONES | _HATS,
    "e": _TONES | _HATS,
    **dict.fromkeys(("u", "y", "ô", "ö"), _TONES),
}


def _written() -> dict[str, str]:
    small = dict(_SINGLE)
    for letter, signs in _FOLLOWED.items():
        for sign, marks in signs.items():
            small[letter + sign] = nfc(_SINGLE.get(letter, letter) + marks)
    mixed = {pair[0].upper() + pair[1:]: letter.upper() for pair, letter in small.items()}
    return small | mixed | {pair.upper(): letter.upper() for pair, letter in small.items()}


VNI: Mapping[str, str] = _written()
_ANY = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))


def from_vni(text: str) -> str:
    return _ANY.sub(lambda found: VNI[found[0]], text)
