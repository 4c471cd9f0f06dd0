"""The head of a document on its way into a register, filled with what reading found."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone

from baro.documents.forms.choices import offer
from baro.documents.models import Document
from baro.documents.numbering import tidy_symbol
from baro.documents.operations.details import DocumentDetails, urgency_code
from baro.documents.queries import unit_named
from baro.documents.reading import Head
from baro.documents.types import TYPE_CHOICES, type_code
from baro.kernel.ui.day_fields import DayField
from baro.org import api as org

_NUMBER = "Văn bản đi, nội bộ: để trống thì được cấp số tiếp theo."
_NO_NUMBER = f"Không thấy số trong văn bản. {_NUMBER}"
_DAY = "Ngày in trên văn bản; văn bản đi, nội bộ đã có số thì phải ghi."
_NO_DAY = f"Không thấy ngày trong văn bản. {_DAY}"
_NOT_FOUND = "Không thấy trong văn bản; ông/bà ghi vào."


class RegistrationForm(forms.Form):
    use_required_attribute = False
    says_what_is_needed = True

    register = forms.ChoiceField(
        label="Sổ", choices=Document.Register.choices, widget=forms.RadioSelect
    )
    owner_unit = forms.TypedChoiceField(label="Sổ của đơn vị", coerce=int)
    type = forms.ChoiceField(label="Loại văn bản", choices=[("", "Chọn loại"), *TYPE_CHOICES])
    symbol = forms.CharField(
        label="Số, ký hiệu",
        required=False,
        max_length=60,
    )
    issued_on = DayField(label="Ngày ban hành", required=False)
    issuer_name = forms.CharField(label="Cơ quan ban hành", required=False, max_length=200)
    subject = forms.CharField(
        label="Trích yếu", max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    signer_title = forms.CharField(label="Chức vụ người ký", required=False, max_length=200)
    signer_name = forms.CharField(label="Người ký", required=False, max_length=120)
    urgency = forms.ChoiceField(label="Độ khẩn", choices=Document.Urgency.choices)
    received_on = DayField(
        label="Ngày đến",
        required=False,
        help_text="Ngày cơ quan nhận được; chỉ ghi cho văn bản đến.",
    )
    received_time = forms.TimeField(
        label="Giờ đến", required=False, widget=forms.TimeInput(format="%H:%M")
    )
    is_electronic = forms.BooleanField(label="Nhận qua mạng", required=False)
    copies = forms.IntegerField(label="Số lượng bản", required=False, min_value=1, max_value=30_000)
    file_keeper = forms.CharField(label="Đơn vị, người lưu", required=False, max_length=200)
    register_note = forms.CharField(label="Ghi chú", required=False, max_length=300)
    as_correction = forms.BooleanField(
        label="Đây là bản đính chính, thay cho bản đã có trong sổ", required=False
    )
    correction_reason = forms.CharField(
        label="Lý do đính chính",
        required=False,
        max_length=300,
        widget=forms.TextInput(
            attrs={"placeholder": "Ví dụ: Sửa thời hạn tại điểm 3, thay bản gửi ngày 07/09"}
        ),
    )
    number_may_jump = forms.BooleanField(
        label="Tôi đã đối chiếu: số in trên văn bản đúng như vậy", required=False
    )

    def __init__(self, *args: Any, units: Sequence[org.Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asks_about_jump = False
        self.units = {unit.pk: unit for unit in units}
        offer(self, "owner_unit", [(unit.pk, unit.name) for unit in units])
        for name in _READ:
            if not self.initial.get(name):
                self.fields[name].help_text = _NOT_FOUND
        self.fields["symbol"].help_text = _NUMBER if self.initial.get("symbol") else _NO_NUMBER
        self.fields["issued_on"].help_text = _DAY if self.initial.get("issued_on") else _NO_DAY

    def _received(self) -> DocumentDetails:
        """The moment of arrival; a day without an hour ends with that day, at latest now."""
        day, hour = self.cleaned_data["received_on"], self.cleaned_data["received_time"]
        if day is None:
            return DocumentDetails()
        now = timezone.localtime()
        if hour is None and day == now.date():
            return DocumentDetails(received_at=now)
        moment = datetime.combine(day, hour or time(17), now.tzinfo)
        return DocumentDetails(received_at=moment)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("as_correction") and not given.get("correction_reason"):
            self.add_error("correction_reason", "Ông/bà ghi lý do đính chính.")
        return given

    def ask_about_correction(self) -> None:
        """Say that a correction needs its reason, once it was found that it may be one."""
        self.fields["correction_reason"].required = True

    def ask_about_jump(self) -> None:
        """Offer the confirmation, once a number was found to lie far beyond its run."""
        self.asks_about_jump = True

    @property
    def owner_unit_chosen(self) -> org.Unit:
        return self.units[self.cleaned_data["owner_unit"]]

    def details(self) -> DocumentDetails:
        given = self.cleaned_data
        return DocumentDetails(
            type=given["type"],
            symbol=given["symbol"],
            issued_on=given["issued_on"],
            issuer_name=given["issuer_name"],
            issuer_unit=unit_named(given["issuer_name"]),
            subject=given["subject"],
            signer_title=given["signer_title"],
            signer_name=given["signer_name"],
            urgency=given["urgency"],
            number_may_jump=given["number_may_jump"],
            correction_reason=given["correction_reason"] if given["as_correction"] else "",
            is_electronic=given["is_electronic"],
            copies=given["copies"],
            file_keeper=given["file_keeper"],
            register_note=given["register_note"],
            **self._received(),
        )


_READ = ("type", "issuer_name", "subject", "signer_title", "signer_name")


def first_guess(head: Head, units: Sequence[org.Unit]) -> dict[str, Any]:
    """What the head says, as the first content of the form."""
    issuer = unit_named(head.issuer or "")
    owner = next((unit for unit in units if issuer and unit.pk == issuer.pk), None)
    register = Document.Register.OUTGOING if owner else Document.Register.INCOMING
    return {
        "register": register.value,
        "owner_unit": (owner or units[0]).pk if units else None,
        "type": type_code(head.type or "") or "",
        "symbol": tidy_symbol(head.number or ""),
        "issued_on": head.issued_on,
        "issuer_name": issuer.name if issuer else head.issuer or "",
        "subject": head.subject or "",
        "signer_title": head.signer_title or "",
        "signer_name": head.signer_name or "",
        "urgency": urgency_code(head.urgency),
    }
