"""How a number is written: of state bodies (Decree 30/2020) and of the Party (Guide 36-HD/VPTW).

State bodies write "15/QĐ-UBND" and, for an official letter, "12/UBND-VX"; the Party writes
"127-QĐ/TW". Numbers below 10 carry a leading zero. Pure: knows codes, no rows.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from baro.documents.types import PARTY_SYMBOLS, TYPES_WITHOUT_ABBREVIATION
from baro.kernel.text import nfc

_PRINTED = re.compile(r"0*(?P<number>\d{1,8})(?P<suffix>[a-zđ]?)(?P<tail>[-/].*)", re.IGNORECASE)
_LABEL = re.compile(r"^\s*Số\s*[:.]?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class NumberForm:
    """How one type of document of one body is numbered: its run, and the look of a number."""

    series: str
    tail: str

    def symbol(self, number: int) -> str:
        return f"{number:02d}{self.tail}"

    def run_of(self, tail: str) -> str:
        """The run that a printed symbol belongs to.

        Our own for our own form, also with a drafter behind it; any other form is a run of its
        own, because number and symbol together are unique, not the number alone.
        """
        ours, given = self.tail.casefold(), tail.casefold()
        is_ours = given == ours or given.startswith(f"{ours}-")
        return self.series if is_ours else tail[:60]


def state_form(type_code: str, body: str, drafter: str = "") -> NumberForm:
    """`15/QĐ-UBND`; a type without abbreviation shows who drafted it: `12/UBND-VX`."""
    if type_code not in TYPES_WITHOUT_ABBREVIATION:
        return NumberForm(series=type_code, tail=f"/{type_code}-{body}")
    return NumberForm(series=type_code, tail=f"/{body}-{drafter}" if drafter else f"/{body}")


def party_form(type_code: str, body: str) -> NumberForm:
    """`127-QĐ/TW`. Types that share an abbreviation share a run, so that no number comes twice."""
    symbol = PARTY_SYMBOLS.get(type_code, type_code)
    return NumberForm(series=symbol, tail=f"-{symbol}/{body}")


def tidy_symbol(symbol: str) -> str:
    """A symbol as it is compared and kept: composed, without "Số:" and blanks."""
    return re.sub(r"\s+", "", _LABEL.sub("", nfc(symbol)))


@dataclass(frozen=True)
class PrintedNumber:
    """The parts of a printed symbol: 15, "a" and "/QĐ-UBND" of "15a/QĐ-UBND"."""

    number: int
    suffix: str
    tail: str


def printed_parts(symbol: str) -> PrintedNumber | None:
    """The parts of a symbol that begins with a number; None when it does not."""
    found = _PRINTED.fullmatch(tidy_symbol(symbol))
    if not found:
        return None
    return PrintedNumber(int(found["number"]), found["suffix"].lower(), found["tail"])


def printed_number(symbol: str) -> int | None:
    """The number in front of a printed symbol: 215 of "215/TB-VP"; None when there is none."""
    parts = printed_parts(symbol)
    return parts.number if parts else None


def body_symbol(unit_code: str) -> str:
    """The abbreviation of a body in its numbers, found by its code: `SNV`, `UBND`, `VP`."""
    parts = unit_code.split(".")
    endings = [".".join(parts[start:]) for start in range(len(parts))]
    known = _symbols()
    return next((known[ending] for ending in endings if ending in known), parts[-1])


@cache
def _symbols() -> dict[str, str]:
    table = files("baro.documents").joinpath("data/symbols.csv").read_text(encoding="utf-8")
    return {row["ending"]: row["symbol"] for row in csv.DictReader(table.splitlines())}
