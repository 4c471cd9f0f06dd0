"""Input of this module's pages, turned into typed values."""

from baro.documents.forms.drafts import PaperDraftForm, kept_values
from baro.documents.forms.filters import REGISTERS, DocumentFilterForm
from baro.documents.forms.layout_check import LayoutCheckForm
from baro.documents.forms.links import LinkForm
from baro.documents.forms.local_names import LocalNameForm
from baro.documents.forms.numbers import (
    CancellationForm,
    FillBackForm,
    ReleaseForm,
    ReservationForm,
)
from baro.documents.forms.papers import PaperForm
from baro.documents.forms.registration import RegistrationForm, first_guess
from baro.documents.forms.sharing import SharingForm

__all__ = [
    "REGISTERS",
    "CancellationForm",
    "DocumentFilterForm",
    "FillBackForm",
    "LayoutCheckForm",
    "LinkForm",
    "LocalNameForm",
    "PaperDraftForm",
    "PaperForm",
    "RegistrationForm",
    "ReleaseForm",
    "ReservationForm",
    "SharingForm",
    "first_guess",
    "kept_values",
]
