"""What is asked about a duty that comes back."""

from datetime import date
from typing import Any

from django import forms

from baro.tasks.forms.fields import day_field, words
from baro.tasks.models import RecurringDuty


class DutyActForm(forms.Form):
    """One act on a duty; `facts` are what its operation is told."""

    use_required_attribute = False

    def facts(self) -> dict[str, Any]:
        return self.cleaned_data


class _TimeForm(DutyActForm):
    nominal_on = forms.DateField(widget=forms.HiddenInput)


class MoveForm(_TimeForm):
    due_on = day_field("Hạn mới của kỳ này")
    reason = words("Lý do dời")


class SkipForm(_TimeForm):
    reason = words("Lý do bỏ qua")


class EndForm(DutyActForm):
    reason = words("Lý do kết thúc", "Những kỳ đã giao vẫn phải hoàn thành.")


class TakeoverForm(DutyActForm):
    pass


class WaysForm(DutyActForm):
    """How each time is given: how early, where it goes from a day off, until when at all."""

    says_what_is_needed = True

    lead_days = forms.IntegerField(
        label="Giao trước hạn (ngày làm việc)",
        min_value=0,
        max_value=60,
        error_messages={
            "required": "Hãy ghi số ngày giao trước hạn; giao đúng ngày hạn thì ghi 0.",
            "min_value": "Số ngày giao trước hạn từ 0 đến 60.",
            "max_value": "Số ngày giao trước hạn từ 0 đến 60.",
            "invalid": "Số ngày giao trước hạn là một số từ 0 đến 60.",
        },
    )
    on_day_off = forms.ChoiceField(
        label="Khi hạn rơi vào ngày nghỉ", choices=RecurringDuty.OnDayOff.choices
    )
    ends_on = day_field("Kỳ cuối cùng", "Bỏ trống nếu chưa định ngày thôi.", required=False)

    @classmethod
    def of(cls, duty: RecurringDuty) -> "WaysForm":
        ways: dict[str, int | str | date | None] = {
            "lead_days": duty.lead_days,
            "on_day_off": duty.on_day_off,
            "ends_on": duty.ends_on,
        }
        return cls(initial=ways)
