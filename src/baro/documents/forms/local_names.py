"""A name that an office uses among its own people."""

from typing import Any

from django import forms

from baro.documents.forms.choices import offer
from baro.org import api as org

WHOLE_CITY = "ca-thanh-pho"


class LocalNameForm(forms.Form):
    use_required_attribute = False

    phrase = forms.CharField(
        label="Cụm từ trong văn bản",
        max_length=200,
        help_text="Ghi đúng như trong văn bản, ví dụ: các phường ven sông.",
        error_messages={"required": "Hãy ghi cụm từ đúng như trong văn bản."},
    )
    units = org.UnitNamesField(
        label="Dùng để gọi các đơn vị", empty="Hãy ghi ít nhất một đơn vị mà cụm từ này chỉ."
    )
    issuer_name = forms.CharField(
        label="Áp dụng riêng cho văn bản của",
        max_length=200,
        required=False,
        help_text="Tên cơ quan ban hành như ghi ở đầu văn bản. Để trống: văn bản của mọi cơ quan.",
    )
    owner = forms.ChoiceField(label="Dùng khi đọc văn bản của sổ")

    def __init__(self, *args: Any, owners: list[org.Unit], city_wide: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._owners = {str(unit.pk): unit for unit in owners}
        whole = [(WHOLE_CITY, "Mọi đơn vị của thành phố")] if city_wide else []
        offer(self, "owner", [*whole, *((key, unit.name) for key, unit in self._owners.items())])

    def owner_unit(self) -> org.Unit | None:
        return self._owners.get(self.cleaned_data["owner"])
