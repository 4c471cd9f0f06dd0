"""What is written about difficult works."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone

from baro.followup.models import DifficultWeek, DifficultWork
from baro.followup.queries.difficult import deciding_posts
from baro.kernel.ui.day_fields import DayField
from baro.org import api as org
from baro.work import api as work_api

if TYPE_CHECKING:
    _PostChoice = forms.ModelChoiceField[org.Post]
else:
    _PostChoice = forms.ModelChoiceField


def lines(label: str, ask: str, *, most: int, help_text: str = "", rows: int = 2) -> Any:
    return forms.CharField(
        label=label,
        max_length=most,
        help_text=help_text,
        error_messages={"required": ask},
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class _UnitField(forms.CharField):
    """The name or code of exactly one unit."""

    widget = forms.TextInput(attrs={"list": "unit-names", "autocomplete": "off"})

    def clean(self, value: Any) -> org.Unit | None:
        name = super().clean(value)
        if not name:
            return None
        on = timezone.localdate()
        codes, _ = org.codes_named([name], on=on)
        unit = org.units_by_code(codes, on=on).get(codes[0]) if codes else None
        if unit is None:
            raise forms.ValidationError(f"Không có đơn vị nào tên là “{name}” vào ngày hôm nay.")
        return unit


class _PostField(_PostChoice):
    def label_from_instance(self, obj: org.Post) -> str:
        return str(obj)


class _WorkForm(forms.Form):
    """A form about one work, whose body's leaders are those that may be chosen."""

    use_required_attribute = False

    def __init__(self, *args: Any, unit: org.Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.fields:
            field = self.fields[name]
            if isinstance(field, _PostField):
                field.queryset = deciding_posts(unit)


def _leader_field() -> _PostField:
    return _PostField(
        label="Người chịu trách nhiệm",
        queryset=org.Post.objects.none(),
        empty_label="Chọn lãnh đạo",
        error_messages={"required": "Hãy chọn lãnh đạo chịu trách nhiệm."},
    )


def _stuck_field() -> Any:
    ask = "Hãy nói trong một câu việc vướng ở đâu."
    return lines("Vướng ở đâu", ask, most=500, help_text="Một câu.")


def _due_field() -> DayField:
    return DayField(
        label="Phải xong trước ngày", error_messages={"required": "Hãy ghi ngày phải xong."}
    )


class StarForm(_WorkForm):
    name = forms.CharField(
        label="Tên việc", max_length=200, error_messages={"required": "Hãy ghi tên việc."}
    )
    stuck = _stuck_field()
    lead_unit = _UnitField(
        label="Đơn vị chủ trì", error_messages={"required": "Hãy ghi đơn vị chủ trì."}
    )
    leader_post = _leader_field()
    due_on = _due_field()
    item = forms.CharField(
        label="Nhiệm vụ trong sổ",
        required=False,
        max_length=20,
        help_text="Số nhiệm vụ, ví dụ NV-2026-000126, nếu việc này đã được giao.",
    )

    def __init__(self, *args: Any, user: org.User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_item(self) -> work_api.WorkItem | None:
        number = self.cleaned_data["item"].strip().upper()
        if not number:
            return None
        found = work_api.WorkItem.objects.visible_to(self.user).filter(number=number).first()
        if found is None:
            raise forms.ValidationError(f"Không có nhiệm vụ nào mang số {number}.")
        return found


class ChangeForm(_WorkForm):
    stuck = _stuck_field()
    leader_post = _leader_field()
    due_on = _due_field()

    @staticmethod
    def kept(work: DifficultWork) -> dict[str, Any]:
        return {"stuck": work.stuck, "leader_post": work.leader_post_id, "due_on": work.due_on}


class WeekForm(_WorkForm):
    tone = forms.ChoiceField(
        label="Việc đang thế nào",
        choices=DifficultWeek.Tone,
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn việc đang thế nào."},
    )
    words = lines("Tình hình", "Hãy ghi tình hình tuần này trong một dòng.", most=300)


class MilestoneForm(_WorkForm):
    title = forms.CharField(
        label="Mốc phải đạt",
        max_length=300,
        error_messages={"required": "Hãy ghi mốc phải đạt."},
    )
    due_on = DayField(label="Ngày", error_messages={"required": "Hãy ghi ngày của mốc."})


class ObstacleForm(_WorkForm):
    what = lines("Vướng mắc", "Hãy ghi vướng mắc là gì.", most=1000)
    owner_unit = _UnitField(
        label="Đơn vị phải gỡ",
        help_text="Người đứng đầu đơn vị này được báo ngay.",
        error_messages={"required": "Hãy ghi đơn vị phải gỡ."},
    )
    clear_by = DayField(
        label="Gỡ xong trước ngày", error_messages={"required": "Hãy ghi ngày phải gỡ xong."}
    )
    needs_decision_of = _PostField(
        label="Cần ai quyết định",
        queryset=org.Post.objects.none(),
        required=False,
        empty_label="Không cần lãnh đạo quyết định",
    )


class EndForm(_WorkForm):
    result = lines("Kết quả", "Hãy ghi kết quả khi kết thúc theo dõi.", most=1000)
