"""Real updates: what is done, what blocks."""

from datetime import datetime

from baro.kernel.errors import DomainError
from baro.kernel.prepared import insert
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.tasks.models import ProgressNote, Task
from baro.tasks.operations.traces import also, clause, trace
from baro.work import api as work


class NothingNoted(DomainError):
    pass


class PercentOutOfRange(DomainError):
    pass


@whole
def note_progress(
    *,
    task: Task,
    done: str,
    blocked_by: str = "",
    percent: int | None = None,
    by: org.User,
    at: datetime,
) -> ProgressNote:
    """Report what is done and what stands in the way; freshness counts from here."""
    item = work.note_update(item=task.item, by=by, at=at)
    if not done.strip():
        raise NothingNoted("Hãy nêu việc đã làm được từ lần báo trước.", field="done")
    if percent is not None and not 0 <= percent <= 100:
        raise PercentOutOfRange("Tiến độ là một số từ 0 đến 100.", field="percent")

    note = ProgressNote(
        task=task,
        done=done.strip()[:2000],
        blocked_by=blocked_by.strip()[:2000],
        percent=percent,
        noted_at=at,
        noted_by=by,
    )
    insert([note])
    share = "" if percent is None else f" ({percent}%)"
    trace(
        "tasks.progress_noted",
        task,
        item,
        by=by,
        at=at,
        progress=f"{clause(done)}{share}{also(blocked_by, '; vướng mắc: ')}",
    )
    return note
