"""What somebody can do to an item now: the steps that pages offer.

Who may is said in `sides`, in which state in `states`; here both are asked at once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple, Protocol

from django.utils import timezone

from baro.org import api as org
from baro.work import sides
from baro.work.states import Move, is_allowed


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


Question = Callable[[sides.Sides], bool]
# In the order in which a person needs them: take it, do it, judge it, change it.
_ACTIONS: Mapping[str, tuple[str, Move, Question]] = {
    "receipt": ("Nhận việc", Move.RECEIVE, sides.may_receive),
    "answer": ("Trả lời câu hỏi", Move.ANSWER, sides.may_issue),
    "acceptance": ("Nghiệm thu", Move.ACCEPT, sides.may_accept),
    "return": ("Trả lại", Move.RETURN, sides.may_accept),
    "extension-decision": ("Quyết định gia hạn", Move.DECIDE_EXTENSION, sides.may_decide_extension),
    "delivery": ("Nộp sản phẩm", Move.DELIVER, sides.may_deliver),
    "progress": ("Báo tiến độ", Move.NOTE, sides.may_deliver),
    "recall": ("Rút lại sản phẩm", Move.RECALL, sides.may_deliver),
    "assignment": ("Phân công", Move.ASSIGN, sides.may_assign),
    "query": ("Hỏi lại", Move.SEND_BACK, sides.may_send_back),
    "extension": ("Xin gia hạn", Move.ASK_EXTENSION, sides.may_ask_extension),
    "split": ("Chia việc", Move.SPLIT, sides.may_split),
    "deadline": ("Đổi hạn", Move.RESCHEDULE, sides.may_decide_extension),
    "replacement": ("Thay thế", Move.REPLACE, sides.may_issue),
    "withdrawal": ("Thu hồi", Move.WITHDRAW, sides.may_issue),
}

_STEPS = frozenset(
    {
        *("receipt", "answer", "acceptance", "return", "extension-decision"),
        *("delivery", "progress", "part"),
    }
)


class Timed(sides.Sided, Protocol):
    """What of an item, besides its sides, decides what can be done to it now."""

    @property
    def kind(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def is_collective(self) -> bool: ...
    @property
    def is_extension_asked(self) -> bool: ...
    @property
    def due_at(self) -> datetime | None: ...


def allowed_actions(
    user: org.User, item: Timed, *, at: datetime | None = None
) -> tuple[Action, ...]:
    """What this user can do to the item now, the most needed first.

    Asks no query of its own when the units of the item are loaded. What can only be known from
    other rows (open children) is left to the operation.
    """
    at = at or timezone.now()
    return actions_from(sides.Viewpoint(user, on=timezone.localdate(at)), item, at=at)


def actions_from(viewpoint: sides.Viewpoint, item: Timed, *, at: datetime) -> tuple[Action, ...]:
    """The same for one of many items that one user looks at."""
    return _actions(
        item.kind,
        item.state,
        viewpoint.sides(item),
        _Clock(
            is_collective=item.is_collective,
            is_asked=item.is_extension_asked,
            is_dated=item.due_at is not None,
            is_past=item.due_at is not None and at > item.due_at,
        ),
    )


class _Clock(NamedTuple):
    is_collective: bool
    is_asked: bool
    is_dated: bool
    is_past: bool


@lru_cache(maxsize=4096)
def _actions(kind: str, state: str, standing: sides.Sides, clock: _Clock) -> tuple[Action, ...]:
    """A pure answer, so that it is worked out once for all rows that are alike."""
    return tuple(
        Action(f"{kind}-{noun}", label, f"{kind}s:{kind}-{noun}")
        for noun, (label, move, may) in _ACTIONS.items()
        if is_allowed(move, state, is_collective=clock.is_collective)
        and _clock_allows(move, clock)
        and may(standing)
    )


def _clock_allows(move: Move, clock: _Clock) -> bool:
    if move == Move.DECIDE_EXTENSION:
        return clock.is_asked
    if move == Move.RESCHEDULE:
        return clock.is_dated
    if move == Move.ASK_EXTENSION:
        return clock.is_dated and not clock.is_past and not clock.is_asked
    if move == Move.SEND_BACK:
        return not clock.is_past
    return True
