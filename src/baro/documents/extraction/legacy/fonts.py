"""The code that belongs to a font, told by its name."""

from typing import NamedTuple

from baro.documents.extraction.legacy.recognition import (
    TCVN3_CODE,
    VNI_CODE,
    VPS_CODE,
    converted,
)

_BEGINNINGS = ((".vn", TCVN3_CODE), ("vni-", VNI_CODE), ("vni ", VNI_CODE), ("vps ", VPS_CODE))


class LegacyFont(NamedTuple):
    """`capitals` is set for fonts that draw capitals where small letters are written."""

    code: str
    capitals: bool

    def convert(self, text: str) -> str:
        unicode = converted(text, self.code)
        return unicode.upper() if self.capitals else unicode


def legacy_font(name: str) -> LegacyFont | None:
    lowered = name.strip().lower()
    for beginning, code in _BEGINNINGS:
        if lowered.startswith(beginning):
            return LegacyFont(code, code == TCVN3_CODE and name.strip().endswith("H"))
    return None
