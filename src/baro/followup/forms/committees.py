"""What is written about committees and their sessions."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from baro.documents import api as documents
from baro.followup.models import Committee
from baro.followup.operations.committees import CommitteeContent
from baro.kernel.ui.day_fields import DayField
from baro.org import api as org


class CommitteeForm(forms.Form):
    use_required_attribute = False

    kind = forms.ChoiceField(label="Loại", choices=Committee.Kind)
    name = forms.CharField(
        label="Tên đầy đủ",
        max_length=300,
        help_text="Ví dụ: Ban Chỉ đạo chuyển đổi số thành phố.",
        error_messages={"required": "Ông/bà ghi tên ban chỉ đạo hoặc hội nghị."},
    )
    chair_unit = forms.TypedChoiceField(
        label="Cơ quan chủ trì",
        coerce=int,
        help_text="Kết luận của các kỳ họp nằm trong sổ văn bản của cơ quan này.",
        error_messages={"required": "Ông/bà chọn cơ quan chủ trì."},
    )
    secretary_unit = org.UnitNamesField(
        label="Cơ quan thư ký, tổng hợp trước mỗi kỳ", empty="Ông/bà ghi cơ quan thư ký."
    )
    members = org.UnitNamesField(label="Đơn vị thành viên", required=False)
    legal_basis = forms.CharField(
        label="Căn cứ thành lập",
        required=False,
        max_length=300,
        help_text="Số, ký hiệu, ngày của quyết định thành lập.",
    )

    def __init__(self, *args: Any, chairs: Iterable[org.Unit], on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chairs = {unit.pk: unit for unit in chairs}
        self.on = on
        field = self.fields["chair_unit"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 - it is
        field.choices = [("", "Chọn cơ quan"), *((pk, u.name) for pk, u in self.chairs.items())]

    def clean_secretary_unit(self) -> Sequence[str]:
        codes: Sequence[str] = self.cleaned_data["secretary_unit"]
        if len(codes) != 1:
            raise forms.ValidationError("Ông/bà ghi đúng một cơ quan thư ký.")
        if codes[0] in org.GROUPS:
            raise forms.ValidationError("Cơ quan thư ký là một đơn vị, không phải nhóm đơn vị.")
        return codes

    def content(self) -> CommitteeContent:
        given = self.cleaned_data
        secretary = given["secretary_unit"][0]
        units = org.units_by_code([secretary, *given["members"]], on=self.on)
        return CommitteeContent(
            kind=given["kind"],
            name=given["name"],
            chair_unit=self.chairs[given["chair_unit"]],
            secretary_unit=units[secretary],
            members=[unit for code in given["members"] for unit in self._named(code, units)],
            legal_basis=given["legal_basis"],
        )

    def _named(self, code: str, units: Mapping[str, org.Unit]) -> list[org.Unit]:
        """The unit, or every unit of a group."""
        if code in org.GROUPS:
            return list(org.units_of_group(code, on=self.on))
        return [units[code]] if code in units else []


class SessionForm(forms.Form):
    use_required_attribute = False

    number = forms.IntegerField(
        label="Kỳ họp thứ",
        min_value=1,
        max_value=9999,
        error_messages={"required": "Ông/bà ghi kỳ thứ mấy."},
    )
    planned_on = DayField(label="Ngày họp", error_messages={"required": "Ông/bà ghi ngày họp."})


class ConclusionForm(forms.Form):
    use_required_attribute = False

    conclusion = forms.TypedChoiceField(
        label="Văn bản kết luận",
        coerce=int,
        help_text="Thông báo, kết luận trong sổ văn bản đi của cơ quan chủ trì.",
        error_messages={
            "required": "Ông/bà chọn văn bản kết luận.",
            "invalid_choice": "Văn bản này không còn chọn được nữa.",
        },
    )

    def __init__(self, *args: Any, papers: Iterable[documents.Document], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.papers = {paper.pk: paper for paper in papers}
        field = self.fields["conclusion"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 - it is
        field.choices = [
            ("", "Chọn văn bản"),
            *((pk, f"{paper}: {paper.subject}"[:140]) for pk, paper in self.papers.items()),
        ]

    def paper(self) -> documents.Document:
        return self.papers[self.cleaned_data["conclusion"]]


def kept_words(committee: Committee) -> dict[str, Any]:
    """The committee as the first content of the form."""
    return {
        "kind": committee.kind,
        "name": committee.name,
        "chair_unit": committee.chair_unit_id,
        "secretary_unit": [committee.secretary_unit.name],
        "members": [unit.name for unit in committee.members.order_by("sort_key")],
        "legal_basis": committee.legal_basis,
    }
