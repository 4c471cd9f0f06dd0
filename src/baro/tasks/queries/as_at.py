"""Tasks as they stood at the end of a day: some queries for each thousand, never all at once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Min

from baro.kernel import audit
from baro.kernel.calendar import api as calendars
from baro.kernel.errors import DomainError
from baro.org import api as org
from baro.tasks.models import Delivery, Task
from baro.work import api as work

_ROWS = 1000
# By each of these a unit takes a task in, whichever comes first.
_TAKEN = ("tasks.task_received", "tasks.task_assigned", "tasks.task_queried")


class DayNotOver(DomainError):
    pass


@dataclass(frozen=True)
class AsAtRow:
    """One task and how it stood."""

    item: work.WorkItem
    standing: work.Standing


def tasks_as_at(user: org.User, day: date, *, today: date) -> Iterator[AsAtRow]:
    """Those that the user may see today and that had been given by then, the oldest first.

    A collective task only gathers: the tasks of its units stand here one by one, it does not.
    """
    if day > today:
        raise DayNotOver("Chỉ xem được số liệu đến hết hôm nay.", field="ngay")
    return _rows(user, day)


def _rows(user: org.User, day: date) -> Iterator[AsAtRow]:
    calendar = calendars.working_calendar()
    given = (
        work.WorkItem.objects.visible_to(user)
        .filter(
            kind=work.WorkItem.Kind.TASK,
            is_collective=False,
            issued_at__lte=calendar.end_of(day),
        )
        .select_related("issuer_unit", "lead_unit", "parent")
        .order_by("pk")
    )
    last = 0
    while items := list(given.filter(pk__gt=last)[:_ROWS]):
        for item, facts in zip(items, _facts(items), strict=True):
            standing = work.as_at(facts, day, calendar=calendar)
            if standing is not None:
                yield AsAtRow(item, standing)
        last = items[-1].pk


def _facts(items: Sequence[work.WorkItem]) -> Iterator[work.ItemFacts]:
    keys = [item.pk for item in items]
    pauses, extensions, handings = _pauses(keys), _extensions(keys), _handings(keys)
    taken = _taken(keys)
    for item in items:
        yield work.ItemFacts(
            issued_at=item.issued_at,
            original_due_at=item.original_due_at,
            taken_at=taken.get(item.pk),
            pauses=tuple(pauses[item.pk]),
            extensions=tuple(extensions[item.pk]),
            handings=tuple(handings[item.pk]),
            closed_at=item.closed_at,
            end=item.state if item.closed_at else "",
        )


def _pauses(keys: Sequence[int]) -> dict[int, list[work.Pause]]:
    found: dict[int, list[work.Pause]] = defaultdict(list)
    rows = work.WorkPause.objects.filter(item__in=keys)
    for key, from_at, to_at in rows.values_list("item_id", "from_at", "to_at"):
        found[key].append(work.Pause(from_at, to_at))
    return found


def _extensions(keys: Sequence[int]) -> dict[int, list[work.Extension]]:
    found: dict[int, list[work.Extension]] = defaultdict(list)
    granted = work.WorkExtension.objects.filter(
        item__in=keys, status=work.WorkExtension.Status.GRANTED
    )
    for key, decided_at, due_at in granted.values_list("item_id", "decided_at", "new_due_at"):
        if decided_at and due_at:
            found[key].append(work.Extension(decided_at, due_at))
    return found


def _handings(keys: Sequence[int]) -> dict[int, list[work.Handing]]:
    found: dict[int, list[work.Handing]] = defaultdict(list)
    rows = Delivery.objects.filter(task__in=keys)
    for key, status, at, decided_at in rows.values_list(
        "task_id", "status", "handed_in_at", "decided_at"
    ):
        undone_at = decided_at if status in Delivery.UNDONE else None
        found[key].append(work.Handing(at, undone_at, status == Delivery.Status.RECALLED))
    return found


def _taken(keys: Sequence[int]) -> dict[int, datetime]:
    events = audit.AuditEvent.objects.filter(
        target_type=Task._meta.label_lower, target_id__in=keys, name__in=_TAKEN
    )
    return dict(events.order_by().values_list("target_id").annotate(first=Min("at")))
