"""The rules that come with this version, each with its legal basis or the word that it has none."""

import csv
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

_SHIPPED = Path(__file__).parent / "data" / "rules.csv"


@dataclass(frozen=True)
class ShippedRule:
    """A line of the shipped file: one value of one rule."""

    key: str
    title: str
    unit: str
    value: Any
    valid_from: date
    valid_to: date | None
    legal_basis: str
    is_verified: bool


def shipped_rules() -> tuple[ShippedRule, ...]:
    with _SHIPPED.open(encoding="utf-8", newline="") as file:
        return tuple(_read(row) for row in csv.DictReader(file))


def _read(row: dict[str, str]) -> ShippedRule:
    return ShippedRule(
        key=row["key"],
        title=row["title"],
        unit=row["unit"],
        value=json.loads(row["value"]),
        valid_from=date.fromisoformat(row["valid_from"]),
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        legal_basis=row["legal_basis"],
        is_verified=row["is_verified"] == "yes",
    )
