"""The default ladder, which comes with the version as a table (ADR 9)."""

import csv
from datetime import date
from pathlib import Path

from django.db import transaction

from baro.followup.models import Rung

_SHIPPED = Path(__file__).parent.parent / "data" / "rungs.csv"


@transaction.atomic
def load_shipped_rungs() -> int:
    """Bring the default ladder to an installation that has none; never change one."""
    if Rung.objects.exists():
        return 0
    with _SHIPPED.open(encoding="utf-8", newline="") as file:
        rungs = [_shipped(row) for row in csv.DictReader(file)]
    return len(Rung.objects.bulk_create(rungs))


def _shipped(row: dict[str, str]) -> Rung:
    return Rung(
        number=int(row["number"]),
        kind=row["kind"],
        urgency=row["urgency"],
        offset=int(row["offset"]),
        measure=row["measure"],
        every=int(row["every"]),
        to=row["to"].split(),
        channel=row["channel"],
        legal_basis=row["legal_basis"],
        is_verified=row["is_verified"] == "yes",
        valid_from=date.fromisoformat(row["valid_from"]),
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
    )
