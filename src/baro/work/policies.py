"""Who may do what to an item; in which state it can be done at all is said in `states`.

Two sides meet in an item. The issuer's side acts for the unit that gave it, the lead side for the
unit that owes it. Whoever may act for both (a chairman, for work between two of his divisions)
stands on the issuer's side: nobody accepts what he handed in as somebody else's superior.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from baro.org import api as org
from baro.org.api import Permission
from baro.work.models import CalendarFeed, SavedList, WorkItem, WorkParty
from baro.work.states import Move, is_allowed


def can_receive_item(user: org.User, item: WorkItem, *, on: date) -> bool:
    """The lead unit, or the person to whom a part was given at once."""
    return _is_assignee(user, item, on) or _acts_for_lead(user, item, Permission.RECEIVE_TASK, on)


def can_send_back_item(user: org.User, item: WorkItem, *, on: date) -> bool:
    return _acts_for_lead(user, item, Permission.RECEIVE_TASK, on)


def can_assign_item(user: org.User, item: WorkItem, *, on: date) -> bool:
    return _acts_for_lead(user, item, Permission.ASSIGN_TASK, on) or _acts_for_holder(
        user, item, Permission.ASSIGN_TASK, on
    )


def can_note_update(user: org.User, item: WorkItem, *, on: date) -> bool:
    return can_deliver_item(user, item, on=on)


def can_deliver_item(user: org.User, item: WorkItem, *, on: date) -> bool:
    return (
        _is_assignee(user, item, on)
        or _acts_for_lead(user, item, Permission.DELIVER_PRODUCT, on)
        or _acts_for_holder(user, item, Permission.DELIVER_PRODUCT, on)
    )


def can_split_item(user: org.User, item: WorkItem, *, on: date) -> bool:
    return _is_assignee(user, item, on) or can_assign_item(user, item, on=on)


def can_ask_extension(user: org.User, item: WorkItem, *, on: date) -> bool:
    return _acts_for_lead(user, item, Permission.DELIVER_PRODUCT, on)


def can_answer_item(user: org.User, item: WorkItem, *, on: date) -> bool:
    return _acts_for_issuer(user, item, Permission.ISSUE_TASK, on)


def can_accept_item(user: org.User, item: WorkItem, *, on: date) -> bool:
    return _acts_for_issuer(user, item, Permission.ACCEPT_PRODUCT, on)


def can_decide_extension(user: org.User, item: WorkItem, *, on: date) -> bool:
    return _acts_for_issuer(user, item, Permission.DECIDE_EXTENSION, on)


def can_withdraw_item(user: org.User, item: WorkItem, *, on: date) -> bool:
    return _acts_for_issuer(user, item, Permission.ISSUE_TASK, on)


def can_add_watcher(user: org.User, item: WorkItem, *, on: date) -> bool:
    return _acts_for_issuer(user, item, Permission.ISSUE_TASK, on)


def can_open_items(user: org.User, issuer_unit: org.Unit, *, on: date) -> bool:
    return org.powers_of(user, on=on).may(Permission.ISSUE_TASK, issuer_unit)


def can_finish_part(user: org.User, party: WorkParty, *, on: date) -> bool:
    return org.powers_of(user, on=on).may(Permission.DELIVER_PRODUCT, party.unit)


def can_save_list(user: org.User, reach: str, unit: org.Unit | None, *, on: date) -> bool:
    """For oneself everybody; for a unit who gives out its work; for the city who oversees it."""
    powers = org.powers_of(user, on=on)
    if reach == SavedList.Reach.OWN:
        return True
    if reach == SavedList.Reach.UNIT:
        return unit is not None and powers.may(Permission.ASSIGN_TASK, unit)
    return powers.may_for_the_whole_city(Permission.SEE) and powers.may_somewhere(
        Permission.ISSUE_TASK
    )


def can_change_list(user: org.User, saved: SavedList, *, on: date) -> bool:
    """Its owner, and for a list of many whoever could have made it."""
    if saved.owner_id == user.pk:
        return True
    return not saved.is_own and can_save_list(user, saved.reach, saved.unit, on=on)


def can_make_calendar(user: org.User, unit: org.Unit | None, *, on: date) -> bool:
    """Everybody for themselves; for a unit who takes its work in."""
    return unit is None or org.powers_of(user, on=on).may(Permission.RECEIVE_TASK, unit)


def can_revoke_calendar(user: org.User, feed: CalendarFeed, *, on: date) -> bool:
    """One's own, and that of a unit whose work one takes in, whoever made it."""
    if feed.unit is None:
        return feed.person_id == user.person_id
    return can_make_calendar(user, feed.unit, on=on)


@dataclass(frozen=True)
class Action:
    """Something this user can do to this item now, as a page offers it."""

    code: str
    label: str
    url_name: str

    @property
    def is_next(self) -> bool:
        """A step forward, worth a button on every row; the rest waits on the item's own page."""
        return self.code.partition("-")[2] in _STEPS


Question = Callable[..., bool]
# In the order in which a person needs them: take it, do it, judge it, change it.
_ACTIONS: Mapping[str, tuple[str, Move, Question]] = {
    "receipt": ("Nhận việc", Move.RECEIVE, can_receive_item),
    "answer": ("Trả lời câu hỏi", Move.ANSWER, can_answer_item),
    "acceptance": ("Nghiệm thu", Move.ACCEPT, can_accept_item),
    "return": ("Trả lại", Move.RETURN, can_accept_item),
    "extension-decision": ("Quyết định gia hạn", Move.DECIDE_EXTENSION, can_decide_extension),
    "delivery": ("Nộp sản phẩm", Move.DELIVER, can_deliver_item),
    "progress": ("Báo tiến độ", Move.NOTE, can_note_update),
    "assignment": ("Phân công", Move.ASSIGN, can_assign_item),
    "query": ("Hỏi lại", Move.SEND_BACK, can_send_back_item),
    "extension": ("Xin gia hạn", Move.ASK_EXTENSION, can_ask_extension),
    "split": ("Chia việc", Move.SPLIT, can_split_item),
    "replacement": ("Thay thế", Move.REPLACE, can_withdraw_item),
    "withdrawal": ("Thu hồi", Move.WITHDRAW, can_withdraw_item),
}

_STEPS = frozenset(
    {
        *("receipt", "answer", "acceptance", "return", "extension-decision"),
        *("delivery", "progress", "part"),
    }
)


def allowed_actions(
    user: org.User, item: WorkItem, *, at: datetime | None = None
) -> tuple[Action, ...]:
    """What this user can do to the item now, the most needed first.

    Asks no query of its own when the units of the item are loaded. What can only be known from
    other rows (open children) is left to the operation.
    """
    at = at or timezone.now()
    on = timezone.localdate(at)
    return tuple(
        Action(f"{item.kind}-{noun}", label, f"{item.kind}s:{item.kind}-{noun}")
        for noun, (label, move, may) in _ACTIONS.items()
        if is_allowed(move, item.state, is_collective=item.is_collective)
        and _clock_allows(move, item, at)
        and may(user, item, on=on)
    )


def _clock_allows(move: Move, item: WorkItem, at: datetime) -> bool:
    if move == Move.DECIDE_EXTENSION:
        return item.is_extension_asked
    if move == Move.ASK_EXTENSION:
        return item.due_at is not None and at <= item.due_at and not item.is_extension_asked
    if move == Move.SEND_BACK:
        return item.due_at is None or at <= item.due_at
    return True


def _is_assignee(user: org.User, item: WorkItem, on: date) -> bool:
    """The one who does it, or whoever stands for them on the day."""
    return item.assignee_id is not None and item.assignee_id in org.acts_as(user, on=on)


def _acts_for_issuer(user: org.User, item: WorkItem, permission: Permission, on: date) -> bool:
    return org.powers_of(user, on=on).may(permission, item.issuer_unit)


def _acts_for_lead(user: org.User, item: WorkItem, permission: Permission, on: date) -> bool:
    powers = org.powers_of(user, on=on)
    if item.issuer_unit_id != item.lead_unit_id and powers.may(permission, item.issuer_unit):
        return False
    return powers.may(permission, item.lead_unit)


def _acts_for_holder(user: org.User, item: WorkItem, permission: Permission, on: date) -> bool:
    """The division to which the lead unit passed the item."""
    if item.assigned_unit is None:
        return False
    powers = org.powers_of(user, on=on)
    return powers.may(permission, item.assigned_unit) and not powers.may(
        permission, item.issuer_unit
    )
