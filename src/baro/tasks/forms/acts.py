"""One small form for each act on a task."""

from typing import Any

from django import forms
from django.utils import timezone

from baro.documents import api as documents
from baro.org import api as org
from baro.tasks import specs
from baro.tasks.forms.fields import SeatField, choice_field, day_field, divisions_of, words
from baro.tasks.models import Task


class ActForm(forms.Form):
    """An act knows its task and who acts, so that choices can be narrowed to what they may pick."""

    submit_label = "Ghi nhận"
    # The browser's own bubbles speak the browser's language, and leave no trace on the page.
    use_required_attribute = False

    def __init__(self, *args: Any, task: Task, user: org.User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.task = task
        self.user = user
        self.narrow()

    def narrow(self) -> None:
        """Fill choices that depend on the task."""

    def facts(self) -> dict[str, Any]:
        """What the operation is told, by its own names."""
        return self.cleaned_data


class ReceiptForm(ActForm):
    submit_label = "Nhận việc"


class QueryForm(ActForm):
    submit_label = "Gửi câu hỏi"
    question = words(
        "Điều chưa rõ",
        "Nêu rõ việc, sản phẩm hay thời hạn nào cần làm rõ. Hỏi lại được tính là đã nhận việc.",
    )


class AnswerForm(ActForm):
    submit_label = "Trả lời"
    answer = words("Trả lời", "Thời hạn tiếp tục được tính ngay khi gửi câu trả lời.")


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


class AcceptanceForm(ActForm):
    submit_label = "Nghiệm thu"


class ReturnForm(ActForm):
    submit_label = "Trả lại"
    reason = words("Lý do trả lại", "Nói rõ cần bổ sung, chỉnh sửa điều gì.")


class ExtensionForm(ActForm):
    submit_label = "Gửi đề nghị"
    proposed_due_on = day_field("Hạn đề nghị")
    grounds = words("Lý do", "Nêu nguyên nhân và việc đã làm đến nay.")


class ExtensionDecisionForm(ActForm):
    says_what_is_needed = True
    submit_label = "Quyết định"
    decision = forms.ChoiceField(
        label="Ý kiến",
        choices=[("granted", "Đồng ý gia hạn"), ("refused", "Không đồng ý")],
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn đồng ý hoặc không đồng ý."},
    )
    new_due_on = day_field("Hạn mới", "Bỏ trống để lấy đúng hạn đơn vị đề nghị.", required=False)
    note = words("Ghi chú", "Bắt buộc nêu lý do khi không đồng ý.", required=False)

    def facts(self) -> dict[str, Any]:
        facts = dict(self.cleaned_data)
        return {"is_granted": facts.pop("decision") == "granted", **facts}


class WithdrawalForm(ActForm):
    submit_label = "Thu hồi"
    reason = words("Lý do thu hồi")

    def facts(self) -> dict[str, Any]:
        return {"reason": self.cleaned_data["reason"]}


class ReplacementForm(ActForm):
    submit_label = "Thay bằng nhiệm vụ mới"
    title = forms.CharField(
        label="Nhiệm vụ mới",
        max_length=500,
        error_messages={"required": "Hãy ghi nội dung nhiệm vụ mới."},
    )
    expected_product = forms.CharField(
        label="Sản phẩm", max_length=500, error_messages={"required": "Hãy ghi sản phẩm phải nộp."}
    )
    due_on = day_field("Hạn mới")
    reason = words("Lý do thay thế")

    def narrow(self) -> None:
        self.initial.setdefault("title", self.task.item.title)
        self.initial.setdefault("expected_product", self.task.expected_product)

    def facts(self) -> dict[str, Any]:
        facts = dict(self.cleaned_data)
        reason = facts.pop("reason")
        item = self.task.item
        spec = specs.TaskSpec(
            **facts,
            issuer_unit=item.issuer_unit,
            lead_codes=(item.lead_unit.code,),
            inspector_post=item.inspector_post,
            minutes_per_unit=self.task.minutes_per_unit,
            source_document=item.source_document,
            source_clause=item.source_clause,
            quote=self.task.quote,
            quote_start=self.task.quote_start,
            quote_end=self.task.quote_end,
        )
        return {"spec": spec, "reason": reason}


class ConfirmationForm(ActForm):
    submit_label = "Xác nhận"
    document = forms.ModelChoiceField(
        label="Văn bản xác nhận",
        queryset=documents.Document.objects.none(),
        required=False,
        empty_label="Xác nhận ngay tại đây, không kèm văn bản",
    )

    def narrow(self) -> None:
        item = self.task.item
        papers = documents.Document.objects.visible_to(self.user).filter(
            owner_unit=item.issuer_unit, issued_on__gte=self.task.origin.said_on
        )
        choice_field(self, "document").queryset = papers.order_by("-issued_on", "-pk")


class PartForm(ActForm):
    submit_label = "Hoàn thành phần việc"
    unit = forms.ModelChoiceField(
        label="Đơn vị phối hợp", queryset=org.Unit.objects.none(), empty_label=None
    )
    note = words("Kết quả phần việc phối hợp")

    def narrow(self) -> None:
        parts = self.task.item.parties.filter(part="cooperating", done_at__isnull=True)
        choice_field(self, "unit").queryset = org.Unit.objects.filter(pk__in=parts.values("unit"))


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
