"""All writes on drafts and tasks: who, when, the row of the ledger, our own rows, one event."""

from baro.tasks.operations.assignments import assign_task
from baro.tasks.operations.closings import withdraw_tasks
from baro.tasks.operations.corrections import move_deadline, replace_given_task
from baro.tasks.operations.deliveries import deliver_task, recall_task
from baro.tasks.operations.downloads import take_delivery_file
from baro.tasks.operations.draft_edits import (
    DraftChanges,
    drop_draft,
    edit_draft,
    issue_drafts,
    restore_draft,
)
from baro.tasks.operations.drafts import DraftingResult, draft_tasks
from baro.tasks.operations.duties import (
    change_ways,
    end_duty,
    move_occurrence,
    skip_occurrence,
    take_over_duty,
)
from baro.tasks.operations.extensions import ask_task_extension, decide_task_extension
from baro.tasks.operations.imports import (
    bring_tasks,
    give_imported_tasks,
)
from baro.tasks.operations.in_turn import (
    Outcome,
    do_in_turn,
)
from baro.tasks.operations.issue import ThreeClaritiesMissing, issue_tasks
from baro.tasks.operations.judgements import AnotherProductWaits, accept_task, return_task
from baro.tasks.operations.list_takings import (
    take_list_file,
    take_list_print,
)
from baro.tasks.operations.new_deadlines import (
    reschedule_task,
)
from baro.tasks.operations.occurrences import open_occurrences, open_times_of
from baro.tasks.operations.origins import confirm_order
from baro.tasks.operations.parts import add_task_watcher, finish_task_part
from baro.tasks.operations.progress import note_progress
from baro.tasks.operations.receipts import answer_about_task, ask_about_task, receive_task
from baro.tasks.operations.replacing import replace_task
from baro.tasks.operations.reshaping import (
    merge_drafts,
    move_quote,
    split_draft,
    undo_reshaping,
)
from baro.tasks.operations.splits import split_task
from baro.tasks.operations.unions import LeadsDiffer

__all__ = [
    "AnotherProductWaits",
    "DraftChanges",
    "DraftingResult",
    "LeadsDiffer",
    "Outcome",
    "ThreeClaritiesMissing",
    "accept_task",
    "add_task_watcher",
    "answer_about_task",
    "ask_about_task",
    "ask_task_extension",
    "assign_task",
    "bring_tasks",
    "change_ways",
    "confirm_order",
    "decide_task_extension",
    "deliver_task",
    "do_in_turn",
    "draft_tasks",
    "drop_draft",
    "edit_draft",
    "end_duty",
    "finish_task_part",
    "give_imported_tasks",
    "issue_drafts",
    "issue_tasks",
    "merge_drafts",
    "move_deadline",
    "move_occurrence",
    "move_quote",
    "note_progress",
    "open_occurrences",
    "open_times_of",
    "recall_task",
    "receive_task",
    "replace_given_task",
    "replace_task",
    "reschedule_task",
    "restore_draft",
    "return_task",
    "skip_occurrence",
    "split_draft",
    "split_task",
    "take_delivery_file",
    "take_list_file",
    "take_list_print",
    "take_over_duty",
    "undo_reshaping",
    "withdraw_tasks",
]
