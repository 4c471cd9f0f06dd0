"""Input of the task pages, made into typed values."""

from baro.tasks.forms.acts import (
    AcceptanceForm,
    ActForm,
    AnswerForm,
    AssignmentForm,
    ConfirmationForm,
    DeadlineForm,
    DeliveryForm,
    ExtensionDecisionForm,
    ExtensionForm,
    JudgingForm,
    PartForm,
    ProgressForm,
    QueryForm,
    RecallForm,
    ReceiptForm,
    ReplacementForm,
    ReturnForm,
    SplitForm,
    WithdrawalForm,
)
from baro.tasks.forms.amendments import AmendmentForm
from baro.tasks.forms.as_at import AsAtForm
from baro.tasks.forms.bulk import MANY_FORMS
from baro.tasks.forms.drafts import DraftForm, IssuanceForm, NewTaskForm
from baro.tasks.forms.imports import TaskFileForm
from baro.tasks.forms.lists import SavedListForm, reaches_of

__all__ = [
    "MANY_FORMS",
    "AcceptanceForm",
    "ActForm",
    "AmendmentForm",
    "AnswerForm",
    "AsAtForm",
    "AssignmentForm",
    "ConfirmationForm",
    "DeadlineForm",
    "DeliveryForm",
    "DraftForm",
    "ExtensionDecisionForm",
    "ExtensionForm",
    "IssuanceForm",
    "JudgingForm",
    "NewTaskForm",
    "PartForm",
    "ProgressForm",
    "QueryForm",
    "RecallForm",
    "ReceiptForm",
    "ReplacementForm",
    "ReturnForm",
    "SavedListForm",
    "SplitForm",
    "TaskFileForm",
    "WithdrawalForm",
    "reaches_of",
]
