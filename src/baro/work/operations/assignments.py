"""Giving an item on, inside the unit that owes it."""

from datetime import date, datetime

from django.utils import timezone

from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.prepared import change
from baro.kernel.search import api as search
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.work import policies
from baro.work.models import WorkItem
from baro.work.operations.guards import lock_item, require_move
from baro.work.operations.parents import follow_children
from baro.work.queries.sight import marks_of
from baro.work.states import Move, State


class AssigneeOutside(DomainError):
    """The unit, post or person is not part of the unit that owes the item."""


class PostVacant(DomainError):
    pass


class NobodyChosen(DomainError):
    pass


@whole
def assign_item(
    *,
    item: WorkItem,
    unit: org.Unit | None = None,
    post: org.Post | None = None,
    person: org.Person | None = None,
    by: org.User,
    at: datetime,
) -> WorkItem:
    """Put the item in the hands of a division, the holder of a post or a person of the lead unit.

    The lead unit still owes it. Assigning what was not yet received takes it in; assigning to the
    lead unit itself takes it back from whoever had it.
    """
    item = lock_item(item, with_parent=True)
    on = timezone.localtime(at).date()
    require(
        policies.can_assign_item(by, item, on=on),
        f"Chỉ người có quyền phân công của {item.holder_unit} mới phân công việc này được.",
    )
    require_move(item, Move.ASSIGN)
    if post is not None:
        person = _holder(post, on)
    hand = _place_of(person, item, by, on) if person else unit
    if hand is None:
        raise NobodyChosen("Hãy chọn phòng hoặc người được phân công.", field="person")
    _require_inside(hand, item, by, on)

    was_issued = item.state == State.ISSUED
    item.assigned_unit, item.assignee = (None if hand == item.lead_unit else hand), person
    item.state = State.RECEIVED if was_issued else item.state
    change(item, "assigned_unit", "assignee", "state")
    search.mark(item, marks=marks_of(item, item.parties.values_list("unit_id", flat=True)))
    if was_issued:
        follow_children(item.parent, at=at, one_is_open=True)
    return item


def _holder(post: org.Post, on: date) -> org.Person:
    holder = org.holders_of([post], on=on).get(post.pk)
    if holder is None:
        raise PostVacant(f"Hiện chưa có người giữ chức vụ {post}.", field="post")
    return holder


def _place_of(person: org.Person, item: WorkItem, by: org.User, on: date) -> org.Unit:
    """The unit in which the person sits, among those that this user may give the item to."""
    seat = (
        org.assignable_people(_ground(item, by, on), on=on)
        .filter(person=person)
        .select_related("post__unit")
        .first()
    )
    if seat is None:
        raise AssigneeOutside(
            f"{person} hiện không giữ chức vụ nào trong {_ground(item, by, on)}.", field="person"
        )
    return seat.post.unit


def _require_inside(unit: org.Unit, item: WorkItem, by: org.User, on: date) -> None:
    ground = _ground(item, by, on)
    if not unit.path.startswith(ground.path):
        raise AssigneeOutside(
            f"{unit} không thuộc {ground}; chỉ phân công trong nội bộ đơn vị.", field="unit"
        )


def _ground(item: WorkItem, by: org.User, on: date) -> org.Unit:
    """The whole lead unit, or the division alone for its own head."""
    if org.powers_of(by, on=on).may(org.Permission.ASSIGN_TASK, item.lead_unit):
        return item.lead_unit
    return item.holder_unit
