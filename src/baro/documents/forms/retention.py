"""How long documents are kept: the table of classes, and the class of one document."""

from typing import Any

from django import forms

from baro.documents.models import RetentionClass
from baro.documents.operations.retention import RetentionDetails


class RetentionForm(forms.Form):
    use_required_attribute = False

    name = forms.CharField(label="Tên loại", max_length=120)
    kind = forms.ChoiceField(label="Thời hạn", choices=RetentionClass.Kind.choices)
    years = forms.IntegerField(
        label="Số năm",
        required=False,
        min_value=1,
        max_value=200,
        help_text="Để trống khi chưa tra được trong quy định.",
    )
    legal_basis = forms.CharField(
        label="Căn cứ pháp lý",
        required=False,
        max_length=300,
        help_text="Ghi số hiệu văn bản, điều, khoản.",
    )
    is_verified = forms.BooleanField(label="Đã đối chiếu với văn bản quy định", required=False)

    def details(self) -> RetentionDetails:
        given = self.cleaned_data
        return RetentionDetails(
            name=given["name"],
            kind=given["kind"],
            years=given["years"],
            legal_basis=given["legal_basis"],
            is_verified=given["is_verified"],
        )


def as_initial(retention: RetentionClass) -> dict[str, Any]:
    names = ("name", "kind", "years", "legal_basis", "is_verified")
    return {name: getattr(retention, name) for name in names}


class ClassificationForm(forms.Form):
    retention = forms.ModelChoiceField(
        label="Thời hạn bảo quản",
        queryset=RetentionClass.objects.all(),
        required=False,
        empty_label="Chưa xác định",
    )
