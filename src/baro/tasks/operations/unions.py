"""What two drafts say together."""

from collections.abc import Iterable
from typing import Any

from baro.kernel.errors import DomainError
from baro.tasks.models import TaskDraft
from baro.tasks.queries import names_of_named


class LeadsDiffer(DomainError):
    """`codes` are the bodies among which somebody has to choose who leads."""

    def __init__(self, codes: list[str]) -> None:
        self.codes = codes
        names = names_of_named(codes)
        listed = "; ".join(names.get(code, code) for code in codes)
        super().__init__(
            f"Hai dự thảo có đơn vị chủ trì khác nhau ({listed}). "
            "Hãy chọn đơn vị chủ trì việc chung.",
            field="leads",
        )


def union_of(draft: TaskDraft, other: TaskDraft, lead_codes: list[str]) -> dict[str, Any]:
    """The fields of the one draft that stands for both, in the order of the text."""
    first, second = sorted((draft, other), key=lambda one: (one.start or 0, one.pk))
    every = _once([*first.lead_codes, *second.lead_codes])
    leads = lead_codes or _common_leads(first, second)
    start, end, quote = _words_of(first, second)
    return {
        "title": _joined([first.title, second.title], "; ")[:500],
        "quote": quote,
        "start": start,
        "end": end,
        "lead_codes": leads,
        "cooperating_codes": [
            code
            for code in _once([*first.cooperating_codes, *second.cooperating_codes, *every])
            if code not in leads
        ],
        "except_codes": _once([*first.except_codes, *second.except_codes]),
        "in_charge": first.in_charge or second.in_charge,
        "via_code": first.via_code or second.via_code,
        "due_on": max((one.due_on for one in (first, second) if one.due_on), default=None),
        "due_text": _joined([first.due_text, second.due_text], "; ")[:300],
        "recurrence": first.recurrence or second.recurrence,
        "no_deadline_reason": first.no_deadline_reason or second.no_deadline_reason,
        "expected_product": _joined([first.expected_product, second.expected_product], "; ")[:500],
        "minutes_per_unit": max(first.minutes_per_unit, second.minutes_per_unit),
        "doubts": _once([*first.doubts, *second.doubts, *_new_doubts(first, second)]),
        "reasons": _once([*first.reasons, *second.reasons]),
        "set_by_hand": _once([*first.set_by_hand, *second.set_by_hand]),
    }


def _common_leads(first: TaskDraft, second: TaskDraft) -> list[str]:
    """One side may name nobody; two that differ are not put together without being asked."""
    if first.lead_codes and second.lead_codes and set(first.lead_codes) != set(second.lead_codes):
        raise LeadsDiffer(_once([*first.lead_codes, *second.lead_codes]))
    return list(first.lead_codes or second.lead_codes)


def _words_of(first: TaskDraft, second: TaskDraft) -> tuple[int | None, int | None, str]:
    if first.start is None or first.end is None or second.end is None:
        return first.start, first.end, _joined([first.quote, second.quote], "\n")
    end = max(first.end, second.end)
    return first.start, end, first.document.text[first.start : end]


def _new_doubts(first: TaskDraft, second: TaskDraft) -> Iterable[str]:
    days = sorted({one.due_on for one in (first, second) if one.due_on})
    if len(days) > 1:
        told = " và ".join(f"{day:%d/%m/%Y}" for day in days)
        yield f"Hai phần có hạn khác nhau: {told}; đang lấy hạn sau."
    if first.recurrence and second.recurrence and first.recurrence != second.recurrence:
        yield "Hai phần lặp lại theo hai kỳ khác nhau: cần chọn kỳ theo dõi."


def _joined(parts: list[str], mark: str) -> str:
    return mark.join(_once(part for part in parts if part))


def _once(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))
