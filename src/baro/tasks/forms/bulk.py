"""What an act on many tasks has to be told, once for all of them."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils import timezone

from baro.org import api as org
from baro.tasks.forms.fields import SeatField, choice_field, coming_day_field, words


class ManyForm(forms.Form):
    """`buoc` says that the preview was seen."""

    use_required_attribute = False

    def __init__(self, *args: Any, user: org.User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.narrow()

    def narrow(self) -> None:
        """Fill choices that depend on who acts."""

    def facts(self) -> dict[str, Any]:
        """What the operation is told, by its own names."""
        return self.cleaned_data


class ManyWithdrawals(ManyForm):
    reason = words("Lý do thu hồi", "Mọi đơn vị nhận việc sẽ thấy lý do này.")


class ManyDeadlines(ManyForm):
    due_on = coming_day_field("Hạn mới")
    reason = words("Lý do đổi hạn", "Mọi đơn vị nhận việc sẽ thấy lý do này.")


class ManyWatchers(ManyForm):
    unit = forms.CharField(
        label="Đơn vị theo dõi",
        help_text="Đơn vị này xem được các nhiệm vụ đã chọn, không phải làm.",
        widget=forms.TextInput(attrs={"list": "unit-names", "autocomplete": "off"}),
        error_messages={"required": "Hãy ghi đơn vị theo dõi."},
    )

    def clean_unit(self) -> org.Unit:
        name = self.cleaned_data["unit"]
        on = timezone.localdate()
        codes, _ = org.codes_named([name], on=on)
        unit = next(iter(org.units_by_code(codes, on=on).values()), None)
        if unit is None:
            raise forms.ValidationError(f"Không có đơn vị nào tên là “{name}” vào ngày hôm nay.")
        return unit


class ManyAssignments(ManyForm):
    seat = SeatField(
        label="Giao cho",
        queryset=org.Appointment.objects.none(),
        empty_label="Chọn người trong đơn vị",
        error_messages={"required": "Hãy chọn người thực hiện."},
    )

    def narrow(self) -> None:
        scope = org.powers_of(self.user, on=timezone.localdate()).main_scope
        if scope:
            people = org.assignable_people(scope, on=timezone.localdate())
            choice_field(self, "seat").queryset = people

    def facts(self) -> dict[str, Any]:
        seat = self.cleaned_data["seat"]
        return {"unit": seat.post.unit, "post": seat.post, "person": seat.person}


MANY_FORMS: Mapping[str, type[ManyForm]] = {
    "doi-han": ManyDeadlines,
    "phan-cong": ManyAssignments,
    "theo-doi": ManyWatchers,
    "thu-hoi": ManyWithdrawals,
}
