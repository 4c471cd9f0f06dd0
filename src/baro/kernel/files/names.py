"""File names as people give them, made safe to show, to send and to save."""

import re
import unicodedata
from pathlib import PurePath

from baro.kernel.text import nfc

_LONGEST = 150
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$", re.IGNORECASE)
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_NAMELESS = "tep"


def safe_name(name: str) -> str:
    """Keep the words and the ending; drop folders, control and direction signs, and excess length.

    A right-to-left sign can make `exe.pdf` out of `fdp.exe` on screen; it is dropped with the
    other invisible characters.
    """
    last = re.split(r"[/\\]", nfc(name))[-1]
    visible = "".join(c for c in last if unicodedata.category(c) not in _INVISIBLE)
    tidy = re.sub(r"\s+", " ", _FORBIDDEN.sub("-", visible)).strip(" .")
    if _RESERVED.match(tidy):
        tidy = f"{_NAMELESS}-{tidy}"
    return _shortened(tidy) or _NAMELESS


def ending(name: str) -> str:
    """The ending in small letters without the dot; empty when there is none."""
    return PurePath(safe_name(name)).suffix.lower().removeprefix(".")


def _shortened(name: str) -> str:
    if len(name) <= _LONGEST:
        return name
    path = PurePath(name)
    suffix = path.suffix if len(path.suffix) <= 10 else ""
    return name[: _LONGEST - len(suffix)].rstrip(" .") + suffix
