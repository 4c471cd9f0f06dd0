"""Where a task comes from when no paper ordered it: who said what, to whom, where and when."""

from typing import Any

from django import forms
from django.utils import timezone

from baro.org import api as org
from baro.tasks import specs
from baro.tasks.forms.fields import SeatField, choice_field, day_field
from baro.tasks.forms.following import FollowedForm
from baro.tasks.models import TaskOrigin

_NONE = ("", "Giao trực tiếp, không qua các nguồn dưới đây")


class OriginForm(FollowedForm):
    """Asked only when a source is chosen; then all of it is needed."""

    origin_kind = forms.ChoiceField(
        label="Nguồn của nhiệm vụ", choices=[_NONE, *TaskOrigin.Kind.choices], required=False
    )
    said_on = day_field("Ngày hứa hoặc chỉ đạo", required=False)
    said_by = forms.CharField(
        label="Ai hứa hoặc chỉ đạo",
        max_length=200,
        required=False,
        help_text="Ghi họ tên, chức vụ như trong biên bản.",
    )
    said_to = forms.CharField(label="Với ai", max_length=200, required=False)
    occasion = forms.CharField(
        label="Tại đâu",
        max_length=300,
        required=False,
        help_text="Ví dụ: kỳ họp thứ 20 HĐND thành phố; đoàn kiểm tra số 3.",
    )
    said_words = forms.CharField(
        label="Lời hứa hoặc lời chỉ đạo",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    confirmer = SeatField(
        label="Người xác nhận bằng văn bản",
        queryset=org.Appointment.objects.none(),
        required=False,
        empty_label="Chọn người đã chỉ đạo bằng lời",
        help_text="Chỉ cần với chỉ đạo bằng lời: người này được đề nghị xác nhận ngay khi giao.",
    )

    def __init__(self, *args: Any, user: org.User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        on = timezone.localdate()
        reach = org.powers_of(user, on=on).reach(org.Permission.ISSUE_TASK)
        units = org.Unit.objects.filter(path__in=reach)
        leaders = org.Appointment.objects.live(on=on).filter(
            post__scope__in=units, post__role__in=["leader", "unit_head"]
        )
        choice_field(self, "confirmer").queryset = leaders.select_related(
            "person", "post__unit"
        ).order_by("post__rank", "person__sort_key")

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        kind = facts.get("origin_kind")
        if kind:
            for name, words in _NEEDED.items():
                if not facts.get(name) and name not in self.errors:
                    self.add_error(name, words)
        if kind == TaskOrigin.Kind.SPOKEN and not facts.get("confirmer"):
            self.add_error("confirmer", "Hãy chọn người đã chỉ đạo để đề nghị xác nhận.")
        return facts

    def origin(self) -> specs.Origin | None:
        facts = self.cleaned_data
        if not facts["origin_kind"]:
            return None
        seat = facts["confirmer"]
        return specs.Origin(
            kind=facts["origin_kind"],
            said_on=facts["said_on"],
            said_by=facts["said_by"],
            words=facts["said_words"],
            occasion=facts["occasion"],
            said_to=facts["said_to"],
            confirmer=seat.post if seat else None,
        )


_NEEDED = {
    "said_on": "Hãy ghi ngày hứa hoặc chỉ đạo.",
    "said_by": "Hãy ghi ai hứa hoặc ai chỉ đạo.",
    "said_words": "Hãy ghi lời hứa hoặc lời chỉ đạo.",
}
