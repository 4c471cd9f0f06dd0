"""What people are told about a rung that has come; words only, nothing is read here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from baro.followup.ladder import Due
from baro.followup.models import Rung
from baro.org import api as org
from baro.work import api as work

_NAMED = 10
_TOLD = 4


@dataclass(frozen=True)
class Missed:
    """One item whose reminders did not come on their days, and the first and last such day."""

    item: work.WorkItem
    first_on: date
    last_on: date


def due_day(item: work.WorkItem) -> date:
    assert item.due_at is not None  # noqa: S101 - what has no deadline is never reminded
    return timezone.localtime(item.due_at).date()


def kind_of(rung: Rung) -> str:
    """The reason on the notice: whether it is late, and how loudly it is told."""
    is_loud = rung.channel == Rung.Channel.AT_ONCE
    if rung.is_after:
        return "overdue" if is_loud else "still_overdue"
    return "due_now" if is_loud else "reminded"


def title_of(due: Due, item: work.WorkItem) -> str:
    rung, due_on = due.rung, due_day(item)
    distance = rung.offset + due.occurrence * rung.every
    unit = Rung.Measure(rung.measure).label
    if distance > 0:
        return f"Đã quá hạn {distance} {unit} (hạn {due_on:%d/%m/%Y})."
    if distance < 0:
        return f"Còn {-distance} {unit} là đến hạn {due_on:%d/%m/%Y}."
    if due.planned_on == due_on:
        return f"Hôm nay đến hạn ({due_on:%d/%m/%Y})."
    return f"Hôm nay là ngày làm việc cuối cùng trước hạn {due_on:%d/%m/%Y}."


def caught_up_title(missed: Sequence[Missed]) -> str:
    first, last = min(one.first_on for one in missed), max(one.last_on for one in missed)
    span = f"ngày {first:%d/%m/%Y}"
    if first != last:
        span = f"các ngày từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}"
    return f"Hệ thống không nhắc được việc trong {span}; {len(missed)} việc của ông/bà bị lỡ."


def caught_up_body(missed: Sequence[Missed]) -> str:
    """The items by deadline, the first of them named."""
    ordered = sorted(missed, key=lambda one: (due_day(one.item), one.item.number))
    named = [f"{one.item.number}, hạn {due_day(one.item):%d/%m/%Y}" for one in ordered[:_NAMED]]
    rest = len(ordered) - len(named)
    return "; ".join(named) + (f"; và {rest} việc khác." if rest else ".")


def leaders_title(new: int, limit: int) -> str:
    return (
        f"Thêm {new} việc quá hạn vào danh sách trình lãnh đạo: đã nhắc quá {limit} lần mà "
        "chưa có cập nhật."
    )


def told_facts(due: Due, people: Sequence[org.Person], *, is_missed: bool) -> dict[str, str]:
    """What the history of the task says of it."""
    names = [person.full_name for person in people]
    told = ", ".join(names[:_TOLD])
    if len(names) > _TOLD:
        told += f" và {len(names) - _TOLD} người khác"
    rung = due.rung.told_as(due.occurrence)
    return {
        "rung": rung[:1].lower() + rung[1:],
        "people": told or "chưa có người nhận vì chức danh đang khuyết",
        "how": "Nhắc bù" if is_missed else "Nhắc việc",
    }
