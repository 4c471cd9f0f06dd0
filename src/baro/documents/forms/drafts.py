"""What a writer fills in; the head, the number line and the signature follow from the unit."""

from collections.abc import Iterable
from typing import Any

from django import forms

from baro.documents.forms.choices import offer
from baro.documents.models import Document, PaperDraft
from baro.documents.operations.drafts import PaperContent
from baro.documents.types import PARTY_TYPES, STATE_TYPES
from baro.org import api as org

_TYPES = [*STATE_TYPES.items(), *PARTY_TYPES.items()]
_LINES = {"rows": 3, "spellcheck": "false"}
_BODY_HELP = (
    "Mỗi dòng một đoạn. “1.”, “a)”, “-” ở đầu dòng thành khoản, điểm, gạch đầu dòng; “I.” thành "
    "mục; bảng ghi | STT | Việc | Hạn |, mỗi hàng một dòng."
)
_AUTHORISED = "Cơ quan khác ký thừa ủy quyền: ghi rõ quyền hạn ở ô dưới"


class PaperDraftForm(forms.Form):
    use_required_attribute = False
    says_what_is_needed = True

    type = forms.ChoiceField(label="Loại văn bản", choices=_TYPES, initial="CV")
    urgency = forms.ChoiceField(label="Độ khẩn", choices=Document.Urgency.choices)
    subject = forms.CharField(
        label="Trích yếu",
        max_length=500,
        error_messages={"required": "Ông/bà ghi văn bản nói về việc gì."},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    addressees = forms.CharField(
        label="Kính gửi",
        required=False,
        max_length=4000,
        help_text="Mỗi nơi một dòng. Chỉ công văn, tờ trình, báo cáo mới cần.",
        widget=forms.Textarea(attrs=_LINES),
    )
    body = forms.CharField(
        label="Nội dung",
        max_length=400_000,
        strip=False,
        help_text=_BODY_HELP,
        error_messages={"required": "Ông/bà ghi nội dung văn bản."},
        widget=forms.Textarea(attrs={"rows": 16, "spellcheck": "false"}),
    )
    recipients = forms.CharField(
        label="Nơi nhận",
        required=False,
        max_length=20000,
        help_text="Mỗi nơi một dòng; dòng “Lưu” được thêm vào cuối.",
        widget=forms.Textarea(attrs=_LINES),
    )
    filing = forms.CharField(label="Lưu", required=False, max_length=120)
    drafting_unit = forms.TypedChoiceField(
        label="Đơn vị soạn thảo", required=False, coerce=int, empty_value=None
    )
    signer = forms.TypedChoiceField(
        label="Người ký",
        required=False,
        coerce=int,
        empty_value=None,
        help_text="Có thể chọn sau, nhưng phải có trước khi cấp số và phát hành.",
    )
    signer_lines = forms.CharField(
        label="Quyền hạn, chức vụ in khác",
        required=False,
        max_length=400,
        help_text="Để trống thì ghi theo chức vụ của người ký. Mỗi dòng in một dòng.",
        widget=forms.Textarea(attrs={"rows": 2, "spellcheck": "false"}),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        signers: Iterable[org.Appointment],
        authorised: Iterable[org.Appointment],
        drafting_units: Iterable[org.Unit],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        own, others = list(signers), list(authorised)
        self.signers = {signer.pk: signer for signer in [*own, *others]}
        self.drafting_units = {unit.pk: unit for unit in drafting_units}
        seats: list[tuple[Any, Any]] = _seats(own)
        if others:
            seats.append((_AUTHORISED, _seats(others)))
        units = [(pk, unit.name) for pk, unit in self.drafting_units.items()]
        offer(self, "signer", [("", "Chọn sau"), *seats])
        offer(self, "drafting_unit", [("", "Không ghi"), *units])

    def content(self) -> PaperContent:
        """What was filled in; a field that is still wrong counts as empty."""
        given = self.cleaned_data
        return PaperContent(
            type=given.get("type") or "CV",
            subject=given.get("subject", ""),
            body=given.get("body", ""),
            addressees=given.get("addressees", ""),
            recipients=given.get("recipients", ""),
            filing=given.get("filing", ""),
            urgency=given.get("urgency") or Document.Urgency.NORMAL,
            signer=self.signers.get(given.get("signer") or 0),
            signer_lines=given.get("signer_lines", ""),
            drafting_unit=self.drafting_units.get(given.get("drafting_unit") or 0),
        )


def _seats(held: Iterable[org.Appointment]) -> list[tuple[Any, Any]]:
    return [(each.pk, f"{each.person.full_name}, {each.post.title}") for each in held]


def kept_values(draft: PaperDraft) -> dict[str, Any]:
    """The draft as the first content of the form."""
    names = ("type", "urgency", "subject", "addressees", "body", "recipients", "filing")
    return {
        **{name: getattr(draft, name) for name in (*names, "signer_lines", "version")},
        "signer": draft.signer_id,
        "drafting_unit": draft.drafting_unit_id,
    }
