"""One word on a draft, straight from its card: who, by when, or how a doubt is settled."""

import re
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from baro.kernel.ui.day_fields import DayField
from baro.org import api as org
from baro.tasks.models import TaskDraft

_DAY_AND_MONTH = re.compile(r"\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*", re.ASCII)


class NextDayField(DayField):
    """A day; without a year the next such day from today on."""

    def to_python(self, value: Any) -> date | None:
        if found := _DAY_AND_MONTH.fullmatch(str(value or "")):
            today = timezone.localdate()
            is_over = (int(found[2]), int(found[1])) < (today.month, today.day)
            return super().to_python(f"{found[1]}/{found[2]}/{today.year + is_over}")
        return super().to_python(value)


class AmendmentForm(forms.Form):
    """Only what is sent is changed; `settles` repeats the sentence of a doubt."""

    leads = org.UnitNamesField(label="Chủ trì")
    cooperating = org.UnitNamesField(label="Phối hợp", required=False)
    due_on = NextDayField(
        label="Hạn hoàn thành", error_messages={"required": "Hãy ghi hạn hoàn thành."}
    )
    no_deadline_reason = forms.CharField(label="Lý do không đặt hạn", max_length=500)
    shared = forms.ChoiceField(label="Việc chung", choices=TaskDraft.Shared.choices)
    remember = forms.BooleanField(required=False)
    settles = forms.CharField(label="Chỗ còn ngờ", max_length=1000)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        for name in [name for name in self.fields if name not in data]:
            del self.fields[name]

    def changes(self) -> dict[str, Any]:
        """What is to change, by the names of `DraftChanges`."""
        facts = dict(self.cleaned_data)
        settled = facts.pop("settles", "")
        facts.pop("remember", None)
        given = {_NAMES.get(name, name): value for name, value in facts.items()}
        if "due_on" in given:
            given["no_deadline_reason"] = ""
        elif "no_deadline_reason" in given:
            given["due_on"] = None
        return given | ({"settled": (settled,)} if settled else {})


_NAMES = {"leads": "lead_codes", "cooperating": "cooperating_codes"}
