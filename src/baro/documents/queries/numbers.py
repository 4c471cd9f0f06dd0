"""The number book: the runs of a unit, and one run number by number with its gaps."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Min, Q

from baro.documents.models import NumberRecord, NumberSeries
from baro.documents.types import TYPE_CHOICES
from baro.org import api as org

_NAMES = dict(TYPE_CHOICES)


@dataclass(frozen=True)
class RunSummary:
    """One run with how many of its numbers are in which state; `gaps` were given to nobody."""

    run: NumberSeries
    used: int
    reserved: int
    free: int
    cancelled: int
    gaps: int

    @property
    def name(self) -> str:
        return run_name(self.run)


@dataclass(frozen=True)
class RunLine:
    """One number with its record, or a stretch of numbers that nobody was given."""

    first: int
    last: int
    record: NumberRecord | None = None

    @property
    def is_gap(self) -> bool:
        return self.record is None

    @property
    def is_single(self) -> bool:
        return self.first == self.last


def run_name(run: NumberSeries) -> str:
    """What the run numbers, in words: "Quyết định", "Văn bản đến", or the form of the symbol."""
    if not run.is_own:
        return "Văn bản đến"
    return _NAMES.get(run.series, f"Số có dạng “…{run.series}”")


def number_periods(unit: org.Unit) -> list[str]:
    """The years or terms for which the unit has runs, the latest first."""
    found = NumberSeries.objects.filter(owner_unit=unit).values_list("period", flat=True)
    return sorted(set(found), reverse=True)


def number_runs(unit: org.Unit, period: str) -> list[RunSummary]:
    runs = NumberSeries.objects.filter(owner_unit=unit, period=period).order_by(
        "register", "series"
    )
    counts = {row["pk"]: row for row in runs.values("pk").annotate(**_COUNTS)}
    return [_summary(run, counts[run.pk]) for run in runs]


_COUNTS = {
    "first": Min("records__number"),
    "plain": Count("records", filter=Q(records__suffix="")),
    **{
        state.value: Count("records", filter=Q(records__state=state))
        for state in NumberRecord.State
    },
}


def _summary(run: NumberSeries, counts: Mapping[str, Any]) -> RunSummary:
    first = counts["first"]
    states = {state.value: counts[state.value] for state in NumberRecord.State}
    gaps = run.last_number - first + 1 - counts["plain"] if first else 0
    return RunSummary(run=run, gaps=gaps, **states)


def run_lines(run: NumberSeries) -> list[RunLine]:
    """Every number from the last one down to the first known; gaps as one line each.

    What lies before the first known number was given before the register was kept here.
    """
    records = run.records.select_related("document", "reserved_by__person", "cancelled_by__person")
    return list(_with_gaps(run.last_number, records.defer("document__text", "document__pages")))


def _with_gaps(last: int, records: Iterable[NumberRecord]) -> Iterator[RunLine]:
    expected = last
    for record in records:
        if record.number < expected:
            yield RunLine(record.number + 1, expected)
        yield RunLine(record.number, record.number, record)
        expected = min(expected, record.number - 1)


def reserved_numbers(units: list[org.Unit]) -> list[NumberRecord]:
    """The numbers that wait for their signed paper, for the form of registration."""
    held = NumberRecord.objects.filter(
        state=NumberRecord.State.RESERVED, series__owner_unit__in=units
    )
    return list(held.order_by("symbol")[:200])
