"""The answer of counting: four cells that always add up, and freshness beside them."""

from dataclasses import dataclass
from typing import Self

from baro.work.cells import Cell


@dataclass(frozen=True)
class Tally:
    """How many items stand in each cell; `total` is the sum of the six, always."""

    done_on_time: int = 0
    done_late: int = 0
    running_in_time: int = 0
    running_overdue: int = 0
    undated: int = 0
    paused: int = 0
    undated_done: int = 0
    running: int = 0
    fresh: int = 0

    @classmethod
    def of_kinds(
        cls,
        on_time: int,
        late: int,
        paused: int,
        handed_in_time: int,
        handed_late: int,
        clock: int,
        undated: int,
        undated_done: int,
        overdue: int,
        fresh: int = 0,
    ) -> Self:
        """From counts by kind; `overdue` are those on the clock whose deadline is past."""
        return cls(
            done_on_time=on_time,
            done_late=late,
            running_in_time=handed_in_time + clock - overdue,
            running_overdue=handed_late + overdue,
            undated=undated + undated_done,
            paused=paused,
            undated_done=undated_done,
            running=undated + paused + handed_in_time + handed_late + clock,
            fresh=fresh,
        )

    @property
    def total(self) -> int:
        done, running = self.done_on_time + self.done_late, self.running_in_time
        return done + running + self.running_overdue + self.undated + self.paused

    @property
    def done(self) -> int:
        return self.done_on_time + self.done_late + self.undated_done

    @property
    def completion_rate(self) -> float | None:
        """Share of done among all; nothing when there is no base."""
        return _share(self.done, self.total)

    @property
    def freshness_rate(self) -> float | None:
        """Share of running items with a real update within the limit."""
        return _share(self.fresh, self.running)

    @property
    def overdue_rate(self) -> float | None:
        return _share(self.running_overdue, self.total)

    def cells(self) -> tuple[tuple[Cell, int], ...]:
        return tuple((cell, getattr(self, cell.value)) for cell in Cell)


def _share(part: int, base: int) -> float | None:
    return part / base if base else None
