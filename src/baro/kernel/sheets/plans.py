"""What a list would do, row by row, before it does anything."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from baro.kernel.sheets.cells import CellError

Line = TypeVar("Line")


class Verdict(StrEnum):
    """What becomes of one row."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    WRONG = "wrong"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Verdict.CREATED: "Thêm mới",
    Verdict.CHANGED: "Thay đổi",
    Verdict.UNCHANGED: "Giữ nguyên",
    Verdict.WRONG: "Có lỗi",
}


@dataclass(frozen=True)
class RowPlan(Generic[Line]):
    """One row with its verdict: the line to write, or what is wrong with it."""

    number: int
    title: str
    verdict: Verdict
    detail: str = ""
    line: Line | None = None
    errors: tuple[CellError, ...] = ()


@dataclass(frozen=True)
class Plan(Generic[Line]):
    rows: Sequence[RowPlan[Line]]

    @property
    def is_clean(self) -> bool:
        return not self.wrong

    @property
    def changes_something(self) -> bool:
        return bool(self.lines(Verdict.CREATED) or self.lines(Verdict.CHANGED))

    @property
    def wrong(self) -> list[RowPlan[Line]]:
        return [row for row in self.rows if row.verdict == Verdict.WRONG]

    @property
    def counts(self) -> dict[Verdict, int]:
        verdicts = [row.verdict for row in self.rows]
        return {verdict: verdicts.count(verdict) for verdict in Verdict}

    def lines(self, verdict: Verdict) -> list[Line]:
        found = (row for row in self.rows if row.verdict == verdict)
        return [row.line for row in found if row.line is not None]
