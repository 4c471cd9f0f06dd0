"""A draft, or a task given without a document: the same three clarities."""

from typing import Any

from django import forms
from django.utils import timezone

from baro.org import api as org
from baro.tasks import queries, specs
from baro.tasks.forms.fields import choice_field, day_field
from baro.tasks.forms.following import FollowedForm
from baro.tasks.forms.origins import OriginForm

RECURRENCES = [
    ("", "Một lần"),
    ("day", "Hằng ngày"),
    ("week", "Hằng tuần"),
    ("two-weeks", "Hai tuần một lần"),
    ("month", "Hằng tháng"),
    ("quarter", "Hằng quý"),
    ("half-year", "Sáu tháng"),
    ("year", "Hằng năm"),
]


class DraftForm(forms.Form):
    """What a task must say; only the title is demanded while it is a draft."""

    says_what_is_needed = True

    use_required_attribute = False

    title = forms.CharField(
        label="Nhiệm vụ",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Hãy ghi nội dung nhiệm vụ."},
    )
    leads = org.UnitNamesField(label="Chủ trì", required=False)
    remember = forms.BooleanField(
        label="Nhớ cách hiểu này cho các văn bản sau của cùng cơ quan", required=False
    )
    excepting = org.UnitNamesField(label="Trừ các đơn vị", required=False)
    cooperating = org.UnitNamesField(label="Phối hợp", required=False)
    expected_product = forms.CharField(
        label="Sản phẩm phải nộp",
        max_length=500,
        required=False,
        help_text="Cần có trước khi giao. Ví dụ: báo cáo, kế hoạch, danh sách kèm số liệu.",
    )
    due_on = day_field(
        "Hạn hoàn thành",
        "Cần có trước khi giao, hoặc ghi chu kỳ lặp lại hay lý do không đặt hạn.",
        required=False,
    )
    recurrence_every = forms.ChoiceField(label="Lặp lại", choices=RECURRENCES, required=False)
    recurrence_by = forms.CharField(
        label="Vào ngày", max_length=60, required=False, help_text="Ví dụ: ngày 25, thứ Sáu."
    )
    no_deadline_reason = forms.CharField(
        label="Lý do không đặt hạn",
        max_length=500,
        required=False,
        help_text="Chỉ ghi khi nhiệm vụ thật sự không thể có hạn.",
    )
    minutes_per_unit = forms.IntegerField(
        label="Công sức mỗi đơn vị (phút)",
        min_value=0,
        max_value=60_000,
        error_messages={"required": "Hãy ước số phút mỗi đơn vị phải bỏ ra."},
    )

    def recurrence(self) -> dict[str, str] | None:
        every = self.cleaned_data.get("recurrence_every")
        by = self.cleaned_data.get("recurrence_by")
        return {"every": every, "by": by} if every and by is not None else None

    def changes(self) -> dict[str, Any]:
        """What the draft shall say, by the names of `DraftChanges`."""
        facts = self.cleaned_data
        return {
            "title": facts["title"],
            "lead_codes": facts["leads"],
            "cooperating_codes": facts["cooperating"],
            "except_codes": facts["excepting"],
            "due_on": facts["due_on"],
            "recurrence": self.recurrence(),
            "no_deadline_reason": facts["no_deadline_reason"],
            "expected_product": facts["expected_product"],
            "minutes_per_unit": facts["minutes_per_unit"],
        }


class IssuanceForm(FollowedForm):
    """The last word before drafts become tasks."""


class NewTaskForm(DraftForm, OriginForm):
    """A task given straight away, on the word of a leader."""

    issuer_unit = forms.ModelChoiceField(
        label="Giao nhân danh", queryset=org.Unit.objects.none(), empty_label=None
    )
    minutes_per_unit = forms.IntegerField(
        label="Công sức mỗi đơn vị (phút)", min_value=0, max_value=60_000, initial=60
    )
    # Written by the page that asks once more before many units get the task.
    agreed = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, user: org.User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        paths = org.powers_of(user, on=timezone.localdate()).reach(org.Permission.ISSUE_TASK)
        issuers = org.Unit.objects.filter(path__in=paths)
        choice_field(self, "issuer_unit").queryset = issuers
        for name, sentence in _DEMANDED.items():
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = sentence

    def clean(self) -> dict[str, Any]:
        """Beside another fault also a missing time is told, which the gate would tell only next."""
        facts = super().clean()
        if not self.errors or self.errors.keys() & _ABOUT_TIME:
            return facts
        recurrence = self.recurrence()
        if not queries.has_time(facts["due_on"], recurrence, facts["no_deadline_reason"]):
            lack = queries.missing_time(recurrence)
            self.add_error("due_on", f"{lack[0].upper()}{lack[1:]}.")
        return facts

    def spec(self) -> specs.TaskSpec:
        facts = self.cleaned_data
        return specs.TaskSpec(
            title=facts["title"],
            issuer_unit=facts["issuer_unit"],
            lead_codes=tuple(facts["leads"]),
            cooperating=tuple(specs.CooperatingPart(code) for code in facts["cooperating"]),
            except_codes=tuple(facts["excepting"]),
            expected_product=facts["expected_product"],
            due_on=facts["due_on"],
            recurrence=self.recurrence(),
            no_deadline_reason=facts["no_deadline_reason"],
            inspector_post=self.inspector_post(),
            minutes_per_unit=facts["minutes_per_unit"],
            origin=self.origin(),
        )


_ABOUT_TIME = {"due_on", "recurrence_every", "recurrence_by", "no_deadline_reason"}
_DEMANDED = {
    "leads": "Hãy ghi đơn vị chủ trì.",
    "expected_product": "Hãy ghi sản phẩm phải nộp: không có sản phẩm thì không nghiệm thu được.",
}
