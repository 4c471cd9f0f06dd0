"""To whom a document goes."""

from datetime import date
from typing import Any

from django import forms

from baro.documents.forms.choices import offer
from baro.documents.queries import Addressees
from baro.org import api as org


class SharingForm(forms.Form):
    use_required_attribute = False

    groups = forms.MultipleChoiceField(
        label="Nhóm đơn vị", required=False, widget=forms.CheckboxSelectMultiple
    )
    units = forms.MultipleChoiceField(
        label="Từng đơn vị", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, addressees: Addressees, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        offer(self, "groups", ((group.code, group.name) for group in addressees.groups))
        offer(self, "units", ((unit.code, unit.name) for unit in addressees.units))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("groups") and not given.get("units"):
            raise forms.ValidationError("Chưa chọn đơn vị nào. Ông/bà chọn ít nhất một nơi nhận.")
        return given

    def chosen_units(self) -> list[org.Unit]:
        named = org.units_by_code(self.cleaned_data["units"], on=self.on).values()
        chosen = {unit.pk: unit for unit in named}
        for code in self.cleaned_data["groups"]:
            chosen |= {unit.pk: unit for unit in org.units_of_group(code, on=self.on)}
        return list(chosen.values())

    def chosen_codes(self) -> set[str]:
        """What is ticked, also on a form that was sent back."""
        return {*(self["groups"].value() or []), *(self["units"].value() or [])}
