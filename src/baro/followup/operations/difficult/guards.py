"""What every act on a difficult work asks first."""

from datetime import date

from baro.followup.models import DifficultMilestone, DifficultObstacle, DifficultWork
from baro.kernel.errors import DomainError

_WITH = ("unit", "lead_unit", "leader_post")


class WorkEnded(DomainError):
    pass


class WordsMissing(DomainError):
    pass


class DayMissing(DomainError):
    """A day that must still come lies behind."""


def lock_work(key: int) -> DifficultWork:
    """The work is locked before anything of it, so that all acts on it stand in one queue."""
    rows = DifficultWork.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related(*_WITH).get(pk=key)


def lock_milestone(milestone: DifficultMilestone) -> DifficultMilestone:
    work = lock_work(milestone.work_id)
    locked = DifficultMilestone.objects.get(pk=milestone.pk)
    locked.work = work
    return locked


def lock_obstacle(obstacle: DifficultObstacle) -> DifficultObstacle:
    work = lock_work(obstacle.work_id)
    locked = DifficultObstacle.objects.select_related(
        "owner_unit", "owner_post__unit", "needs_decision_of__unit"
    ).get(pk=obstacle.pk)
    locked.work = work
    return locked


def require_running(work: DifficultWork) -> None:
    if work.is_ended:
        raise WorkEnded(f"“{work}” đã kết thúc theo dõi nên không ghi thêm được nữa.")


def said(words: str, ask: str, *, field: str) -> str:
    if not words.strip():
        raise WordsMissing(ask, field=field)
    return words.strip()


def require_ahead(day: date, *, today: date, what: str, field: str) -> None:
    if day < today:
        raise DayMissing(f"{what} không được trước hôm nay ({today:%d/%m/%Y}).", field=field)
