"""What is asked when an arrival is submitted, assigned or finished, or noted in the book."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from baro.documents.forms.choices import offer
from baro.kernel.ui.day_fields import DayField
from baro.org import api as org


class StepForm(forms.Form):
    """A form whose fields are the facts of one operation."""

    use_required_attribute = False

    def details(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class SubmissionForm(StepForm):
    """Before which leader the document is put."""

    to = forms.TypedChoiceField(label="Trình ai", coerce=int)
    note = forms.CharField(
        label="Ý kiến đề xuất",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, leaders: Sequence[org.Appointment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {seat.person_id: seat.person for seat in leaders}
        offer(self, "to", [(s.person_id, f"{s.person}, {s.post.title}") for s in leaders])

    def details(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {"to": self.people[given["to"]], "note": given["note"]}


class AssignmentForm(StepForm):
    """The leader's words, and who does what by when."""

    instruction = forms.CharField(
        label="Ý kiến chỉ đạo",
        max_length=1000,
        widget=forms.Textarea(
            attrs={"rows": 3, "placeholder": "Ví dụ: Giao Phòng Kinh tế tham mưu, báo cáo tôi."}
        ),
    )
    lead_unit = forms.TypedChoiceField(label="Đơn vị chủ trì", coerce=int)
    lead_person = forms.TypedChoiceField(
        label="Người thực hiện", coerce=int, required=False, empty_value=None
    )
    cooperating = forms.TypedMultipleChoiceField(
        label="Phối hợp", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    due_on = DayField(label="Hạn xử lý", required=False)

    def __init__(
        self,
        *args: Any,
        units: Sequence[org.Unit],
        people: Iterable[org.Appointment],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.units = {unit.pk: unit for unit in units}
        self.people = {seat.person_id: seat.person for seat in people}
        names = [(unit.pk, unit.name) for unit in units]
        offer(self, "lead_unit", [("", "Chọn đơn vị"), *names])
        offer(self, "cooperating", names)
        seats = {seat.person_id: f"{seat.person}, {seat.post.unit}" for seat in people}
        offer(self, "lead_person", [("", "Đơn vị tự phân công"), *seats.items()])

    def details(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "instruction": given["instruction"],
            "lead_unit": self.units[given["lead_unit"]],
            "lead_person": self.people.get(given["lead_person"]),
            "cooperating": [self.units[pk] for pk in given["cooperating"]],
            "due_on": given["due_on"],
        }


class FinishingForm(StepForm):
    note = forms.CharField(
        label="Kết quả xử lý",
        max_length=500,
        widget=forms.Textarea(
            attrs={
                "rows": 3,
                "placeholder": "Ví dụ: Đã trả lời bằng Công văn số …, hoặc: lưu để biết",
            }
        ),
    )


class RegisterColumnsForm(StepForm):
    """The columns of the book; those of arrivals differ from those of own documents."""

    handed_to = forms.CharField(label="Đơn vị, người nhận", required=False, max_length=200)
    handed_on = DayField(label="Ngày chuyển", required=False)
    copies = forms.IntegerField(label="Số lượng bản", required=False, min_value=1, max_value=30_000)
    file_keeper = forms.CharField(label="Đơn vị, người lưu", required=False, max_length=200)
    register_note = forms.CharField(label="Ghi chú", required=False, max_length=300)

    def __init__(self, *args: Any, is_incoming: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("copies", "file_keeper") if is_incoming else ("handed_to", "handed_on"):
            del self.fields[name]

    def details(self) -> dict[str, Any]:
        return {"columns": dict(self.cleaned_data)}
