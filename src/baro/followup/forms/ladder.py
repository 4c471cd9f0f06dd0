"""A rung as people fill it in: on which side of the deadline, how far, who is told."""

from datetime import date
from typing import Any

from django import forms

from baro.documents import api as documents
from baro.followup.models import Rung
from baro.followup.models.rungs import Addressee
from baro.followup.operations.ladder import RungContent
from baro.kernel.ui.day_fields import DayField
from baro.work import api as work

_SIDES = (("before", "Trước hạn"), ("on", "Đúng hạn"), ("after", "Quá hạn"))
_SIGNS = {"before": -1, "on": 0, "after": 1}


def _capital(choices: Any) -> list[tuple[str, str]]:
    return [(value, label[:1].upper() + label[1:]) for value, label in choices]


class RungForm(forms.Form):
    use_required_attribute = False

    side = forms.ChoiceField(label="Nhắc khi", choices=_SIDES, widget=forms.RadioSelect)
    distance = forms.IntegerField(
        label="Cách hạn",
        required=False,
        min_value=0,
        max_value=5000,
        help_text="Để trống khi nhắc đúng hạn.",
    )
    measure = forms.ChoiceField(label="Tính bằng", choices=_capital(Rung.Measure.choices))
    every = forms.IntegerField(
        label="Nhắc lại sau mỗi",
        required=False,
        min_value=0,
        max_value=250,
        help_text="Số ngày làm việc, chỉ với bậc quá hạn; để trống thì nhắc một lần.",
    )
    to = forms.MultipleChoiceField(
        label="Nhắc ai",
        choices=_capital(Addressee.choices),
        widget=forms.CheckboxSelectMultiple,
    )
    channel = forms.ChoiceField(
        label="Cách gửi", choices=Rung.Channel.choices, widget=forms.RadioSelect
    )
    kind = forms.ChoiceField(
        label="Loại việc",
        required=False,
        choices=[("", "Mọi loại việc"), *work.WorkItem.Kind.choices],
    )
    urgency = forms.ChoiceField(
        label="Độ khẩn của văn bản giao việc",
        required=False,
        choices=[("", "Mọi độ khẩn"), *_capital(documents.Document.Urgency.choices)],
    )
    legal_basis = forms.CharField(
        label="Căn cứ", max_length=300, help_text="Số hiệu văn bản, hoặc ghi rõ là thông lệ."
    )
    is_verified = forms.BooleanField(label="Đã đối chiếu với văn bản quy định", required=False)
    valid_from = DayField(label="Áp dụng từ ngày")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("side") != "on" and "distance" in given and not given["distance"]:
            self.add_error("distance", "Ghi số ngày hoặc số phút cách hạn, từ 1 trở lên.")
        return given

    def content(self) -> RungContent:
        given = self.cleaned_data
        return RungContent(
            offset=_SIGNS[given["side"]] * (given["distance"] or 0),
            measure=given["measure"],
            every=given["every"] or 0,
            to=tuple(given["to"]),
            channel=given["channel"],
            kind=given["kind"],
            urgency=given["urgency"],
            legal_basis=given["legal_basis"],
            is_verified=given["is_verified"],
        )

    def as_rung(self, number: int) -> Rung:
        """The rung as it would be, for a look ahead; nothing is written."""
        content = self.content()
        return Rung(
            number=number,
            offset=content.offset,
            measure=content.measure,
            every=content.every,
            to=list(content.to),
            channel=content.channel,
            kind=content.kind,
            urgency=content.urgency,
            valid_from=self.cleaned_data["valid_from"],
        )


class RungEndForm(forms.Form):
    use_required_attribute = False

    valid_to = DayField(label="Bỏ từ ngày")


def as_initial(rung: Rung, *, valid_from: date) -> dict[str, Any]:
    names = ("measure", "to", "channel", "kind", "urgency", "legal_basis", "is_verified")
    side = "on" if rung.offset == 0 else "before" if rung.offset < 0 else "after"
    return {
        **{name: getattr(rung, name) for name in names},
        "side": side,
        "distance": abs(rung.offset) or None,
        "every": rung.every or None,
        "valid_from": valid_from,
    }


def fresh_rung(*, valid_from: date) -> dict[str, Any]:
    """What a new rung begins with."""
    return {
        "side": "before",
        "measure": Rung.Measure.DAYS,
        "channel": Rung.Channel.DIGEST,
        "to": [Addressee.ASSIGNEE, Addressee.HEAD],
        "valid_from": valid_from,
    }
