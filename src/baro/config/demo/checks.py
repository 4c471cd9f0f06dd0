"""Whether the city came out as it should: asked of the database, not of what was meant."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from baro.config.demo.scale import Scale
from baro.documents import api as documents
from baro.kernel.ui.filters import number
from baro.org import api as org
from baro.tasks import api as tasks
from baro.work import api as work

# Each must find nothing.
_MUST_BE_EMPTY = {
    "trích dẫn lệch so với văn bản": """
        SELECT count(*) FROM tasks_task t JOIN work_workitem i ON i.id = t.item_id
        JOIN documents_document d ON d.id = i.source_document_id
        WHERE substr(d.text, t.quote_start + 1, t.quote_end - t.quote_start) <> t.quote""",
    "điểm không có trong văn bản": """
        SELECT count(*) FROM work_workitem i WHERE i.source_clause <> '' AND NOT EXISTS (
        SELECT 1 FROM documents_clause c
        WHERE c.document_id = i.source_document_id AND c.key = i.source_clause)""",
    "việc tập hợp khép lại trước việc con": """
        SELECT count(*) FROM work_workitem p WHERE p.closed_at IS NOT NULL AND EXISTS (
        SELECT 1 FROM work_workitem c WHERE c.parent_id = p.id AND c.closed_at IS NULL)""",
    "diễn biến trước khi giao hoặc sau hôm nay": """
        SELECT count(*) FROM work_workitem WHERE last_update_at < issued_at
        OR delivered_at < issued_at OR closed_at < delivered_at OR last_update_at > %(at)s""",
    "việc quá hạn nhưng mới cập nhật": """
        SELECT count(*) FROM work_workitem WHERE closed_at IS NULL AND NOT is_collective
        AND NOT is_internal AND NOT is_paused AND due_at < coalesce(delivered_at, %(at)s)
        AND last_update_at > %(at)s - interval '7 days'""",
    "việc không có lịch sử": """
        SELECT count(*) FROM work_workitem i WHERE NOT EXISTS (
        SELECT 1 FROM kernel_auditevent e
        WHERE e.target_type = 'tasks.task' AND e.target_id = i.id)""",
    "việc không tìm được": """
        SELECT count(*) FROM work_workitem i WHERE NOT EXISTS (
        SELECT 1 FROM kernel_searchentry s
        WHERE s.target_type = 'work.workitem' AND s.target_id = i.id)""",
}


class CityWentWrong(AssertionError):
    """The build does not hold together; nothing of it is kept."""


@dataclass(frozen=True)
class Summary:
    """The city in numbers."""

    units: int
    people: int
    accounts: int
    documents: int
    deliveries: int
    internal: int
    tally: work.Tally

    def sentences(self) -> Iterator[str]:
        yield (
            f"Tổng cộng {number(self.tally.total)} nhiệm vụ giữa các cơ quan, trong đó "
            f"{number(self.tally.running_overdue)} việc quá hạn chưa cập nhật; ngoài ra "
            f"{number(self.internal)} việc chia trong nội bộ."
        )
        cells = ", ".join(
            f"{cell.label.lower()} {number(count)}" for cell, count in self.tally.cells()
        )
        yield f"Theo ô: {cells}."
        yield (
            f"Có {number(self.documents)} văn bản đọc được và {number(self.deliveries)} sản "
            "phẩm đã nộp."
        )


def checked(*, at: datetime, scale: Scale) -> Summary:
    """Count, and refuse the whole build when a count or a rule does not hold."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for name, statement in _MUST_BE_EMPTY.items():
            cursor.execute(statement, {"at": at})
            [found] = cursor.fetchone() or (0,)
            if found:
                raise CityWentWrong(f"{name}: {found}")
    counted = work.WorkItem.objects.counted()
    tally = work.tally(counted.between_bodies(), at=at)
    if (tally.total, tally.running_overdue) != (scale.counted, scale.overdue):
        raise CityWentWrong(f"{tally.total} tasks, {tally.running_overdue} overdue")
    return Summary(
        units=org.Unit.objects.count(),
        people=org.Person.objects.count(),
        accounts=org.User.objects.count(),
        documents=documents.Document.objects.count(),
        deliveries=tasks.Delivery.objects.count(),
        internal=counted.filter(is_internal=True).count(),
        tally=tally,
    )
