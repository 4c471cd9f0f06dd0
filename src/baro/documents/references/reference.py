"""One paper that another paper names, and in what sense it names it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Sense = Literal["replies", "carries_out", "replaces", "amends", "corrects", "rests_on"]


@dataclass(frozen=True)
class Reference:
    """A cited paper as the text has it; `text[start:end]` names type, number, day and issuer.

    `type` is the code of the type, None where the text says only "văn bản".
    """

    sense: Sense
    type: str | None
    symbol: str
    issued_on: date | None
    issuer: str
    start: int
    end: int
