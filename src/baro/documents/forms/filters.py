"""The filter of the register pages, read from the address."""

from typing import Any

from django import forms

from baro.documents.forms.choices import offer
from baro.documents.models import Document
from baro.documents.queries import ORDERS, DocumentFilter
from baro.documents.queries.retention import retention_choices
from baro.documents.types import TYPE_CHOICES
from baro.kernel.ui.day_fields import DayField

REGISTERS = {
    "den": Document.Register.INCOMING,
    "di": Document.Register.OUTGOING,
    "noi-bo": Document.Register.INTERNAL,
}
OWN = "minh"


class DocumentFilterForm(forms.Form):
    q = forms.CharField(
        label="Tìm",
        required=False,
        widget=forms.TextInput(
            attrs={"type": "search", "placeholder": "Số, ký hiệu, từ trong văn bản"}
        ),
    )
    loai = forms.ChoiceField(
        label="Loại", required=False, choices=[("", "Mọi loại"), *TYPE_CHOICES]
    )
    noi = forms.CharField(
        label="Cơ quan ban hành",
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "Có dấu hoặc không dấu"}),
    )
    bq = forms.ChoiceField(label="Bảo quản", required=False)
    cua = forms.ChoiceField(
        label="Sổ của",
        required=False,
        choices=[("", "Mọi cơ quan"), (OWN, "Cơ quan tôi")],
    )
    tu = DayField(label="Ban hành từ", required=False)
    den = DayField(label="Ban hành đến", required=False)
    so = forms.ChoiceField(required=False, choices=[(key, key) for key in REGISTERS])
    sap = forms.ChoiceField(required=False, choices=[(key, key) for key in ORDERS])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "bq", [("", "Mọi thời hạn"), *retention_choices()])

    def wanted(self) -> DocumentFilter:
        """The filter; a part that makes no sense is left open and named at its field."""
        self.is_valid()
        given = self.cleaned_data
        register = REGISTERS.get(given.get("so") or "")
        return DocumentFilter(
            words=given.get("q") or "",
            register=register.value if register else "",
            type=given.get("loai") or "",
            issuer=given.get("noi") or "",
            retention=given.get("bq") or "",
            is_own=given.get("cua") == OWN,
            issued_from=given.get("tu"),
            issued_to=given.get("den"),
            order=given.get("sap") or ("-den" if register == REGISTERS["den"] else "-ngay"),
        )
