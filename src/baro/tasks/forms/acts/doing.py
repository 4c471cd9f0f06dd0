"""What the unit that has a task does with it: takes it in, asks, passes on, hands in."""

from typing import Any

from django import forms
from django.utils import timezone

from baro.documents import api as documents
from baro.org import api as org
from baro.tasks import specs
from baro.tasks.forms.acts.act import ActForm
from baro.tasks.forms.fields import SeatField, choice_field, day_field, divisions_of, words


class ReceiptForm(ActForm):
    submit_label = "Nhận việc"


class QueryForm(ActForm):
    submit_label = "Gửi câu hỏi"
    question = words(
        "Điều chưa rõ",
        "Nêu rõ việc, sản phẩm hay thời hạn nào cần làm rõ. Hỏi lại được tính là đã nhận việc.",
    )


class AssignmentForm(ActForm):
    submit_label = "Phân công"
    seat = SeatField(
        label="Giao cho",
        queryset=org.Appointment.objects.none(),
        empty_label="Chọn người trong đơn vị",
        error_messages={"required": "Hãy chọn người thực hiện."},
    )

    def narrow(self) -> None:
        lead = self.task.item.lead_unit
        choice_field(self, "seat").queryset = org.assignable_people(lead, on=timezone.localdate())

    def facts(self) -> dict[str, Any]:
        seat = self.cleaned_data["seat"]
        return {"unit": seat.post.unit, "post": seat.post, "person": seat.person}


class SplitForm(ActForm):
    submit_label = "Giao việc con"
    title = forms.CharField(
        label="Việc con", max_length=500, error_messages={"required": "Hãy ghi tên việc con."}
    )
    expected_product = forms.CharField(
        label="Sản phẩm", max_length=500, error_messages={"required": "Hãy ghi sản phẩm phải nộp."}
    )
    units = forms.ModelMultipleChoiceField(
        label="Giao cho",
        queryset=org.Unit.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Hãy chọn ít nhất một bộ phận."},
    )
    due_on = day_field("Hạn hoàn thành")

    def narrow(self) -> None:
        choice_field(self, "units").queryset = divisions_of(self.task.item.lead_unit)

    def facts(self) -> dict[str, Any]:
        facts = dict(self.cleaned_data)
        units = facts.pop("units")
        return {"parts": [specs.SplitPart(unit=unit, **facts) for unit in units]}


class ProgressForm(ActForm):
    submit_label = "Báo tiến độ"
    done = words("Việc đã làm")
    blocked_by = words("Vướng mắc", "Bỏ trống nếu không có.", required=False)
    percent = forms.IntegerField(
        label="Ước đạt (%)",
        required=False,
        min_value=0,
        max_value=100,
        error_messages={
            "min_value": "Tỷ lệ ước đạt từ 0 đến 100.",
            "max_value": "Tỷ lệ ước đạt từ 0 đến 100.",
            "invalid": "Tỷ lệ ước đạt là một số từ 0 đến 100.",
        },
    )


class PartForm(ActForm):
    submit_label = "Hoàn thành phần việc"
    unit = forms.ModelChoiceField(
        label="Đơn vị phối hợp", queryset=org.Unit.objects.none(), empty_label=None
    )
    note = words("Kết quả phần việc phối hợp")

    def narrow(self) -> None:
        parts = self.task.item.parties.filter(part="cooperating", done_at__isnull=True)
        choice_field(self, "unit").queryset = org.Unit.objects.filter(pk__in=parts.values("unit"))


class DeliveryForm(ActForm):
    submit_label = "Nộp sản phẩm"
    says_what_is_needed = True
    text = words("Nội dung", "Nộp ít nhất một trong bốn mục dưới đây.", required=False)
    file = forms.FileField(label="Tệp kèm theo", required=False, allow_empty_file=True)
    document = forms.ModelChoiceField(
        label="Văn bản trong sổ",
        queryset=documents.Document.objects.none(),
        required=False,
        empty_label="Không kèm văn bản",
    )
    link = forms.URLField(
        label="Đường dẫn",
        required=False,
        assume_scheme="https",
        error_messages={"invalid": "Đường dẫn phải có dạng https://…"},
    )

    def narrow(self) -> None:
        choice_field(self, "document").queryset = documents.Document.objects.visible_to(
            self.user
        ).filter(owner_unit=self.task.item.lead_unit)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not any(cleaned.values()):
            raise forms.ValidationError(
                "Hãy nộp ít nhất một thứ: nội dung, tệp, văn bản trong sổ hoặc đường dẫn."
            )
        return cleaned

    def facts(self) -> dict[str, Any]:
        facts = dict(self.cleaned_data)
        file = facts.pop("file")
        return {**facts, "content": file, "file_name": file.name if file else ""}


class RecallForm(ActForm):
    submit_label = "Rút lại"
    reason = words(
        "Lý do rút lại",
        "Việc trở lại đang thực hiện; đúng hạn hay quá hạn tính theo lần nộp sau.",
    )

    def narrow(self) -> None:
        due_at = self.task.item.due_at
        if due_at and due_at < timezone.now():
            self.fields["reason"].help_text = (
                f"Hạn {timezone.localdate(due_at):%d/%m/%Y} đã qua: rút lại thì việc thành "
                "quá hạn, lần nộp sau là nộp muộn."
            )


class ExtensionForm(ActForm):
    submit_label = "Gửi đề nghị"
    proposed_due_on = day_field("Hạn đề nghị")
    grounds = words("Lý do", "Nêu nguyên nhân và việc đã làm đến nay.")
