"""Which book to write out: register, unit, from day to day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from baro.documents.forms.choices import offer
from baro.documents.forms.filters import REGISTERS
from baro.documents.queries import BookWanted
from baro.kernel.ui.day_fields import DayField
from baro.org import api as org

_NAMES = {"den": "Văn bản đến", "di": "Văn bản đi", "noi-bo": "Văn bản nội bộ"}


class BookForm(forms.Form):
    """Read from the address; what is left open is the book of arrivals of this year."""

    use_required_attribute = False

    so = forms.ChoiceField(label="Sổ", choices=list(_NAMES.items()))
    dv = forms.TypedChoiceField(label="Đơn vị", coerce=int)
    tu = DayField(label="Từ ngày")
    den = DayField(label="Đến ngày")

    def __init__(self, data: Any, *, units: Sequence[org.Unit], today: date, **kwargs: Any) -> None:
        first = units[0].pk if units else ""
        defaults = {"so": "den", "dv": first, "tu": date(today.year, 1, 1), "den": today}
        given = {key: data.get(key) or value for key, value in defaults.items()}
        super().__init__(given, **kwargs)
        self.units = {unit.pk: unit for unit in units}
        offer(self, "dv", [(unit.pk, unit.name) for unit in units])

    def wanted(self) -> BookWanted:
        given = self.cleaned_data
        return BookWanted(
            unit=self.units[given["dv"]],
            register=REGISTERS[given["so"]].value,
            first=given["tu"],
            last=given["den"],
        )

    def address_query(self) -> dict[str, str]:
        """The same book in another form."""
        given = self.cleaned_data
        days = {key: f"{given[key]:%d/%m/%Y}" for key in ("tu", "den")}
        return {"so": given["so"], "dv": str(given["dv"]), **days}
