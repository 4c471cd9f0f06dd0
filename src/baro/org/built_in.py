"""The city as our own data files know it, readable without a database."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from baro.kernel.text import nfc


@dataclass(frozen=True)
class UnitRow:
    """One unit as the files list it; `commune` is the code of the commune it is or serves."""

    code: str
    name: str
    short_name: str
    kind: str
    branch: str
    parent: str | None
    commune: str | None
    aliases: tuple[str, ...]
    opened_on: date | None
    legal_basis: str


@dataclass(frozen=True)
class PostRow:
    """One place in one unit; `scope` and `oversees` are codes of units."""

    unit: str
    code: str
    title: str
    role: str
    scope: str
    oversees: str | None
    rank: int
    is_head: bool


@cache
def built_in_units() -> tuple[UnitRow, ...]:
    """Every unit of the city, parents before children."""
    listed = [_unit(row) for row in _rows("units.csv")]
    bodies = _rows("commune_bodies.csv")
    return (
        *listed,
        *(_body(row, unit) for unit in listed if unit.kind == "commune" for row in bodies),
    )


@cache
def built_in_posts() -> tuple[PostRow, ...]:
    """Every standard post of every built-in unit."""
    communes = [unit.code for unit in built_in_units() if unit.kind == "commune"]
    return tuple(
        post
        for row in _rows("posts.csv")
        for commune in (communes if row["unit"].startswith("*") else [""])
        for post in _posts(row, commune)
    )


def _unit(row: Mapping[str, str]) -> UnitRow:
    return UnitRow(
        code=row["code"],
        name=row["name"],
        short_name=row["short_name"],
        kind=row["kind"],
        branch=row["branch"],
        parent=row["parent"] or None,
        commune=row["code"] if row["kind"] == "commune" else None,
        aliases=_several(row["aliases"]),
        opened_on=date.fromisoformat(row["opened_on"]) if row["opened_on"] else None,
        legal_basis=row["legal_basis"],
    )


def _body(row: Mapping[str, str], commune: UnitRow) -> UnitRow:
    """The body of one commune; wards and rural communes call some bodies differently."""
    spelling = "ward" if commune.name.startswith("Phường ") else "commune"
    place = commune.name[0].lower() + commune.name[1:]
    above, _, _ = row["suffix"].rpartition(".")
    return UnitRow(
        code=f"{commune.code}.{row['suffix']}",
        name=row[f"name_{spelling}"].format(x=place),
        short_name=row[f"short_{spelling}"].format(x=place),
        kind=row["kind"],
        branch=row["branch"],
        parent=f"{commune.code}.{above}" if above else commune.code,
        commune=commune.code,
        aliases=tuple(alias.format(x=place) for alias in _several(row["aliases"])),
        opened_on=commune.opened_on,
        legal_basis=commune.legal_basis,
    )


def _posts(row: Mapping[str, str], commune: str) -> Iterator[PostRow]:
    unit = row["unit"].replace("*", commune)
    scope = unit if row["scope"] == "." else row["scope"].replace("*", commune)
    count = int(row["count"])
    for place in range(1, count + 1):
        yield PostRow(
            unit=unit,
            code=row["code"] if count == 1 else f"{row['code']}-{place}",
            title=row["title"],
            role=row["role"],
            scope=scope,
            oversees=row["oversees"].replace("*", commune) or None,
            rank=int(row["rank"]),
            is_head=row["is_head"] == "yes",
        )


def _rows(name: str) -> list[dict[str, str]]:
    text = nfc((files("baro.org") / "data" / name).read_text(encoding="utf-8"))
    return list(csv.DictReader(text.splitlines()))


def _several(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(";") if part)
