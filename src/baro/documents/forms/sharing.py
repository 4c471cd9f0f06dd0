"""To whom a document goes."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q

from baro.org import api as org

_BODIES = (org.Unit.Kind.PEOPLES_COMMITTEE, org.Unit.Kind.PARTY_COMMITTEE)


class SharingForm(forms.Form):
    groups = forms.MultipleChoiceField(
        label="Nhóm đơn vị", required=False, widget=forms.CheckboxSelectMultiple
    )
    units = forms.MultipleChoiceField(
        label="Từng đơn vị",
        required=False,
        help_text="Giữ phím Ctrl để chọn nhiều đơn vị.",
        widget=forms.SelectMultiple(attrs={"size": 8}),
    )

    def __init__(self, *args: Any, on: date, home: org.Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        self._offer("groups", [(code, group.name) for code, group in org.GROUPS.items()])
        self._offer("units", _choices(home))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("groups") and not given.get("units"):
            raise forms.ValidationError("Chưa chọn đơn vị nào. Ông/bà chọn ít nhất một nơi nhận.")
        return given

    def chosen_units(self) -> list[org.Unit]:
        chosen = {unit.pk: unit for unit in self._by_code(self.cleaned_data["units"])}
        for code in self.cleaned_data["groups"]:
            chosen |= {unit.pk: unit for unit in org.units_of_group(code, on=self.on)}
        return list(chosen.values())

    def _by_code(self, codes: list[str]) -> list[org.Unit]:
        return list(org.units_by_code(codes, on=self.on).values())

    def _offer(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - for the type checker
        field.choices = choices


def _choices(home: org.Unit) -> list[tuple[str, list[tuple[str, str]]]]:
    """City bodies, committees of the communes, and the divisions inside the keeper's commune."""
    units = org.Unit.objects.living().exclude(branch=org.Unit.Branch.TERRITORY)
    city = units.filter(commune__isnull=True)
    communes = units.filter(commune__isnull=False, kind__in=_BODIES)
    offered = [("Cơ quan thành phố", city), ("Cấp xã", communes)]
    if home.commune_id:
        inside = units.filter(Q(commune=home.commune_id) & ~Q(kind__in=_BODIES))
        offered.insert(0, ("Trong xã, phường", inside))
    return [(label, [(unit.code, unit.name) for unit in found]) for label, found in offered]
