"""What the directory asks for: words and a day."""

from django import forms

from baro.org.models import ListImport


class UnitSearchForm(forms.Form):
    q = forms.CharField(
        label="Tìm đơn vị",
        required=False,
        max_length=200,
        widget=forms.TextInput(
            attrs={"type": "search", "placeholder": "Tên, tên viết tắt hoặc mã đơn vị"}
        ),
    )


class DayForm(forms.Form):
    """As at which day; empty means today."""

    ngay = forms.DateField(
        label="Xem tại ngày",
        required=False,
        widget=forms.DateInput(),
        error_messages={"invalid": "Ngày phải có dạng ngày/tháng/năm, ví dụ 01/07/2025."},
    )


class ListForm(forms.Form):
    """One list in one file."""

    kind = forms.ChoiceField(label="Danh sách", choices=ListImport.Kind, widget=forms.RadioSelect)
    file = forms.FileField(
        label="Tệp",
        help_text="Excel (.xlsx) hoặc CSV theo mẫu. Chưa có gì được ghi ở bước này.",
        error_messages={
            "required": "Hãy chọn một tệp.",
            "empty": "Tệp này không có nội dung.",
        },
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )
