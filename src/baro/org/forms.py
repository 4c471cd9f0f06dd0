"""What the directory asks for: words and a day."""

from django import forms

from baro.kernel.ui.day_fields import DayField
from baro.org.models import ApiToken, ListImport


class UnitSearchForm(forms.Form):
    q = forms.CharField(
        label="Tìm đơn vị, người",
        required=False,
        max_length=200,
        widget=forms.TextInput(
            attrs={"type": "search", "placeholder": "Tên đơn vị, tên viết tắt, mã hoặc tên người"}
        ),
    )


class DayForm(forms.Form):
    """As at which day; empty means today."""

    ngay = DayField(label="Xem tại thời điểm", required=False)


class ListForm(forms.Form):
    """One list in one file."""

    kind = forms.ChoiceField(label="Danh sách", choices=ListImport.Kind, widget=forms.RadioSelect)
    file = forms.FileField(
        label="Tệp",
        help_text="Excel (.xlsx) hoặc CSV theo mẫu. Chưa có gì được ghi ở bước này.",
        error_messages={
            "required": "Hãy chọn một tệp.",
            "empty": "Tệp rỗng (0 byte). Ông/bà kiểm tra lại tệp gốc rồi gửi lại.",
        },
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )


class TokenForm(forms.Form):
    """A key for another system: what it is for, what it may do, until when."""

    name = forms.CharField(
        label="Dùng cho hệ thống nào",
        max_length=80,
        error_messages={"required": "Hãy ghi tên hệ thống sẽ dùng mã này."},
    )
    scopes = forms.MultipleChoiceField(
        label="Phạm vi",
        choices=ApiToken.Scope,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Hãy chọn ít nhất một phạm vi."},
    )
    days = forms.ChoiceField(
        label="Có hiệu lực trong",
        choices=[("30", "30 ngày"), ("90", "90 ngày"), ("365", "1 năm")],
        initial="90",
    )
