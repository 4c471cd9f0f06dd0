"""What the directory asks for: words and a day."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from baro.kernel.ui.day_fields import DayField
from baro.org.models import ApiToken, ListImport
from baro.org.queries import codes_named


class ManyInputs(forms.Widget):
    """Reads every input of the same name; the component `ui.unit_names` draws them."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        return data.getlist(name) if hasattr(data, "getlist") else data.get(name)

    def use_required_attribute(self, initial: Any) -> bool:
        return False


class UnitNamesField(forms.Field):
    """Names or codes of units and groups, one input each; blank inputs are ignored.

    `empty` is the sentence that asks for one where one is required.
    """

    widget = ManyInputs

    def __init__(self, *, empty: str = "Hãy ghi đơn vị chủ trì.", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._empty = empty

    def to_python(self, value: Any) -> tuple[str, ...]:
        names = [name.strip() for name in value or [] if name.strip()]
        if not names:
            return ()
        codes, unknown = codes_named(names, on=timezone.localdate())
        if unknown:
            listed = ", ".join(f"“{name}”" for name in unknown)
            raise ValidationError(f"Không có đơn vị nào tên là {listed} vào ngày hôm nay.")
        return codes

    def validate(self, value: tuple[str, ...]) -> None:
        if self.required and not value:
            raise ValidationError(self._empty)


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
