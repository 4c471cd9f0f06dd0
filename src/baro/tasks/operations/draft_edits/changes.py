"""What may be changed in a draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from baro.org import api as org


class _Unchanged:
    def __repr__(self) -> str:
        return "UNCHANGED"


UNCHANGED: Any = _Unchanged()


@dataclass(frozen=True)
class DraftChanges:
    """What to change in a draft; a field that is left out stays as it is."""

    title: str = UNCHANGED
    lead_codes: Sequence[str] = UNCHANGED
    cooperating_codes: Sequence[str] = UNCHANGED
    except_codes: Sequence[str] = UNCHANGED
    shared: str = UNCHANGED
    due_on: date | None = UNCHANGED
    recurrence: Mapping[str, Any] | None = UNCHANGED
    no_deadline_reason: str = UNCHANGED
    expected_product: str = UNCHANGED
    minutes_per_unit: int = UNCHANGED
    inspector_post: org.Post | None = UNCHANGED
    settled: Sequence[str] = ()

    def values(self) -> dict[str, Any]:
        """The fields to change; `settled` doubts are none."""
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        del given["settled"]
        return {name: _plain(value) for name, value in given.items() if value is not UNCHANGED}


FIELD_WORDS = {
    "title": "tên việc",
    "lead_codes": "đơn vị chủ trì",
    "cooperating_codes": "đơn vị phối hợp",
    "except_codes": "đơn vị được trừ",
    "shared": "việc chung hay việc riêng",
    "due_on": "hạn",
    "recurrence": "chu kỳ",
    "no_deadline_reason": "lý do không đặt hạn",
    "expected_product": "sản phẩm",
    "minutes_per_unit": "số phút mỗi đơn vị",
    "inspector_post": "người theo dõi, kiểm tra",
    "doubts": "chỗ còn ngờ",
}


def _plain(value: Any) -> Any:
    """Rows of JSON are lists; text is kept without the blanks around it."""
    if isinstance(value, str):
        return value.strip()
    return list(value) if isinstance(value, tuple) else value
