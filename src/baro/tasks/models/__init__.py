"""Facts about tasks."""

from baro.tasks.models.drafts import TaskDraft
from baro.tasks.models.duties import DutyOccurrence, RecurringDuty
from baro.tasks.models.exchanges import Clarification, Delivery, ProgressNote
from baro.tasks.models.imports import ImportedTask, TaskImport
from baro.tasks.models.origins import TaskOrigin
from baro.tasks.models.tasks import Task

__all__ = [
    "Clarification",
    "Delivery",
    "DutyOccurrence",
    "ImportedTask",
    "ProgressNote",
    "RecurringDuty",
    "Task",
    "TaskDraft",
    "TaskImport",
    "TaskOrigin",
]
