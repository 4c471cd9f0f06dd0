"""Facts about tasks."""

from baro.tasks.models.drafts import TaskDraft
from baro.tasks.models.exchanges import Clarification, Delivery, ProgressNote
from baro.tasks.models.imports import ImportedTask, TaskImport
from baro.tasks.models.tasks import Task

__all__ = [
    "Clarification",
    "Delivery",
    "ImportedTask",
    "ProgressNote",
    "Task",
    "TaskDraft",
    "TaskImport",
]
