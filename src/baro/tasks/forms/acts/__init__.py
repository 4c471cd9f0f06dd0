"""One small form for each act on a task."""

from baro.tasks.forms.acts.act import ActForm
from baro.tasks.forms.acts.deciding import (
    AcceptanceForm,
    AnswerForm,
    ConfirmationForm,
    DeadlineForm,
    ExtensionDecisionForm,
    JudgingForm,
    ReplacementForm,
    ReturnForm,
    WithdrawalForm,
)
from baro.tasks.forms.acts.doing import (
    AssignmentForm,
    DeliveryForm,
    ExtensionForm,
    PartForm,
    ProgressForm,
    QueryForm,
    RecallForm,
    ReceiptForm,
    SplitForm,
)

__all__ = [
    "AcceptanceForm",
    "ActForm",
    "AnswerForm",
    "AssignmentForm",
    "ConfirmationForm",
    "DeadlineForm",
    "DeliveryForm",
    "ExtensionDecisionForm",
    "ExtensionForm",
    "JudgingForm",
    "PartForm",
    "ProgressForm",
    "QueryForm",
    "RecallForm",
    "ReceiptForm",
    "ReplacementForm",
    "ReturnForm",
    "SplitForm",
    "WithdrawalForm",
]
