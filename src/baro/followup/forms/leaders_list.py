"""What a leader says to a row of the list."""

from django import forms

from baro.kernel.ui.day_fields import DayField


class DirectiveForm(forms.Form):
    use_required_attribute = False

    words = forms.CharField(
        label="Ý kiến chỉ đạo", max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class PutOffForm(forms.Form):
    use_required_attribute = False

    day = DayField(label="Đưa trở lại danh sách từ ngày")
    words = forms.CharField(
        label="Lý do tạm rút", max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )


class BriefingForm(forms.Form):
    use_required_attribute = False

    day = DayField(label="Ngày giao ban")
    words = forms.CharField(
        label="Ghi chú",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
