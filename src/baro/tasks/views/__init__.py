"""HTTP doors of the tasks: lists, one task, its acts, drafts and their review."""

from baro.tasks.views.as_at import task_list_as_at
from baro.tasks.views.bulk import task_bulk
from baro.tasks.views.drafts import (
    document_drafting,
    document_drafts,
    document_issuance,
    document_review,
)
from baro.tasks.views.duties import duty, duty_list
from baro.tasks.views.imports import (
    task_import,
    task_import_giving,
    task_import_preview,
    task_import_template,
)
from baro.tasks.views.list_papers import task_list_excel, task_list_print
from baro.tasks.views.lists import task_filters, task_list, task_list_cells
from baro.tasks.views.one_draft import (
    draft,
    draft_amendment,
    draft_card,
    draft_deadline,
    draft_drop,
    draft_merger,
    draft_quote,
    draft_replacement,
    draft_restoration,
    draft_split,
    draft_undoing,
)
from baro.tasks.views.saved_lists import (
    saved_list,
    saved_list_counts,
    saved_list_opening,
    saved_list_removal,
    saved_lists,
)
from baro.tasks.views.tasks import delivery_file, task, task_board, task_creation
from baro.tasks.views.terms import terms_preview

__all__ = [
    "delivery_file",
    "document_drafting",
    "document_drafts",
    "document_issuance",
    "document_review",
    "draft",
    "draft_amendment",
    "draft_card",
    "draft_deadline",
    "draft_drop",
    "draft_merger",
    "draft_quote",
    "draft_replacement",
    "draft_restoration",
    "draft_split",
    "draft_undoing",
    "duty",
    "duty_list",
    "saved_list",
    "saved_list_counts",
    "saved_list_opening",
    "saved_list_removal",
    "saved_lists",
    "task",
    "task_board",
    "task_bulk",
    "task_creation",
    "task_filters",
    "task_import",
    "task_import_giving",
    "task_import_preview",
    "task_import_template",
    "task_list",
    "task_list_as_at",
    "task_list_cells",
    "task_list_excel",
    "task_list_print",
    "terms_preview",
]
