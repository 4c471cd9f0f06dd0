"""The door of `work` for the modules above."""

from baro.work.cells import Cell, cell_of
from baro.work.models import WorkExtension, WorkItem, WorkParty, WorkPause
from baro.work.operations import (
    NewItem,
    NewPart,
    accept_item,
    add_watcher,
    answer_unclear,
    ask_extension,
    assign_item,
    decide_extension,
    deliver_item,
    finish_part,
    note_update,
    open_items,
    receive_item,
    replace_items,
    return_item,
    send_back_as_unclear,
    take_numbers,
    withdraw_items,
)
from baro.work.policies import Action, allowed_actions, can_open_items, can_split_item
from baro.work.states import Move, State

__all__ = [
    "Action",
    "Cell",
    "Move",
    "NewItem",
    "NewPart",
    "State",
    "WorkExtension",
    "WorkItem",
    "WorkParty",
    "WorkPause",
    "accept_item",
    "add_watcher",
    "allowed_actions",
    "answer_unclear",
    "ask_extension",
    "assign_item",
    "can_open_items",
    "can_split_item",
    "cell_of",
    "decide_extension",
    "deliver_item",
    "finish_part",
    "note_update",
    "open_items",
    "receive_item",
    "replace_items",
    "return_item",
    "send_back_as_unclear",
    "take_numbers",
    "withdraw_items",
]
