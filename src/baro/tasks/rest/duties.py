"""What comes back by a rule: listed, and one time or all of it changed."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Literal

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.pagination import paginate

from baro.kernel.rest.schemas import Given, Words
from baro.org import api as org
from baro.tasks import operations
from baro.tasks.models import RecurringDuty
from baro.tasks.queries.occurrences import coming_times
from baro.tasks.rest.callers import READS, WRITES

router = Router(tags=["Việc định kỳ"], auth=WRITES)


class ComingOut(Schema):
    nominal_on: date
    due_on: date
    opens_on: date
    is_skipped: bool = Field(alias="is_settled")


class OccurrenceOut(Schema):
    nominal_on: date
    due_on: date
    state: str
    task: int | None = Field(alias="item_id")
    reason: str


class DutyOut(Schema):
    id: int
    title: str
    expected_product: str
    issuer_unit: str = Field(alias="issuer_unit.code")
    lead: list[str] = Field(alias="lead_codes")
    rule: str
    starts_on: date
    ends_on: date | None
    lead_days: int
    on_day_off: str
    trouble: str
    ended_at: datetime | None
    coming: list[ComingOut]
    occurrences: list[OccurrenceOut]

    @staticmethod
    def resolve_coming(duty: RecurringDuty) -> list[object]:
        return list(coming_times(duty, at=timezone.now()))

    @staticmethod
    def resolve_occurrences(duty: RecurringDuty) -> list[object]:
        return list(duty.occurrences.all())


class MoveIn(Given):
    nominal_on: date
    due_on: date
    reason: Words


class SkipIn(Given):
    nominal_on: date
    reason: Words


class WaysIn(Given):
    """`lead_days`: số ngày làm việc trước hạn mà mỗi kỳ được giao."""

    lead_days: Annotated[int, Field(ge=0, le=60)]
    on_day_off: Literal["next", "previous", "drop"]
    ends_on: date | None = None


class ReasonIn(Given):
    reason: Words


@router.get("", response=list[DutyOut], auth=READS, summary="Việc định kỳ đang chạy")
@paginate
def duty_list(request: org.UserRequest) -> QuerySet[RecurringDuty]:
    return _visible(request).filter(ended_at__isnull=True).order_by("pk")


@router.get("/{int:pk}", response=DutyOut, auth=READS, summary="Một việc định kỳ")
def duty(request: org.UserRequest, pk: int) -> RecurringDuty:
    return get_object_or_404(_visible(request), pk=pk)


@router.post("/{int:pk}/move", response=DutyOut, summary="Dời một kỳ")
def duty_move(request: org.UserRequest, pk: int, moved: MoveIn) -> RecurringDuty:
    return _after(request, pk, operations.move_occurrence, **moved.dict())


@router.post("/{int:pk}/skip", response=DutyOut, summary="Bỏ qua một kỳ")
def duty_skip(request: org.UserRequest, pk: int, skipped: SkipIn) -> RecurringDuty:
    return _after(request, pk, operations.skip_occurrence, **skipped.dict())


@router.post("/{int:pk}/ways", response=DutyOut, summary="Đổi cách giao các kỳ")
def duty_ways(request: org.UserRequest, pk: int, ways: WaysIn) -> RecurringDuty:
    return _after(request, pk, operations.change_ways, **ways.dict())


@router.post("/{int:pk}/end", response=DutyOut, summary="Kết thúc việc định kỳ")
def duty_end(request: org.UserRequest, pk: int, words: ReasonIn) -> RecurringDuty:
    return _after(request, pk, operations.end_duty, reason=words.reason)


@router.post("/{int:pk}/takeover", response=DutyOut, summary="Giao tiếp với tên mình")
def duty_takeover(request: org.UserRequest, pk: int) -> RecurringDuty:
    return _after(request, pk, operations.take_over_duty)


def _visible(request: org.UserRequest) -> QuerySet[RecurringDuty]:
    shown: QuerySet[RecurringDuty] = RecurringDuty.objects.visible_to(request.user)
    return shown.select_related("issuer_unit").prefetch_related("occurrences")


def _after(
    request: org.UserRequest, pk: int, operation: Callable[..., object], **facts: object
) -> RecurringDuty:
    """The duty after one act, with what the act made due at once."""
    found, now = get_object_or_404(_visible(request), pk=pk), timezone.now()
    operation(duty=found, by=request.user, at=now, **facts)
    operations.open_times_of(duty_id=pk, at=now)
    return get_object_or_404(_visible(request), pk=pk)
