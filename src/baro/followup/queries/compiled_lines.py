"""The lines of a compiled report: one for each task, one for many units of the same duty."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.utils import timezone

from baro.followup.compilation import LATE, TaskLine
from baro.followup.queries.evidence import Backing
from baro.kernel.calendar import api as calendars
from baro.org import api as org
from baro.work import api as work

_CELLS = (
    *(work.Cell.DONE_ON_TIME, work.Cell.DONE_LATE, work.Cell.RUNNING_IN_TIME),
    *(work.Cell.RUNNING_OVERDUE, work.Cell.UNDATED, work.Cell.PAUSED),
)
_NAMED_BEHIND = 12


@dataclass(frozen=True)
class LineBook:
    """What all lines are written from."""

    backing: Backing
    holders: Mapping[int, org.Person]
    at: datetime

    def line(self, item: work.WorkItem) -> TaskLine:
        cell = work.Cell(item.cell)
        due = timezone.localdate(item.due_at) if item.due_at else None
        return TaskLine(
            item_id=item.pk,
            kind=item.kind,
            number=item.number,
            title=item.title,
            unit=item.lead_unit.name,
            head=self.head(item),
            due=f"{due:%d/%m/%Y}" if due else "",
            cell=cell.value,
            cell_label=cell.label,
            state=item.get_state_display(),
            days_late=self.days_late(item, due) if cell in LATE else 0,
            evidence=self.backing.evidence.get(item.pk, ()),
            reasons=self.backing.reasons.get(item.pk, ()) if cell in LATE else (),
        )

    def gathered(self, item: work.WorkItem, children: Sequence[work.WorkItem]) -> TaskLine:
        """The same duty of many units in one line, those behind by name."""
        line = self.line(item)
        late = sorted(
            (child for child in children if child.cell == work.Cell.RUNNING_OVERDUE),
            key=lambda child: (child.due_at or self.at, child.lead_unit.sort_key),
        )
        named = [
            f"{_names(same)} chậm {days} ngày làm việc" if days else _names(same)
            for days, same in groupby(late[:_NAMED_BEHIND], key=self.days)
        ]
        if len(late) > _NAMED_BEHIND:
            named.append(f"và {len(late) - _NAMED_BEHIND} đơn vị khác")
        counts = counted(children)
        worst = work.Cell.RUNNING_OVERDUE if late else _commonest(counts)
        return TaskLine(
            **{
                **{name: getattr(line, name) for name in line.__dataclass_fields__},
                "unit": f"{len(children)} đơn vị",
                "head": "Người đứng đầu từng đơn vị",
                "cell": worst.value,
                "cell_label": worst.label,
                "is_collective": True,
                "counts": counts,
                "behind": tuple(named),
                "days_late": 0,
                "reasons": (),
            }
        )

    def head(self, item: work.WorkItem) -> str:
        post = item.accountable_post
        if post is None:
            return ""
        holder = self.holders.get(post.pk)
        return f"{holder.full_name}, {post.title}" if holder else post.title

    def days(self, item: work.WorkItem) -> int:
        return self.days_late(item, timezone.localdate(item.due_at) if item.due_at else None)

    def days_late(self, item: work.WorkItem, due: date | None) -> int:
        until = timezone.localdate(item.delivered_at or self.at)
        return calendars.days_late(due, until) if due else 0


def counted(items: Iterable[work.WorkItem]) -> dict[str, int]:
    found = Counter(item.cell for item in items)
    return {cell.value: found[cell] for cell in _CELLS}


def _names(late: Iterable[work.WorkItem]) -> str:
    return ", ".join(_short(item.lead_unit) for item in late)


def _short(unit: org.Unit) -> str:
    """In a row of many of them the words that all begin with say nothing."""
    return unit.short_name.removeprefix("UBND ")


def _commonest(counts: Mapping[str, int]) -> work.Cell:
    return max(_CELLS, key=lambda cell: counts[cell.value])
