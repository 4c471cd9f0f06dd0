"""What all letters of a round say."""

from collections.abc import Iterable
from typing import Any

from django import forms

from baro.followup.models import Pressing
from baro.followup.operations.pressing import PressingText
from baro.followup.pressing_text import PLACES
from baro.kernel.ui.day_fields import DayField
from baro.org import api as org

_LINES = {"rows": 3, "spellcheck": "false"}


class PressingForm(forms.Form):
    use_required_attribute = False

    subject = forms.CharField(
        label="Trích yếu",
        max_length=300,
        error_messages={"required": "Ông/bà ghi công văn nói về việc gì."},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    opening = forms.CharField(
        label="Phần mở đầu",
        max_length=4000,
        help_text=f"Đứng trước bảng nhiệm vụ. Mỗi công văn tự điền vào: {', '.join(PLACES)}.",
        error_messages={"required": "Ông/bà ghi phần mở đầu."},
        widget=forms.Textarea(attrs={"rows": 5, "spellcheck": "false"}),
    )
    ask = forms.CharField(
        label="Phần đề nghị",
        max_length=4000,
        help_text="Đứng sau bảng nhiệm vụ; mỗi dòng một đoạn.",
        error_messages={"required": "Ông/bà ghi điều đề nghị đơn vị làm."},
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
    )
    answer_by = DayField(
        label="Hạn trả lời", error_messages={"required": "Ông/bà ghi hạn trả lời."}
    )
    recipients = forms.CharField(
        label="Nơi nhận",
        required=False,
        max_length=2000,
        help_text="Mỗi nơi một dòng; dòng “Lưu” được thêm vào cuối.",
        widget=forms.Textarea(attrs=_LINES),
    )
    filing = forms.CharField(label="Lưu", required=False, max_length=120)
    signer = forms.TypedChoiceField(
        label="Người ký",
        coerce=int,
        empty_value=None,
        error_messages={"required": "Ông/bà chọn người ký."},
    )
    drafting_unit = forms.TypedChoiceField(
        label="Đơn vị soạn thảo", required=False, coerce=int, empty_value=None
    )

    def __init__(
        self,
        *args: Any,
        signers: Iterable[org.Appointment],
        drafting_units: Iterable[org.Unit],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.signers = {signer.pk: signer for signer in signers}
        self.drafting_units = {unit.pk: unit for unit in drafting_units}
        self._offer(
            "signer",
            "Chọn người ký",
            {pk: f"{who.person.full_name}, {who.post.title}" for pk, who in self.signers.items()},
        )
        self._offer(
            "drafting_unit",
            "Không ghi",
            {pk: unit.name for pk, unit in self.drafting_units.items()},
        )

    def _offer(self, name: str, empty: str, choices: dict[int, str]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 - both are
        field.choices = [("", empty), *choices.items()]

    def text(self, kept: Pressing) -> PressingText:
        """What was filled in; where a field is still wrong, what was kept before."""
        given = self.cleaned_data
        return PressingText(
            subject=given.get("subject", ""),
            opening=given.get("opening", ""),
            ask=given.get("ask", ""),
            answer_by=given.get("answer_by") or kept.answer_by,
            recipients=given.get("recipients", ""),
            filing=given.get("filing", ""),
            signer=self.signers.get(given.get("signer") or 0),
            drafting_unit=self.drafting_units.get(given.get("drafting_unit") or 0),
        )


def kept_words(pressing: Pressing) -> dict[str, Any]:
    """The round as the first content of the form."""
    names = ("subject", "opening", "ask", "answer_by", "recipients", "filing")
    return {
        **{name: getattr(pressing, name) for name in names},
        "signer": pressing.signer_id,
        "drafting_unit": pressing.drafting_unit_id,
    }
