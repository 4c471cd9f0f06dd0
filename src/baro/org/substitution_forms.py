"""Who is to stand for somebody, and when."""

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils import timezone

from baro.kernel.ui.day_fields import DayField
from baro.org.models import Appointment, Person
from baro.org.queries import possible_substitutes

if TYPE_CHECKING:
    _SeatChoice = forms.ModelChoiceField[Appointment]
else:
    _SeatChoice = forms.ModelChoiceField


class SubstituteField(_SeatChoice):
    def label_from_instance(self, obj: Appointment) -> str:
        return f"{obj.person} – {obj.post.title}, {obj.post.unit.short_name}"


class SubstitutionForm(forms.Form):
    use_required_attribute = False
    substitute = SubstituteField(
        label="Người thay",
        queryset=Appointment.objects.none(),
        empty_label="Chọn người trong cơ quan",
        help_text="Người cùng đơn vị đứng trước, theo thứ bậc chức danh; tiếp theo là người đứng "
        "đầu các đơn vị trực thuộc, theo tên đơn vị.",
        error_messages={"required": "Hãy chọn người thay."},
    )
    valid_from = DayField(
        label="Từ ngày", error_messages={"required": "Hãy ghi ngày bắt đầu vắng."}
    )
    last_day = DayField(
        label="Đến hết ngày", error_messages={"required": "Hãy ghi ngày vắng cuối cùng."}
    )
    order_number = forms.CharField(
        label="Theo văn bản",
        max_length=60,
        help_text="Số, ký hiệu văn bản phân công hoặc ủy quyền, ví dụ 12/TB-UBND.",
        error_messages={"required": "Hãy ghi số văn bản giao người thay."},
    )
    reason = forms.CharField(label="Lý do vắng", max_length=300, required=False)

    def __init__(self, *args: Any, giver: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ModelChoiceField[Any]", self.fields["substitute"])
        field.queryset = possible_substitutes(giver, on=timezone.localdate())

    def facts(self) -> dict[str, Any]:
        return {**self.cleaned_data, "substitute": self.cleaned_data["substitute"].person}
