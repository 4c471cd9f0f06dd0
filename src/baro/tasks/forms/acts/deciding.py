"""What the unit that gave a task decides: answers, accepts, returns, extends, takes back."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils import timezone

from baro.documents import api as documents
from baro.tasks import policies, queries
from baro.tasks.forms.acts.act import ActForm
from baro.tasks.forms.fields import choice_field, coming_day_field, day_field, words


class AnswerForm(ActForm):
    submit_label = "Trả lời"
    answer = words("Trả lời", "Thời hạn tiếp tục được tính ngay khi gửi câu trả lời.")


class ConfirmationForm(ActForm):
    submit_label = "Xác nhận"
    document = forms.ModelChoiceField(
        label="Văn bản xác nhận",
        queryset=documents.Document.objects.none(),
        required=False,
        empty_label="Xác nhận ngay tại đây, không kèm văn bản",
    )

    def narrow(self) -> None:
        item, origin = self.task.item, getattr(self.task, "origin", None)
        if origin is None:
            return
        papers = documents.Document.objects.visible_to(self.user).filter(
            owner_unit=item.issuer_unit, issued_on__gte=origin.said_on
        )
        field = choice_field(self, "document")
        field.queryset = papers.order_by("-issued_on", "-pk")
        if not policies.can_confirm_order(
            self.user, origin, has_paper=False, on=timezone.localdate()
        ):
            field.required, field.empty_label = True, "Chọn văn bản của người đã chỉ đạo"
            field.error_messages["required"] = "Hãy chọn văn bản xác nhận lời chỉ đạo."


class JudgingForm(ActForm):
    """It carries which delivery was on the page: another may be handed in behind an open page."""

    delivery = forms.IntegerField(
        label="Sản phẩm",
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid": "Hãy tải lại trang nhiệm vụ để xem sản phẩm đang chờ."},
    )

    def narrow(self) -> None:
        self.initial["delivery"] = self.product

    def look_at(self, product: int) -> None:
        """Sent back beside another delivery, with what was typed: from now on it is about that."""
        self.data = {**self.data, "delivery": product}


class AcceptanceForm(JudgingForm):
    submit_label = "Nghiệm thu"


class ReturnForm(JudgingForm):
    submit_label = "Trả lại"
    reason = words("Lý do trả lại", "Nói rõ cần bổ sung, chỉnh sửa điều gì.")


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


class DeadlineForm(ActForm):
    submit_label = "Đổi hạn"
    due_on = coming_day_field("Hạn mới")
    reason = words("Lý do đổi hạn", "Đơn vị nhận việc sẽ thấy lý do này.")


class WithdrawalForm(ActForm):
    submit_label = "Thu hồi"
    reason = words("Lý do thu hồi")

    def facts(self) -> dict[str, Any]:
        return {"reason": self.cleaned_data["reason"]}


class ReplacementForm(ActForm):
    """Another task for whoever still has this one."""

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
        return {"spec": replace(queries.spec_in_place_of(self.task), **facts), "reason": reason}
