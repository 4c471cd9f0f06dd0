"""The tables of sums, each as the question to slips that it answers; all in SQL made of constants.

A `source` is anything with the columns of slips and `count`: slips that were taken out, or the rows
of the ledger themselves.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from baro.work.models.tally_facts import CITY, COUNTED, DATED, FACTS, KINDS

HORIZON = "(SELECT coalesce(max(day), DATE '2000-01-01') FROM work_tallyhorizon)"
# Every counted row of the ledger as if it were a slip.
LEDGER = f"(SELECT {FACTS}, 1 AS count FROM work_workitem item WHERE {COUNTED})"  # noqa: S608
SLIPS = "work_tallyslip"
# Readers look through every slip: from here on a page of figures is felt to wait.
MANY_SLIPS = 20_000

_PAST = {"past": f"kind = 'clock' AND due_day <= {HORIZON}"}


def _each(kinds: tuple[str, ...]) -> dict[str, str]:
    return {kind: f"kind = '{kind}'" for kind in kinds}


@dataclass(frozen=True)
class Sheet:
    """One table of sums: how its keys and its columns follow from slips, and which slips count.

    `part` tells its rows from those of another sheet in the same table.
    """

    name: str
    table: str
    keys: Mapping[str, str]
    columns: Mapping[str, str]
    slips: str = "true"
    part: str = "true"

    def summed(self, source: str) -> str:
        """The rows that a source adds up to."""
        keys = ", ".join(f"{said} AS {key}" for key, said in self.keys.items())
        sums = ", ".join(
            f"coalesce(sum(count) FILTER (WHERE {condition}), 0) AS {column}"
            for column, condition in self.columns.items()
        )
        places = ", ".join(str(place) for place in range(1, len(self.keys) + 1))
        return (
            f"SELECT {keys}, {sums} FROM {source} AS slip"  # noqa: S608
            f" WHERE {self.slips} GROUP BY {places}"
        )

    def drift(self) -> str:
        """By how much each row is wrong: the ledger, less what slips and sums say."""
        return self.total(
            self.summed(LEDGER),
            self._signed(f"({self.summed(SLIPS)})"),
            self._signed(self.table, self.part),
        )

    def total(self, *selects: str) -> str:
        """Rows of several selects added up by key; what comes to nothing is left out."""
        keys, sums = ", ".join(self.keys), ", ".join(f"sum({c}) AS {c}" for c in self.columns)
        some = " OR ".join(f"sum({column}) <> 0" for column in self.columns)
        rows = " UNION ALL ".join(selects)
        return f"SELECT {keys}, {sums} FROM ({rows}) AS rows GROUP BY {keys} HAVING {some}"  # noqa: S608

    def added(self, select: str) -> str:
        """The statement that adds the rows of a select to the sums."""
        keys, columns = ", ".join(self.keys), ", ".join(self.columns)
        sums = ", ".join(f"{c} = {self.table}.{c} + excluded.{c}" for c in self.columns)
        return (
            f"INSERT INTO {self.table} ({keys}, {columns}) {select}"
            f" ON CONFLICT ({keys}) DO UPDATE SET {sums}"
        )

    def _signed(self, source: str, where: str = "true") -> str:
        keys, columns = ", ".join(self.keys), ", ".join(f"-{column}" for column in self.columns)
        return f"SELECT {keys}, {columns} FROM {source} AS sums WHERE {where}"  # noqa: S608


UNITS = Sheet(
    "đơn vị",
    "work_unittally",
    {"lead_unit_id": "lead_unit_id", "post_id": "post_id", "is_internal": "is_internal"},
    _each(KINDS) | _PAST,
)
DOCUMENTS = Sheet(
    "văn bản",
    "work_documenttally",
    {"document_id": "document_id", "is_internal": "is_internal"},
    _each(KINDS) | _PAST,
    slips="document_id <> 0",
)
UNIT_DAYS = Sheet(
    "ngày đến hạn của đơn vị",
    "work_duedaytally",
    {"lead_unit_id": "lead_unit_id", "is_internal": "is_internal", "day": "due_day"},
    _each(DATED),
    slips="due_day IS NOT NULL",
    part=f"lead_unit_id <> {CITY}",
)
CITY_DAYS = Sheet(
    "ngày đến hạn của thành phố",
    "work_duedaytally",
    {"lead_unit_id": f"{CITY}::bigint", "is_internal": "is_internal", "day": "due_day"},
    _each(DATED),
    slips="due_day IS NOT NULL",
    part=f"lead_unit_id = {CITY}",
)
HOURS = Sheet(
    "giờ cập nhật",
    "work_updatehourtally",
    {"is_internal": "is_internal", "hour": "updated_hour"},
    {"running": "true"},
    slips="updated_hour IS NOT NULL",
)
SHEETS = (UNITS, DOCUMENTS, UNIT_DAYS, CITY_DAYS, HOURS)
# Those that hold what is past as a sum of its own.
WITH_PAST = (UNITS, DOCUMENTS)
