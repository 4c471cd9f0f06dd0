"""Which page of a list an address asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Wanted:
    """The page that an address asks for: by its number, and by the row before or after it.

    `told` says what of it was not understood.
    """

    number: int = 1
    after: str = ""
    before: str = ""
    told: str = ""

    @classmethod
    def by(cls, params: Mapping[str, Any]) -> "Wanted":
        text = str(params.get("trang", "")).strip()
        is_number = text.isascii() and text.isdigit() and len(text) < 8 and int(text) > 0
        told = f"“{text[:40]}” không phải là số trang. Đây là trang 1."
        return cls(
            int(text) if is_number else 1,
            str(params.get("sau", "")),
            str(params.get("truoc", "")),
            told if text and not is_number else "",
        )
