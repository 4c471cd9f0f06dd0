"""What an official does to drafts before they become tasks."""

from baro.tasks.operations.draft_edits.changes import DraftChanges
from baro.tasks.operations.draft_edits.deciding import drop_draft, issue_drafts, restore_draft
from baro.tasks.operations.draft_edits.editing import edit_draft

__all__ = ["DraftChanges", "drop_draft", "edit_draft", "issue_drafts", "restore_draft"]
