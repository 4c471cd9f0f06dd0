"""What the API tells about drafts and tasks."""

from datetime import UTC, date, datetime
from typing import Annotated, Any

from django.utils import timezone
from ninja import Field, Schema
from pydantic import AfterValidator

from baro.kernel.rest.schemas import by_attributes
from baro.tasks.models import Task
from baro.work import api as work

# Moments that were just set are still in the city's time, those read from the database are not.
Moment = Annotated[datetime, AfterValidator(lambda moment: moment.astimezone(UTC))]


@by_attributes
class TaskOut(Schema):
    id: int = Field(alias="pk")
    number: str = Field(alias="item.number")
    title: str = Field(alias="item.title")
    state: str = Field(alias="item.state")
    cell: str
    is_collective: bool = Field(alias="item.is_collective")
    parent: int | None = Field(alias="item.parent_id")
    lead_unit: str = Field(alias="item.lead_unit.code")
    issuer_unit: str = Field(alias="item.issuer_unit.code")
    assignee: str | None = None
    expected_product: str
    issued_at: Moment = Field(alias="item.issued_at")
    original_due_at: Moment | None = Field(alias="item.original_due_at")
    due_at: Moment | None = Field(alias="item.due_at")
    delivered_at: Moment | None = Field(alias="item.delivered_at")
    closed_at: Moment | None = Field(alias="item.closed_at")
    source_document: int | None = Field(alias="item.source_document_id")
    source_clause: str = Field(alias="item.source_clause")
    quote: str

    @staticmethod
    def resolve_cell(task: Task) -> str:
        return work.cell_of(task.item, at=timezone.now()).value

    @staticmethod
    def resolve_assignee(task: Task) -> str | None:
        return str(task.item.assignee) if task.item.assignee else None


class TaskPage(Schema):
    """Một đoạn của danh sách; `next` là chỗ nối tới đoạn sau, rỗng ở đoạn cuối."""

    items: list[TaskOut]
    count: int | None
    next: str
    is_moved: bool


class DraftOut(Schema):
    id: int
    document: int = Field(alias="document_id")
    clause: str = Field(alias="clause_key")
    status: str
    title: str
    quote: str
    start: int | None
    end: int | None
    lead: list[str] = Field(alias="lead_codes")
    cooperating: list[str] = Field(alias="cooperating_codes")
    excepting: list[str] = Field(alias="except_codes")
    due_on: date | None
    due_text: str
    recurrence: dict[str, Any] | None
    expected_product: str
    no_deadline_reason: str
    minutes_per_unit: int
    doubts: list[str]
    reasons: list[str]
    shared: str
    merged_into: int | None = Field(alias="merged_into_id")
    task: int | None = Field(alias="item_id")


class HistoryOut(Schema):
    at: datetime
    actor: str
    sentence: str
