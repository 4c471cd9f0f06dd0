"""Obstacles: raised with who clears them by when, cleared with words."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from baro.followup.models import DifficultObstacle, DifficultWork
from baro.followup.operations.difficult.guards import (
    lock_obstacle,
    lock_work,
    require_ahead,
    require_running,
    said,
)
from baro.followup.policies import difficult as policies
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.notices import api as notices
from baro.org import api as org


class ObstacleCleared(DomainError):
    pass


class DecisionPending(DomainError):
    pass


@transaction.atomic
def raise_obstacle(
    *,
    work: DifficultWork,
    what: str,
    owner_unit: org.Unit,
    owner_post: org.Post | None = None,
    clear_by: date,
    needs_decision_of: org.Post | None = None,
    by: org.User,
    at: datetime,
) -> DifficultObstacle:
    """Write down what stands in the way; who is to clear it and who is to decide are told."""
    work = lock_work(work.pk)
    today = timezone.localdate(at)
    require(
        policies.can_report_work(by, work, on=today),
        f"Chỉ {work.lead_unit} hoặc bên theo dõi việc này mới nêu vướng mắc được.",
    )
    require_running(work)
    require_ahead(clear_by, today=today, what="Ngày phải gỡ xong", field="clear_by")

    obstacle = DifficultObstacle.objects.create(
        work=work,
        what=said(what, "Hãy ghi vướng mắc là gì.", field="what"),
        owner_unit=owner_unit,
        owner_post=owner_post or org.head_post_of(owner_unit),
        clear_by=clear_by,
        needs_decision_of=needs_decision_of,
        raised_at=at,
        raised_by=by,
    )
    _tell(obstacle, by, at)
    facts = {
        "what": obstacle.what.rstrip("."),
        "unit": str(owner_unit),
        "clear_by": clear_by,
        "asked": f", xin {needs_decision_of.title} quyết định." if needs_decision_of else ".",
    }
    audit.record("followup.difficult_obstacle_raised", work, by=by, at=at, facts=facts)
    return obstacle


@transaction.atomic
def clear_obstacle(
    *, obstacle: DifficultObstacle, how: str, by: org.User, at: datetime
) -> DifficultObstacle:
    """Say how it was cleared. What waits for a leader's decision is decided first."""
    obstacle = lock_obstacle(obstacle)
    work, today = obstacle.work, timezone.localdate(at)
    require(
        policies.can_clear_obstacle(by, obstacle, on=today),
        f"Chỉ {obstacle.owner_unit}, {work.lead_unit} hoặc bên theo dõi mới ghi đã gỡ được.",
    )
    require_running(work)
    if obstacle.cleared_at:
        day = timezone.localdate(obstacle.cleared_at)
        raise ObstacleCleared(f"Vướng mắc này đã được ghi là gỡ xong ngày {day:%d/%m/%Y}.")
    if obstacle.awaits_decision:
        raise DecisionPending(
            f"Vướng mắc này đang chờ {obstacle.needs_decision_of} quyết định nên chưa gỡ xong được."
        )

    obstacle.cleared_how = said(how, "Hãy ghi vướng mắc đã được gỡ thế nào.", field="how")
    obstacle.cleared_at, obstacle.cleared_by = at, by
    obstacle.save(update_fields=["cleared_how", "cleared_at", "cleared_by"])
    facts = {"what": obstacle.what.rstrip("."), "how": obstacle.cleared_how.rstrip(".")}
    audit.record("followup.difficult_obstacle_cleared", work, by=by, at=at, facts=facts)
    return obstacle


def _tell(obstacle: DifficultObstacle, by: org.User, at: datetime) -> None:
    asked = [post for post in (obstacle.needs_decision_of, obstacle.owner_post) if post]
    holders = org.holders_of(asked, on=timezone.localdate(at))
    decider = holders.get(obstacle.needs_decision_of_id or 0)
    owner = holders.get(obstacle.owner_post_id or 0)
    told = [
        ("decision_asked", decider, "Chờ ông/bà quyết định"),
        ("obstacle_given", owner, f"Cần gỡ trước {obstacle.clear_by:%d/%m/%Y}"),
    ]
    notices.tell_many(
        [
            notices.Telling(
                kind=kind,
                people=[person],
                subject=obstacle.work,
                title=f"{ask}: {obstacle.what}"[:300],
                body=f"Việc khó: {obstacle.work.name}",
                cause="followup.difficult_obstacle_raised",
            )
            for kind, person, ask in told
            if person and person != by.person
        ],
        at=at,
    )
