"""Works that are stuck: their milestones, obstacles, decisions and weekly lines."""

from datetime import date, datetime
from typing import Literal

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.pagination import paginate

from baro.followup.models import DifficultMilestone, DifficultObstacle, DifficultWork
from baro.followup.operations import difficult as operations
from baro.followup.rest.callers import READS, WRITES, post_of
from baro.kernel.rest.schemas import Given, Line, Words
from baro.org import api as org

router = Router(tags=["Việc khó"], auth=WRITES)


class MilestoneOut(Schema):
    id: int
    title: str
    due_on: date
    done_on: date | None


class ObstacleOut(Schema):
    id: int
    what: str
    owner_unit: str = Field(alias="owner_unit.code")
    clear_by: date
    needs_decision_of: int | None = Field(alias="needs_decision_of_id")
    decision: str
    decided_at: datetime | None
    cleared_how: str
    cleared_at: datetime | None


class WeekOut(Schema):
    monday: date
    tone: str
    words: str


class DifficultOut(Schema):
    id: int
    name: str
    stuck: str
    unit: str = Field(alias="unit.code")
    lead_unit: str = Field(alias="lead_unit.code")
    leader_post: int = Field(alias="leader_post_id")
    due_on: date
    ended_at: datetime | None
    result: str
    milestones: list[MilestoneOut]
    obstacles: list[ObstacleOut]
    weeks: list[WeekOut]

    @staticmethod
    def resolve_milestones(work: DifficultWork) -> list[object]:
        return list(work.milestones.all())

    @staticmethod
    def resolve_obstacles(work: DifficultWork) -> list[object]:
        return list(work.obstacles.all())

    @staticmethod
    def resolve_weeks(work: DifficultWork) -> list[object]:
        return list(work.weeks.all())


class WeekIn(Given):
    tone: Literal["going", "at_risk", "stuck"]
    words: str = Field(max_length=300)


class ObstacleIn(Given):
    what: Words
    owner_unit: str = Field(max_length=32)
    clear_by: date
    owner_post: int | None = None
    needs_decision_of: int | None = None


class MilestoneIn(Given):
    title: Line
    due_on: date


class DoneOnIn(Given):
    done_on: date


class DecisionIn(Given):
    decision: Words


class ClearingIn(Given):
    how: Words


class ResultIn(Given):
    result: Words


@router.get("", response=list[DifficultOut], auth=READS, summary="Việc khó đang theo dõi")
@paginate
def difficult_list(request: org.UserRequest) -> QuerySet[DifficultWork]:
    return _visible(request).filter(ended_at__isnull=True)


@router.get("/{int:pk}", response=DifficultOut, auth=READS, summary="Một việc khó")
def difficult_work(request: org.UserRequest, pk: int) -> DifficultWork:
    return _one(request, pk)


@router.post("/{int:pk}/week", response=DifficultOut, summary="Tình hình tuần này, một dòng")
def difficult_week(request: org.UserRequest, pk: int, said: WeekIn) -> DifficultWork:
    found = _one(request, pk)
    operations.say_week(work=found, **said.dict(), by=request.user, at=timezone.now())
    return _one(request, pk)


@router.post("/{int:pk}/obstacles", response=DifficultOut, summary="Nêu vướng mắc")
def difficult_obstacle(request: org.UserRequest, pk: int, raised: ObstacleIn) -> DifficultWork:
    operations.raise_obstacle(
        work=_one(request, pk),
        what=raised.what,
        owner_unit=org.unit_with_code(
            raised.owner_unit, on=timezone.localdate(), field="owner_unit"
        ),
        owner_post=post_of(raised.owner_post, field="owner_post"),
        clear_by=raised.clear_by,
        needs_decision_of=post_of(raised.needs_decision_of, field="needs_decision_of"),
        by=request.user,
        at=timezone.now(),
    )
    return _one(request, pk)


@router.post("/{int:pk}/milestones", response=DifficultOut, summary="Thêm mốc")
def difficult_milestone(request: org.UserRequest, pk: int, step: MilestoneIn) -> DifficultWork:
    found = _one(request, pk)
    operations.add_milestone(work=found, **step.dict(), by=request.user, at=timezone.now())
    return _one(request, pk)


@router.post("/{int:pk}/end", response=DifficultOut, summary="Kết thúc")
def difficult_end(request: org.UserRequest, pk: int, ended: ResultIn) -> DifficultWork:
    found = _one(request, pk)
    operations.end_work(work=found, result=ended.result, by=request.user, at=timezone.now())
    return _one(request, pk)


@router.post("/milestones/{int:pk}/done", response=DifficultOut, summary="Đạt mốc")
def milestone_done(request: org.UserRequest, pk: int, done: DoneOnIn) -> DifficultWork:
    steps = DifficultMilestone.objects.filter(work__in=_visible(request).values("pk"))
    step = get_object_or_404(steps, pk=pk)
    operations.finish_milestone(
        milestone=step, done_on=done.done_on, by=request.user, at=timezone.now()
    )
    return _one(request, step.work_id)


@router.post("/obstacles/{int:pk}/decision", response=DifficultOut, summary="Quyết định")
def obstacle_decision(request: org.UserRequest, pk: int, said: DecisionIn) -> DifficultWork:
    obstacle = _obstacle(request, pk)
    operations.decide_obstacle(
        obstacle=obstacle, decision=said.decision, by=request.user, at=timezone.now()
    )
    return _one(request, obstacle.work_id)


@router.post("/obstacles/{int:pk}/clearing", response=DifficultOut, summary="Đã gỡ vướng mắc")
def obstacle_clearing(request: org.UserRequest, pk: int, said: ClearingIn) -> DifficultWork:
    obstacle = _obstacle(request, pk)
    operations.clear_obstacle(obstacle=obstacle, how=said.how, by=request.user, at=timezone.now())
    return _one(request, obstacle.work_id)


def _visible(request: org.UserRequest) -> QuerySet[DifficultWork]:
    shown = DifficultWork.objects.visible_to(request.user).select_related("unit", "lead_unit")
    return shown.prefetch_related("milestones", "obstacles__owner_unit", "weeks")


def _one(request: org.UserRequest, pk: int) -> DifficultWork:
    return get_object_or_404(_visible(request), pk=pk)


def _obstacle(request: org.UserRequest, pk: int) -> DifficultObstacle:
    obstacles = DifficultObstacle.objects.filter(work__in=_visible(request).values("pk"))
    return get_object_or_404(obstacles, pk=pk)
