"""What one document is to another."""

from collections.abc import Sequence
from typing import Any

from django import forms

from baro.documents.forms.choices import offer
from baro.documents.models import Document, DocumentLink
from baro.kernel.ui.day_fields import DayField

_Kind = DocumentLink.Kind


class LinkSearchForm(forms.Form):
    says_what_is_needed = True

    tim = forms.CharField(
        label="Tìm văn bản kia trong sổ",
        required=False,
        max_length=200,
        widget=forms.TextInput(
            attrs={"type": "search", "placeholder": "Số, ký hiệu hoặc từ trong văn bản"}
        ),
    )


class LinkForm(forms.Form):
    """A document that was found, or the number of one that is in no register yet."""

    use_required_attribute = False
    says_what_is_needed = True

    kind = forms.ChoiceField(
        label="Văn bản này",
        choices=[choice for choice in _Kind.choices if choice[0] != _Kind.CORRECTS],
    )
    target = forms.TypedChoiceField(
        label="Văn bản nào", required=False, coerce=int, empty_value=None, widget=forms.RadioSelect
    )
    symbol = forms.CharField(label="Số, ký hiệu của văn bản kia", required=False, max_length=60)
    cited_on = DayField(
        label="Ngày của văn bản kia",
        required=False,
        help_text="Ghi thêm ngày khi có nhiều văn bản cùng số.",
    )

    def __init__(self, *args: Any, found: Sequence[Document] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = {document.pk: document for document in found}
        offer(self, "target", [(pk, str(document)) for pk, document in self.found.items()])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("target") and not given.get("symbol") and not self.errors:
            place = "target" if self.found else "symbol"
            self.add_error(place, "Ông/bà chọn một văn bản tìm thấy hoặc ghi số, ký hiệu.")
        return given

    def details(self) -> dict[str, Any]:
        given = self.cleaned_data
        chosen = self.found.get(given["target"]) if given["target"] else None
        if chosen:
            return {"kind": given["kind"], "target": chosen}
        return {name: given[name] for name in ("kind", "symbol", "cited_on")}
