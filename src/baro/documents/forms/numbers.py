"""What is asked when a number is kept, given back, cancelled or filled back."""

from collections.abc import Sequence
from typing import Any

from django import forms

from baro.documents.forms.choices import offer
from baro.documents.types import TYPE_CHOICES
from baro.kernel.ui.day_fields import DayField
from baro.org import api as org


class ReservationForm(forms.Form):
    use_required_attribute = False

    owner_unit = forms.TypedChoiceField(label="Sổ của đơn vị", coerce=int)
    type = forms.ChoiceField(label="Loại văn bản", choices=[("", "Chọn loại"), *TYPE_CHOICES])
    purpose = forms.CharField(
        label="Giữ cho văn bản nào",
        max_length=300,
        widget=forms.TextInput(
            attrs={"placeholder": "Ví dụ: Quyết định kiện toàn tổ công tác, đang trình ký"}
        ),
    )
    until = DayField(
        label="Giữ đến ngày",
        required=False,
        help_text="Để trống thì giữ theo số ngày thường dùng của cơ quan.",
    )

    def __init__(self, *args: Any, units: Sequence[org.Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {unit.pk: unit for unit in units}
        offer(self, "owner_unit", [(unit.pk, unit.name) for unit in units])

    def details(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {**given, "owner_unit": self.units[given["owner_unit"]]}


class _NumberForm(forms.Form):
    """A number of the run, taken from the row that was clicked, and why."""

    use_required_attribute = False

    number = forms.IntegerField(label="Số", min_value=1, max_value=99_999_999)
    reason = forms.CharField(label="Lý do", max_length=300)


class CancellationForm(_NumberForm):
    pass


class ReleaseForm(_NumberForm):
    pass


class FillBackForm(_NumberForm):
    reason = forms.CharField(
        label="Lý do, văn bản đã ký",
        max_length=300,
        widget=forms.TextInput(
            attrs={"placeholder": "Ví dụ: Quyết định đã ký ngày 03/09, văn thư nhận muộn"}
        ),
    )
    dated_on = DayField(label="Ngày ghi trên văn bản")

    field_order = ["number", "dated_on", "reason"]
