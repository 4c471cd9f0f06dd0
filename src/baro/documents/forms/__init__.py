"""Input of this module's pages, turned into typed values."""

from baro.documents.forms.books import BookForm
from baro.documents.forms.drafts import PaperDraftForm, kept_values
from baro.documents.forms.filters import REGISTERS, DocumentFilterForm
from baro.documents.forms.handling import (
    AssignmentForm,
    FinishingForm,
    RegisterColumnsForm,
    StepForm,
    SubmissionForm,
)
from baro.documents.forms.layout_check import LayoutCheckForm
from baro.documents.forms.links import LinkForm, LinkSearchForm
from baro.documents.forms.numbers import (
    CancellationForm,
    FillBackForm,
    ReleaseForm,
    ReservationForm,
)
from baro.documents.forms.papers import PaperForm
from baro.documents.forms.registration import RegistrationForm, first_guess
from baro.documents.forms.sharing import SharingForm
from baro.documents.forms.taught import TaughtForm

__all__ = [
    "REGISTERS",
    "AssignmentForm",
    "BookForm",
    "CancellationForm",
    "DocumentFilterForm",
    "FillBackForm",
    "FinishingForm",
    "LayoutCheckForm",
    "LinkForm",
    "LinkSearchForm",
    "PaperDraftForm",
    "PaperForm",
    "RegisterColumnsForm",
    "RegistrationForm",
    "ReleaseForm",
    "ReservationForm",
    "SharingForm",
    "StepForm",
    "SubmissionForm",
    "TaughtForm",
    "first_guess",
    "kept_values",
]
