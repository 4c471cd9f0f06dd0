"""Input of the pages of saved lists."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from baro.org import api as org
from baro.work import api as work


def reaches_of(user: org.User, *, on: date) -> tuple[tuple[str, str], ...]:
    """For whom the user may save a list, as values and words."""
    unit = org.powers_of(user, on=on).main_scope
    labels = {
        work.SavedList.Reach.OWN: "Riêng tôi",
        work.SavedList.Reach.UNIT: f"Mọi người ở {unit}",
        work.SavedList.Reach.CITY: "Toàn thành phố",
    }
    return tuple(
        (reach.value, label)
        for reach, label in labels.items()
        if work.can_save_list(user, reach, unit, on=on)
    )


class SavedListForm(forms.Form):
    """A name for the list, and for whom it is; only what the user may choose is offered."""

    use_required_attribute = False

    name = forms.CharField(
        label="Tên danh sách",
        max_length=80,
        error_messages={"required": "Hãy đặt tên cho danh sách."},
    )
    reach = forms.ChoiceField(label="Dùng cho", widget=forms.RadioSelect, required=False)
    query = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)

    def __init__(self, *args: Any, user: org.User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        on = timezone.localdate()
        self.unit = org.powers_of(user, on=on).main_scope
        field = self.fields["reach"]
        field.choices = reaches_of(user, on=on)  # type: ignore[attr-defined]
        field.initial = work.SavedList.Reach.OWN

    def facts(self) -> dict[str, Any]:
        """What the operation is told."""
        reach = self.cleaned_data["reach"] or work.SavedList.Reach.OWN
        return {"name": self.cleaned_data["name"], "reach": reach, "unit": self.unit}
