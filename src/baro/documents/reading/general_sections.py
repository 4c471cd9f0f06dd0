"""Aims named in general, before another section says who does what."""

from collections.abc import Iterable

from baro.documents.reading.doubts import NO_LEAD
from baro.documents.reading.drafts import Clause, DraftTask
from baro.documents.reading.patterns import grammar

_GIVES_OUT = grammar(
    r"(?:[^\w]{0,4}(?:[ivx]{1,5}|\d{1,2}|phần \w+|điều \d+)[^\w]{1,4})?"
    r"(?:tổ chức (?:triển khai )?thực hiện"
    r"|phân công(?: nhiệm vụ| thực hiện| trách nhiệm)?|trách nhiệm của)(?!\w)"
)
_LONGEST_HEADING = 120
_REASON = "Nội dung chung; việc cụ thể giao ở phần tổ chức thực hiện."


def without_general_aims(
    plain: str, clauses: Iterable[Clause], tasks: list[DraftTask]
) -> tuple[list[Clause], list[DraftTask]]:
    """An aim without a body, a term or a product is no task when a later section gives tasks."""
    clauses = list(clauses)
    starts = [
        clause.start
        for clause in clauses
        if clause.kind != "task"
        and clause.end - clause.start < _LONGEST_HEADING
        and _GIVES_OUT.match(plain, clause.start, clause.end)
    ]
    begin = starts[-1] if starts else 0
    if not any(task.start > begin and task.lead for task in tasks):
        return clauses, tasks
    kept = [task for task in tasks if task.start > begin or not _is_general(task)]
    left = {task.clause for task in kept}
    general = {task.clause for task in tasks} - left
    return [_told(clause) if clause.id in general else clause for clause in clauses], kept


def _is_general(task: DraftTask) -> bool:
    return (
        not task.lead
        and task.doubts == (NO_LEAD,)
        and not (task.due_text or task.recurrence or task.in_charge)
    )


def _told(clause: Clause) -> Clause:
    return Clause(clause.id, "information", clause.start, clause.end, _REASON)
