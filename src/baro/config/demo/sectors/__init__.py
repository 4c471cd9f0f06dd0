"""What city work is about: one file per sector, with the duties that its papers give."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from baro.kernel.text import nfc


@dataclass(frozen=True)
class Duty:
    """A duty as a leader's conclusion states it, before its blanks are filled."""

    to: str
    days: int
    title: str
    detail: str
    product: str


@dataclass(frozen=True)
class Sector:
    """One field of work, who leads it, and what is asked of whom in it."""

    key: str
    name: str
    topic: str
    field: str
    lead: str
    cooperating: tuple[str, ...]
    division: str
    branch: str
    findings: tuple[str, ...]
    duties: tuple[Duty, ...]
    slots: Mapping[str, tuple[str, ...]]

    @property
    def is_party(self) -> bool:
        return self.branch == "party"

    def duties_to(self, *addressees: str) -> tuple[Duty, ...]:
        return tuple(duty for duty in self.duties if duty.to in addressees)


@cache
def sectors() -> tuple[Sector, ...]:
    found = [
        _sector(path.name.removesuffix(".toml"), tomllib.loads(nfc(path.read_text("utf-8"))))
        for path in files("baro.config.demo.sectors").iterdir()
        if path.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda sector: sector.key))


def _sector(key: str, known: dict[str, Any]) -> Sector:
    return Sector(
        key=key,
        name=known["name"],
        topic=known["topic"],
        field=known["field"],
        lead=known["lead"],
        cooperating=tuple(known["cooperating"]),
        division=known["division"],
        branch=known["branch"],
        findings=tuple(known["findings"]),
        duties=tuple(Duty(*row) for row in known["duties"]),
        slots={name: tuple(values) for name, values in known.get("slots", {}).items()},
    )
