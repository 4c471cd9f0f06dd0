"""A phrase that an office uses among its own people."""

from typing import Any

from django import forms

from baro.documents.forms.choices import offer
from baro.documents.models import LocalWord
from baro.org import api as org

NAME = "name"
WHOLE_CITY = "ca-thanh-pho"
_KINDS = [
    (NAME, "Tên gọi một số đơn vị, ví dụ “các phường ven sông”"),
    (LocalWord.Kind.ORDER, "Lời giao việc đứng trước tên cơ quan, ví dụ “ủy thác cho”"),
    (LocalWord.Kind.NO_ORDER, "Lời không giao việc dù giống, ví dụ “tiếp tục phát huy”"),
    (LocalWord.Kind.PRODUCT, "Tên sản phẩm phải nộp, ví dụ “sơ đồ hiện trạng”"),
]


class TaughtForm(forms.Form):
    use_required_attribute = False
    says_what_is_needed = True

    kind = forms.ChoiceField(
        label="Cụm từ này là", choices=_KINDS, initial=NAME, widget=forms.RadioSelect
    )
    phrase = forms.CharField(
        label="Cụm từ trong văn bản",
        max_length=200,
        help_text="Ghi đúng như trong văn bản, ít nhất hai chữ.",
        error_messages={"required": "Hãy ghi cụm từ đúng như trong văn bản."},
    )
    units = org.UnitNamesField(label="Tên gọi ấy chỉ các đơn vị", required=False)
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

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("kind") == NAME and "units" in given and not given["units"]:
            self.add_error("units", "Hãy ghi ít nhất một đơn vị mà cụm từ này chỉ.")
        return given

    @property
    def is_name(self) -> bool:
        return bool(self.cleaned_data["kind"] == NAME)

    def owner_unit(self) -> org.Unit | None:
        return self._owners.get(self.cleaned_data["owner"])
