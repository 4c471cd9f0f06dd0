"""Why people are told something: the kinds of notices, which are data."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.db import models

_SHIPPED = Path(__file__).parent / "data" / "kinds.csv"


class Channel(models.TextChoices):
    """How a notice reaches a person; the bell always has it too."""

    AT_ONCE = "at_once", "Thư điện tử ngay"
    DIGEST = "digest", "Thư tổng hợp buổi sáng"
    BELL = "bell", "Chỉ ở chuông"


@dataclass(frozen=True)
class NoticeKind:
    """One reason: `label` stands on the chip, `meaning` says it in a sentence."""

    code: str
    label: str
    meaning: str
    is_urgent: bool
    is_mandatory: bool
    channel: Channel
    tone: str


class KindUnknown(LookupError):
    """Somebody told a kind that the data do not have: a mistake in the code that tells."""


@cache
def notice_kinds() -> Mapping[str, NoticeKind]:
    """All kinds by their code, in the order in which people read them."""
    with _SHIPPED.open(encoding="utf-8", newline="") as file:
        kinds = [_read(row) for row in csv.DictReader(file)]
    return {kind.code: kind for kind in kinds}


def notice_kind(code: str) -> NoticeKind:
    try:
        return notice_kinds()[code]
    except KeyError:
        raise KindUnknown(code) from None


def _read(row: dict[str, str]) -> NoticeKind:
    return NoticeKind(
        code=row["code"],
        label=row["label"],
        meaning=row["meaning"],
        is_urgent=row["is_urgent"] == "yes",
        is_mandatory=row["is_mandatory"] == "yes",
        channel=Channel(row["channel"]),
        tone=row["tone"],
    )
