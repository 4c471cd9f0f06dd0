"""The chain of dates of one item: how the deadline came to stand where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from baro.kernel.calendar import api as calendars
from baro.kernel.prepared import prepared
from baro.work.clock import Extension, Pause, due_moment
from baro.work.models import WorkExtension, WorkItem, WorkPause


@dataclass(frozen=True)
class DueStep:
    """From `at` on the item was owed by `due_at`, for the reason in `words`."""

    at: datetime
    due_at: datetime | None
    words: str


@prepared(item=int)
def extensions_of(*, item: int) -> QuerySet[WorkExtension]:
    """What was asked for an item, the first first, with who asked."""
    asked = WorkExtension.objects.filter(item=item).select_related("asked_by__person")
    return asked.order_by("asked_at", "pk")


@prepared(item=int)
def _pauses(*, item: int) -> QuerySet[WorkPause]:
    return WorkPause.objects.filter(item=item).order_by("from_at", "pk")


def due_chain(item: WorkItem, extensions: Sequence[WorkExtension]) -> tuple[DueStep, ...]:
    """Every deadline that the item has had, the original first; what moved nothing is told too."""
    pauses = _pauses(item=item.pk)
    decided = [asked for asked in extensions if asked.decided_at]
    moments: list[tuple[datetime, WorkPause | WorkExtension]] = [
        *((pause.to_at, pause) for pause in pauses if pause.to_at),
        *((asked.decided_at, asked) for asked in decided if asked.decided_at),
    ]
    steps = [DueStep(item.issued_at, item.original_due_at, "Hạn khi giao")]
    for at, cause in sorted(moments, key=lambda step: step[0]):
        due_at = _due_at(item, pauses, decided, until=at)
        steps.append(DueStep(at, due_at, _words(cause)))
    return tuple(steps)


def _due_at(
    item: WorkItem,
    pauses: list[WorkPause],
    extensions: list[WorkExtension],
    *,
    until: datetime,
) -> datetime | None:
    return due_moment(
        item.original_due_at,
        pauses=[Pause(p.from_at, p.to_at) for p in pauses if p.to_at and p.to_at <= until],
        extensions=[
            Extension(e.decided_at, e.new_due_at)
            for e in extensions
            if e.new_due_at and e.decided_at and e.decided_at <= until
        ],
        calendar=calendars.working_calendar(),
    )


def _words(cause: WorkPause | WorkExtension) -> str:
    if isinstance(cause, WorkPause):
        return f"Tạm dừng từ {_moment(cause.from_at)} để làm rõ"
    if cause.is_own_accord:
        return f"Bên giao việc đổi hạn: {cause.grounds}"
    asked = f"đề nghị gia hạn đến {timezone.localtime(cause.proposed_due_at):%d/%m/%Y}"
    return f"{_VERDICTS[WorkExtension.Status(cause.status)]} {asked}"


_VERDICTS = {
    WorkExtension.Status.GRANTED: "Đồng ý",
    WorkExtension.Status.REFUSED: "Không đồng ý",
    WorkExtension.Status.LAPSED: "Không còn phải quyết định",
}


def _moment(at: datetime) -> str:
    return f"{timezone.localtime(at):%d/%m/%Y %H:%M}"
