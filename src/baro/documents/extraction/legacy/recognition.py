"""Which of the old codes a text is written in, and the text in Unicode."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from baro.documents.extraction.legacy.double import from_vni
from baro.documents.extraction.legacy.single import TCVN3, VISCII, VPS
from baro.documents.extraction.legacy.syllables import Share, share
from baro.kernel.text import nfc

_SAMPLE = 30_000  # characters; enough to be sure, and quick on a text of any length
_FEWEST_WORDS = 2
_MOSTLY = 0.8
_MODERN = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_MODERN_SHARE = 0.01
_BYTE_OF = {
    ord(bytes([place]).decode("cp1252")): chr(place)
    for place in range(0x80, 0xA0)
    if place not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
_SIGN_OF = {ord(place): chr(sign) for sign, place in _BYTE_OF.items()}


class Converted(NamedTuple):
    """The text in Unicode and the name of the code that it was written in."""

    text: str
    code: str


def _by_place(table: Mapping[int, str]) -> Callable[[str], str]:
    return lambda text: text.translate(table)


def _from_1258(text: str) -> str:
    return nfc(text.encode("latin-1", "replace").decode("cp1258", "replace"))


def _read_twice(text: str) -> str:
    """UTF-8 that some program took for Latin letters and wrote as UTF-8 once more."""
    return text.encode("latin-1", "replace").decode("utf-8", "replace")


TCVN3_CODE, VNI_CODE, VPS_CODE = "TCVN3 (ABC)", "VNI", "VPS"
_CODES: dict[str, Callable[[str], str]] = {
    TCVN3_CODE: _by_place(TCVN3),
    VNI_CODE: from_vni,
    VPS_CODE: _by_place(VPS),
    "VISCII": _by_place(VISCII),
    "Windows-1258": _from_1258,
    "UTF-8 bị chuyển mã hai lần": _read_twice,
}


def decoded(content: bytes) -> Converted | None:
    """Bytes in the old code that turns them into Vietnamese; None when none does."""
    return _best(content.decode("latin-1"), better_than=Share(0, 0))


def recovered(text: str) -> Converted | None:
    """Text whose letters are those of an old font; None when it is in Unicode as it stands."""
    sample = text[:_SAMPLE]
    if len(_MODERN.findall(sample)) > len(sample) * _MODERN_SHARE:
        return None
    return _best(_as_places(text), better_than=share(sample))


def converted(text: str, code: str) -> str:
    return _CODES[code](_as_places(text)).translate(_SIGN_OF)


def _as_places(text: str) -> str:
    """Each letter of a Western text as the place that it had in the old font."""
    return text.translate(_BYTE_OF)


def _best(text: str, *, better_than: Share) -> Converted | None:
    shares = {code: share(convert(text[:_SAMPLE])) for code, convert in _CODES.items()}
    code = max(shares, key=lambda code: shares[code].fitting - shares[code].strange)
    found = shares[code]
    is_vietnamese = found.fitting >= max(_FEWEST_WORDS, found.total * _MOSTLY)
    if not is_vietnamese or found.fitting <= better_than.fitting * 2:
        return None
    return Converted(converted(text, code), code)
