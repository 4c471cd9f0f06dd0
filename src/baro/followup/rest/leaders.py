"""The leaders' list, what a leader says to it, and what was reminded."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from ninja import Router, Schema

from baro.followup.models import LeaderRemark, Reminder
from baro.followup.operations import leaders_list as operations
from baro.followup.queries.leaders_list import listed_items
from baro.followup.queries.leaders_rows import rows_of
from baro.followup.rest.callers import READS, WRITES, item_of
from baro.kernel.rest.schemas import Given, Words
from baro.org import api as org
from baro.work import api as work

router = Router(tags=["Trình lãnh đạo, nhắc việc"], auth=WRITES)


class LeadersRowOut(Schema):
    task: int
    number: str
    title: str
    lead_unit: str
    issuer_unit: str
    times: int
    last_reminded_on: date
    days_late: int
    reason: str
    remarks: list[str]


class RemarkOut(Schema):
    id: int
    kind: str
    words: str


class ReminderOut(Schema):
    told_as: str
    planned_at: datetime
    fired_at: datetime
    due_on: date
    is_caught_up: bool
    people: list[int]


class DirectiveIn(Given):
    words: Words


class PutOffIn(Given):
    until: date
    words: Words


class BriefingIn(Given):
    tasks: list[int]
    raised_on: date
    words: Words = ""


@router.get("", response=list[LeadersRowOut], auth=READS, summary="Danh sách trình lãnh đạo")
def leaders_list(request: org.UserRequest) -> list[dict[str, Any]]:
    """Việc quá hạn đã nhắc quá số lần quy định mà chưa có cập nhật, trong số việc được xem."""
    now = timezone.now()
    seen = work.for_rows(work.WorkItem.objects.visible_to(request.user))
    listed = listed_items(seen, at=now).select_related("lead_unit", "issuer_unit")
    return [
        {
            "task": row.item.pk,
            "number": row.item.number,
            "title": row.item.title,
            "lead_unit": row.item.lead_unit.code,
            "issuer_unit": row.item.issuer_unit.code,
            "times": row.times,
            "last_reminded_on": row.last_reminded_on,
            "days_late": row.days_late,
            "reason": row.reason,
            "remarks": row.said,
        }
        for row in rows_of(list(listed.order_by("due_at", "pk")), at=now)
    ]


@router.get(
    "/{int:pk}/reminders", response=list[ReminderOut], auth=READS, summary="Các lần nhắc một việc"
)
def task_reminders(request: org.UserRequest, pk: int) -> list[Reminder]:
    return list(Reminder.objects.filter(item=item_of(request, pk)).order_by("fired_at", "pk"))


@router.post("/{int:pk}/directive", response=RemarkOut, summary="Ý kiến chỉ đạo về một việc")
def task_directive(request: org.UserRequest, pk: int, said: DirectiveIn) -> LeaderRemark:
    at = timezone.now()
    return operations.direct_item(
        item=item_of(request, pk), words=said.words, by=request.user, at=at
    )


@router.post("/{int:pk}/putting-off", response=RemarkOut, summary="Tạm rút khỏi danh sách")
def task_putting_off(request: org.UserRequest, pk: int, said: PutOffIn) -> LeaderRemark:
    item, at = item_of(request, pk), timezone.now()
    return operations.put_off_item(item=item, **said.dict(), by=request.user, at=at)


@router.post("/briefing", response=list[RemarkOut], summary="Đã nêu tại giao ban")
def leaders_briefing(request: org.UserRequest, raised: BriefingIn) -> list[LeaderRemark]:
    items = [item_of(request, pk) for pk in raised.tasks]
    return operations.raise_items(
        items=items,
        raised_on=raised.raised_on,
        words=raised.words,
        by=request.user,
        at=timezone.now(),
    )
