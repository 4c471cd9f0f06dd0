"""What a file of tasks is brought with."""

from typing import Any

from django import forms
from django.utils import timezone

from baro.org import api as org
from baro.tasks.forms.fields import choice_field
from baro.tasks.forms.following import FollowedForm


class TaskFileForm(FollowedForm):
    """The file, in whose name its tasks are given, and who follows them up."""

    use_required_attribute = False

    file = forms.FileField(
        label="Tệp nhiệm vụ",
        help_text="Bảng tính .xlsx hoặc .csv theo mẫu, đến 1.000 dòng.",
        allow_empty_file=True,
        error_messages={"required": "Hãy chọn tệp."},
    )
    issuer_unit = forms.ModelChoiceField(
        label="Giao nhân danh", queryset=org.Unit.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, user: org.User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        paths = org.powers_of(user, on=timezone.localdate()).reach(org.Permission.ISSUE_TASK)
        issuers = org.Unit.objects.filter(path__in=paths)
        field = choice_field(self, "issuer_unit")
        field.queryset, field.initial = issuers, issuers.first()
