"""All writes to the ledger.

They check who and when and change the row; the trace is left by the operation of the kind of work
(`tasks.receive_task` ...), in the same transaction, because only it knows what was said. So one
act leaves one event.
"""

from baro.work.operations.assignments import assign_item
from baro.work.operations.closings import replace_items, withdraw_items
from baro.work.operations.deliveries import (
    accept_item,
    deliver_item,
    note_update,
    recall_item,
    return_item,
)
from baro.work.operations.extensions import ask_extension, decide_extension
from baro.work.operations.new_deadlines import move_deadlines
from baro.work.operations.numbers import take_numbers
from baro.work.operations.openings import NewItem, NewPart, open_items
from baro.work.operations.parts import add_watcher, finish_part
from baro.work.operations.receipts import answer_unclear, receive_item, send_back_as_unclear
from baro.work.operations.saved_lists import (
    change_list,
    open_with,
    remove_list,
    save_list,
)
from baro.work.operations.tallies import (
    fold_many_tallies,
    fold_tallies,
    mend_tallies,
    rebuild_tallies,
)

__all__ = [
    "NewItem",
    "NewPart",
    "accept_item",
    "add_watcher",
    "answer_unclear",
    "ask_extension",
    "assign_item",
    "change_list",
    "decide_extension",
    "deliver_item",
    "finish_part",
    "fold_many_tallies",
    "fold_tallies",
    "mend_tallies",
    "move_deadlines",
    "note_update",
    "open_items",
    "open_with",
    "rebuild_tallies",
    "recall_item",
    "receive_item",
    "remove_list",
    "replace_items",
    "return_item",
    "save_list",
    "send_back_as_unclear",
    "take_numbers",
    "withdraw_items",
]
