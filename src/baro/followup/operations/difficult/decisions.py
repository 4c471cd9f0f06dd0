"""The word of the leader whom an obstacle asks, and the task that may follow from it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from baro.followup.models import DifficultObstacle
from baro.followup.operations.difficult.guards import lock_obstacle, require_running, said
from baro.followup.policies import difficult as policies
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.notices import api as notices
from baro.org import api as org
from baro.tasks import api as tasks


class DecisionNotAsked(DomainError):
    pass


class ObstacleDecided(DomainError):
    pass


@dataclass(frozen=True)
class TaskWanted:
    """What the leader gives out of the decision, to the unit that is to clear the obstacle."""

    title: str
    expected_product: str
    due_on: date


@transaction.atomic
def decide_obstacle(
    *,
    obstacle: DifficultObstacle,
    decision: str,
    task: TaskWanted | None = None,
    by: org.User,
    at: datetime,
) -> DifficultObstacle:
    """Decide once. Who is to clear it, who leads and who asked are told back."""
    obstacle = lock_obstacle(obstacle)
    work, today = obstacle.work, timezone.localdate(at)
    asked = obstacle.needs_decision_of
    if asked is None:
        raise DecisionNotAsked("Vướng mắc này không xin ai quyết định.")
    require(
        policies.can_decide_obstacle(by, obstacle, on=today),
        f"Chỉ người đang giữ chức vụ {asked} mới quyết định được.",
    )
    require_running(work)
    if obstacle.is_decided or obstacle.is_cleared:
        raise ObstacleDecided("Vướng mắc này đã có quyết định hoặc đã được gỡ.")
    decision = said(decision, "Hãy ghi ý kiến quyết định.", field="decision")

    given = _give(obstacle, asked, task, decision, by, at) if task else None
    obstacle.decision, obstacle.decided_at, obstacle.decided_by = decision, at, by
    obstacle.decision_item = given.item if given else None
    fields = ["decision", "decided_at", "decided_by", "decision_item"]
    obstacle.save(update_fields=fields)
    _settle_the_asking(obstacle, at)
    _tell_back(obstacle, by, at)
    facts = {
        "what": obstacle.what.rstrip("."),
        "decision": f"{decision.rstrip('.')}."
        + (f" Đã giao {given.item.number}." if given else ""),
    }
    audit.record("followup.difficult_obstacle_decided", work, by=by, at=at, facts=facts)
    return obstacle


def _give(
    obstacle: DifficultObstacle,
    post: org.Post,
    wanted: TaskWanted,
    decision: str,
    by: org.User,
    at: datetime,
) -> tasks.Task:
    """Given by the body for which the leader acts."""
    spec = tasks.TaskSpec(
        title=wanted.title,
        issuer_unit=post.scope,
        lead_codes=(obstacle.owner_unit.code,),
        expected_product=wanted.expected_product,
        due_on=wanted.due_on,
        content=f"{decision}\n\nĐể gỡ vướng mắc của việc “{obstacle.work}”: {obstacle.what}",
        inspector_post=post,
    )
    [given] = tasks.issue_tasks(specs=[spec], by=by, at=at)
    return given


def _settle_the_asking(obstacle: DifficultObstacle, at: datetime) -> None:
    """Unless another obstacle of the same work still asks."""
    others = obstacle.work.obstacles.filter(
        needs_decision_of__isnull=False, decision="", cleared_how=""
    )
    if not others.exists():
        notices.settle(subjects=[obstacle.work], kinds=["decision_asked"], at=at)


def _tell_back(obstacle: DifficultObstacle, by: org.User, at: datetime) -> None:
    on = timezone.localdate(at)
    owner = org.holders_of([obstacle.owner_post], on=on) if obstacle.owner_post else {}
    people = {
        obstacle.raised_by.person,
        *owner.values(),
        *org.recipients_of_unit(obstacle.work.lead_unit, on=on),
    }
    notices.tell(
        kind="difficult_decided",
        people=people - {by.person},
        subject=obstacle.work,
        title=f"Đã quyết định: {obstacle.decision}"[:300],
        body=f"Vướng mắc: {obstacle.what}",
        cause="followup.difficult_obstacle_decided",
        at=at,
    )
