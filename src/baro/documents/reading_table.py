"""A reading laid out for a person at a terminal."""

import textwrap
from collections.abc import Iterator

from baro.documents.reading import Addressee, DraftTask, Reading

_WIDTH = 96
_LABEL = 12
_KINDS = {"task": "nhiệm vụ", "information": "thông tin", "none": "không"}
_EVERY = {
    "day": "hằng ngày",
    "week": "hằng tuần",
    "two-weeks": "hai tuần một lần",
    "month": "hằng tháng",
    "quarter": "hằng quý",
    "half-year": "6 tháng một lần",
    "year": "hằng năm",
}


def reading_table(reading: Reading) -> str:
    lines = [*_head(reading), "", *_clauses(reading), "", f"NHIỆM VỤ ({len(reading.tasks)})"]
    for number, task in enumerate(reading.tasks, start=1):
        lines += ["", *_task(number, task)]
    return "\n".join(lines)


def _head(reading: Reading) -> Iterator[str]:
    head = reading.head
    issued = f"{head.issued_on:%d/%m/%Y}" if head.issued_on else None
    yield "VĂN BẢN"
    for label, value in (
        ("Loại", head.type),
        ("Số", head.number),
        ("Ngày", issued),
        ("Cơ quan", head.issuer),
        ("Trích yếu", head.subject),
        ("Người ký", ", ".join(filter(None, (head.signer_title, head.signer_name))) or None),
        ("Độ mật", head.secrecy),
        ("Độ khẩn", head.urgency),
    ):
        if value:
            yield from _row(label, value)


def _clauses(reading: Reading) -> Iterator[str]:
    yield f"CÁC ĐIỂM ({len(reading.clauses)})"
    for clause in reading.clauses:
        words = " ".join(reading.text[clause.start : clause.end].split())
        yield f"  {clause.id:<14} {_KINDS[clause.kind]:<10} {clause.reason}"
        yield f"  {'':<14} {'':<10} {textwrap.shorten(words, _WIDTH - 28, placeholder='…')}"


def _task(number: int, task: DraftTask) -> Iterator[str]:
    yield from textwrap.wrap(
        f"{number}. [{task.clause}] {task.title}", _WIDTH, subsequent_indent="   "
    )
    yield from _row("Chủ trì", _units(task.lead) or "(chưa rõ)")
    if task.cooperating:
        yield from _row("Phối hợp", _units(task.cooperating))
    if task.in_charge:
        yield from _row("Phụ trách", task.in_charge)
    yield from _row("Thời hạn", _time(task))
    if task.product:
        yield from _row("Sản phẩm", task.product)
    for doubt in task.doubts:
        yield from _row("Cần xem", doubt)


def _units(units: tuple[Addressee, ...]) -> str:
    return "; ".join(
        f"{unit.name} ({unit.count})" if unit.count > 1 else unit.name for unit in units
    )


def _time(task: DraftTask) -> str:
    if task.recurrence:
        day = f", {task.recurrence.by}" if task.recurrence.by else ""
        return f"{_EVERY[task.recurrence.every]}{day}"
    if task.due:
        return f"{task.due:%d/%m/%Y} (“{task.due_text}”)"
    return f"chưa có ngày (“{task.due_text}”)" if task.due_text else "không ghi"


def _row(label: str, value: str) -> Iterator[str]:
    lines = textwrap.wrap(value, _WIDTH - _LABEL - 3)
    for place, line in enumerate(lines or [""]):
        yield f"   {label if place == 0 else '':<{_LABEL}}{line}"
