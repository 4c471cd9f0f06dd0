"""What one document is to another."""

from django import forms

from baro.documents.models import DocumentLink
from baro.kernel.ui.day_fields import DayField

_Kind = DocumentLink.Kind


class LinkForm(forms.Form):
    use_required_attribute = False

    kind = forms.ChoiceField(
        label="Văn bản này",
        choices=[choice for choice in _Kind.choices if choice[0] != _Kind.CORRECTS],
    )
    symbol = forms.CharField(label="Số, ký hiệu của văn bản kia", max_length=60)
    cited_on = DayField(
        label="Ngày của văn bản kia",
        required=False,
        help_text="Ghi thêm ngày khi có nhiều văn bản cùng số.",
    )
