"""As at which day, and in which form."""

from django import forms

from baro.kernel.ui.day_fields import DayField


class AsAtForm(forms.Form):
    use_required_attribute = False

    ngay = DayField(label="Tại hết ngày", error_messages={"required": "Hãy ghi ngày."})
    dang = forms.ChoiceField(
        label="Dạng tệp",
        choices=[("csv", "CSV, mở bằng Excel"), ("json", "JSON, cho hệ thống khác")],
        widget=forms.RadioSelect,
        initial="csv",
        error_messages={"required": "Hãy chọn dạng tệp.", "invalid_choice": "Hãy chọn dạng tệp."},
    )
