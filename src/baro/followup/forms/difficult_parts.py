"""What is written about one milestone or one obstacle of a difficult work."""

from typing import Any

from django import forms
from django.utils import timezone

from baro.followup.forms.difficult import lines
from baro.followup.models import DifficultObstacle
from baro.followup.operations.difficult import TaskWanted
from baro.kernel.ui.day_fields import DayField


class DoneForm(forms.Form):
    use_required_attribute = False

    done_on = DayField(label="Đạt ngày", error_messages={"required": "Hãy ghi ngày đạt mốc."})


class MoveForm(forms.Form):
    use_required_attribute = False

    day = DayField(label="Dời sang ngày", error_messages={"required": "Hãy ghi ngày mới."})
    reason = lines("Lý do", "Hãy nêu lý do dời mốc.", most=500)


class ClearForm(forms.Form):
    use_required_attribute = False

    how = lines("Đã gỡ thế nào", "Hãy ghi vướng mắc đã được gỡ thế nào.", most=1000)


class DecisionForm(forms.Form):
    use_required_attribute = False
    says_what_is_needed = True

    decision = lines("Ý kiến quyết định", "Hãy ghi ý kiến quyết định.", most=2000, rows=4)
    title = forms.CharField(
        label="Giao luôn nhiệm vụ cho đơn vị phải gỡ",
        required=False,
        max_length=500,
        help_text="Bỏ trống nếu không giao. Nhiệm vụ cần cả sản phẩm và hạn.",
    )
    expected_product = forms.CharField(
        label="Sản phẩm của nhiệm vụ", required=False, max_length=500
    )
    due_on = DayField(label="Hạn của nhiệm vụ", required=False)

    @staticmethod
    def kept(obstacle: DifficultObstacle) -> dict[str, Any]:
        """The day by which it must be cleared, while that still lies ahead."""
        ahead = obstacle.clear_by > timezone.localdate()
        return {"due_on": obstacle.clear_by} if ahead else {}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("title"):
            if not given.get("expected_product"):
                self.add_error("expected_product", "Hãy ghi sản phẩm của nhiệm vụ.")
            if not given.get("due_on") and "due_on" not in self.errors:
                self.add_error("due_on", "Hãy ghi hạn của nhiệm vụ.")
        return given

    def task(self) -> TaskWanted | None:
        given = self.cleaned_data
        if not given["title"]:
            return None
        return TaskWanted(given["title"], given["expected_product"], given["due_on"])
