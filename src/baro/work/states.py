"""The states of an item and the table of allowed moves between them.

issued --receive, assign--> received --deliver--> delivered --accept--> done
  |                          ^      |                ^  |
  +--send back--> unclear ---+  send back            |  +--return--> returned
                    ^   answer      |                |                   |
                    +---------------+                +------deliver------+
From every open state: withdraw --> withdrawn, replace --> replaced. What was delivered and not yet
judged goes back to received when it is recalled.
"""

from collections.abc import Mapping
from enum import StrEnum

from django.db import models


class State(models.TextChoices):
    ISSUED = "issued", "Mới giao"
    RECEIVED = "received", "Đang thực hiện"
    UNCLEAR = "unclear", "Chờ làm rõ"
    DELIVERED = "delivered", "Chờ nghiệm thu"
    RETURNED = "returned", "Bị trả lại"
    DONE = "done", "Hoàn thành"
    WITHDRAWN = "withdrawn", "Đã thu hồi"
    REPLACED = "replaced", "Đã thay thế"


class Move(StrEnum):
    """What can be done to an item, by either side."""

    RECEIVE = "receive"
    SEND_BACK = "send_back"
    ANSWER = "answer"
    ASSIGN = "assign"
    NOTE = "note"
    DELIVER = "deliver"
    RECALL = "recall"
    ACCEPT = "accept"
    RETURN = "return"
    ASK_EXTENSION = "ask_extension"
    DECIDE_EXTENSION = "decide_extension"
    RESCHEDULE = "reschedule"
    SPLIT = "split"
    FINISH_PART = "finish_part"
    WITHDRAW = "withdraw"
    REPLACE = "replace"
    WATCH = "watch"


CLOSED = frozenset({State.DONE, State.WITHDRAWN, State.REPLACED})
OPEN = frozenset(State) - CLOSED
DOING = frozenset({State.ISSUED, State.RECEIVED, State.RETURNED})
_STARTED = frozenset({State.RECEIVED, State.RETURNED})

ALLOWED: Mapping[Move, frozenset[State]] = {
    Move.RECEIVE: frozenset({State.ISSUED}),
    Move.SEND_BACK: frozenset({State.ISSUED, State.RECEIVED}),
    Move.ANSWER: frozenset({State.UNCLEAR}),
    Move.ASSIGN: DOING | {State.UNCLEAR},
    Move.NOTE: _STARTED,
    Move.DELIVER: _STARTED,
    Move.RECALL: frozenset({State.DELIVERED}),
    Move.ACCEPT: frozenset({State.DELIVERED}),
    Move.RETURN: frozenset({State.DELIVERED}),
    Move.ASK_EXTENSION: DOING,
    Move.DECIDE_EXTENSION: OPEN,
    Move.RESCHEDULE: OPEN,
    Move.SPLIT: _STARTED,
    Move.FINISH_PART: OPEN,
    Move.WITHDRAW: OPEN,
    Move.REPLACE: OPEN,
    Move.WATCH: OPEN,
}
# A collective item only gathers: its children are received, delivered and accepted, it is not.
ALLOWED_TO_COLLECTIVE = frozenset(
    {Move.FINISH_PART, Move.RESCHEDULE, Move.WITHDRAW, Move.REPLACE, Move.WATCH}
)


def is_allowed(move: Move, state: str, *, is_collective: bool) -> bool:
    """Whether an item in this state can make this move at all, whoever asks."""
    if is_collective and move not in ALLOWED_TO_COLLECTIVE:
        return False
    return state in ALLOWED[move]
