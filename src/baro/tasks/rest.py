"""Tasks and drafts through the API: the same operations, one address for each act."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, File, Form, Router, Schema, Status
from ninja.files import UploadedFile
from ninja.pagination import paginate

from baro.documents import api as documents
from baro.kernel.errors import DomainError
from baro.org import api as org
from baro.org.api import TokenAuth, TokenScope
from baro.tasks import lists, operations, queries, specs
from baro.tasks.models import Task, TaskDraft
from baro.work import api as work

READS = TokenAuth(TokenScope.READ)
WRITES = TokenAuth(TokenScope.TASKS)
tasks = Router(tags=["Nhiệm vụ"], auth=WRITES)
drafts = Router(tags=["Dự thảo nhiệm vụ"], auth=WRITES)


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
    issued_at: datetime = Field(alias="item.issued_at")
    original_due_at: datetime | None = Field(alias="item.original_due_at")
    due_at: datetime | None = Field(alias="item.due_at")
    delivered_at: datetime | None = Field(alias="item.delivered_at")
    closed_at: datetime | None = Field(alias="item.closed_at")
    source_document: int | None = Field(alias="item.source_document_id")
    source_clause: str = Field(alias="item.source_clause")
    quote: str

    @staticmethod
    def resolve_cell(task: Task) -> str:
        return work.cell_of(task.item, at=timezone.now()).value

    @staticmethod
    def resolve_assignee(task: Task) -> str | None:
        return str(task.item.assignee) if task.item.assignee else None


class TaskIn(Schema):
    """Một nhiệm vụ; `lead` là mã đơn vị hoặc mã nhóm như G.UBND-XP."""

    title: str
    issuer_unit: str
    lead: list[str]
    cooperating: list[str] = []
    expected_product: str = ""
    due_on: date | None = None
    recurrence: dict[str, str] | None = None
    no_deadline_reason: str = ""
    minutes_per_unit: int | None = None


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
    due_on: date | None
    due_text: str
    recurrence: dict[str, Any] | None
    expected_product: str
    no_deadline_reason: str
    minutes_per_unit: int
    doubts: list[str]
    task: int | None = Field(alias="item_id")


class DraftChangesIn(Schema):
    title: str | None = None
    lead: list[str] | None = None
    cooperating: list[str] | None = None
    due_on: date | None = None
    recurrence: dict[str, str] | None = None
    expected_product: str | None = None
    no_deadline_reason: str | None = None
    minutes_per_unit: int | None = None


class IssuanceIn(Schema):
    drafts: list[int]


class WordsIn(Schema):
    text: str


class ProgressIn(Schema):
    done: str
    blocked_by: str = ""
    percent: int | None = None


class DeliveryIn(Schema):
    text: str = ""
    link: str = ""
    document: int | None = None


class ExtensionIn(Schema):
    proposed_due_on: date
    grounds: str


class ExtensionDecisionIn(Schema):
    granted: bool
    new_due_on: date | None = None
    note: str = ""


class AssignmentIn(Schema):
    person: str = Field(description="Mã người")


class HistoryOut(Schema):
    at: datetime
    actor: str
    sentence: str


class NobodyWithThatCode(DomainError):
    pass


@drafts.get("", response=list[DraftOut], auth=READS, summary="Dự thảo của một văn bản")
def draft_list(request: org.UserRequest, document: int) -> QuerySet[TaskDraft]:
    return TaskDraft.objects.visible_to(request.user).filter(document=document)


@drafts.post("/from-document/{int:pk}", response=list[DraftOut], summary="Lập dự thảo từ văn bản")
def document_drafting(request: org.UserRequest, pk: int) -> Sequence[TaskDraft]:
    """Gọi lại không sinh thêm dự thảo."""
    visible = documents.Document.objects.visible_to(request.user)
    result = operations.draft_tasks(
        document=get_object_or_404(visible, pk=pk), by=request.user, at=timezone.now()
    )
    return result.drafts


@drafts.patch("/{int:pk}", response=DraftOut, summary="Sửa dự thảo")
def draft_change(request: org.UserRequest, pk: int, changes: DraftChangesIn) -> TaskDraft:
    """Chỉ đổi những mục có gửi."""
    given = changes.dict(exclude_unset=True)
    names = {"lead": "lead_codes", "cooperating": "cooperating_codes"}
    return operations.edit_draft(
        draft=_draft(request, pk),
        changes=operations.DraftChanges(**{names.get(k, k): v for k, v in given.items()}),
        by=request.user,
        at=timezone.now(),
    )


@drafts.post("/{int:pk}/drop", response=DraftOut, summary="Không giao dự thảo này")
def draft_drop(request: org.UserRequest, pk: int) -> TaskDraft:
    draft = _draft(request, pk)
    return operations.drop_draft(draft=draft, by=request.user, at=timezone.now())


@drafts.post("/issuance", response={201: list[TaskOut]}, summary="Giao các dự thảo đã chọn")
def issuance(request: org.UserRequest, chosen: IssuanceIn) -> Status[list[Task]]:
    """Tất cả hoặc không; thiếu một trong ba rõ thì từ chối và nói thiếu gì."""
    found = TaskDraft.objects.visible_to(request.user).filter(pk__in=chosen.drafts)
    picked = list(found.select_related("document__owner_unit"))
    issuer = get_object_or_404(org.Unit, pk=picked[0].document.owner_unit_id if picked else 0)
    issued = operations.issue_drafts(
        drafts=picked,
        issuer_unit=issuer,
        inspector_post=_own_post(request),
        by=request.user,
        at=timezone.now(),
    )
    return Status(201, issued)


@tasks.get("", response=list[TaskOut], auth=READS, summary="Danh sách nhiệm vụ được xem")
@paginate
def task_list(request: org.UserRequest) -> QuerySet[Task]:
    """Lọc bằng cùng các tham số như địa chỉ trang /nhiem-vu/."""
    items = lists.listed(request.user, request.GET, at=timezone.now())
    return _shown(Task.objects.filter(item__in=items)).order_by("item__due_at", "pk")


@tasks.post("", response={201: list[TaskOut]}, summary="Giao một hay nhiều nhiệm vụ")
def task_creation(request: org.UserRequest, given: list[TaskIn]) -> Status[list[Task]]:
    wanted = [_spec(request, one) for one in given]
    return Status(201, operations.issue_tasks(specs=wanted, by=request.user, at=timezone.now()))


@tasks.get("/{int:pk}", response=TaskOut, auth=READS, summary="Một nhiệm vụ")
def task(request: org.UserRequest, pk: int) -> Task:
    return _task(request, pk)


@tasks.get("/{int:pk}/children", response=list[TaskOut], auth=READS, summary="Các việc con")
def task_children(request: org.UserRequest, pk: int) -> QuerySet[Task]:
    visible = _shown(Task.objects.visible_to(request.user))
    return visible.filter(item__parent=_task(request, pk).pk)


@tasks.get("/{int:pk}/history", response=list[HistoryOut], auth=READS, summary="Diễn biến")
def task_history(request: org.UserRequest, pk: int) -> Sequence[Any]:
    return queries.history_of(_task(request, pk))


@tasks.post("/{int:pk}/receipt", response=TaskOut, summary="Nhận việc")
def task_receipt(request: org.UserRequest, pk: int) -> Task:
    return _after(request, pk, operations.receive_task)


@tasks.post("/{int:pk}/query", response=TaskOut, summary="Hỏi lại vì chưa rõ")
def task_query(request: org.UserRequest, pk: int, words: WordsIn) -> Task:
    return _after(request, pk, operations.ask_about_task, question=words.text)


@tasks.post("/{int:pk}/answer", response=TaskOut, summary="Trả lời câu hỏi")
def task_answer(request: org.UserRequest, pk: int, words: WordsIn) -> Task:
    return _after(request, pk, operations.answer_about_task, answer=words.text)


@tasks.post("/{int:pk}/assignment", response=TaskOut, summary="Phân công trong đơn vị")
def task_assignment(request: org.UserRequest, pk: int, to: AssignmentIn) -> Task:
    lead = _task(request, pk).item.lead_unit
    seats = org.assignable_people(lead, on=timezone.localdate())
    seat = seats.filter(person__code=to.person).first()
    if seat is None:
        raise NobodyWithThatCode(f"Không có ai mang mã {to.person} trong {lead}.", field="person")
    facts = {"unit": seat.post.unit, "post": seat.post, "person": seat.person}
    return _after(request, pk, operations.assign_task, **facts)


@tasks.post("/{int:pk}/progress", response=TaskOut, summary="Báo tiến độ")
def task_progress(request: org.UserRequest, pk: int, note: ProgressIn) -> Task:
    return _after(request, pk, operations.note_progress, **note.dict())


@tasks.post("/{int:pk}/delivery", response=TaskOut, summary="Nộp sản phẩm")
def task_delivery(
    request: org.UserRequest,
    pk: int,
    product: Form[DeliveryIn],
    file: File[UploadedFile | None] = None,
) -> Task:
    visible = documents.Document.objects.visible_to(request.user)
    document = get_object_or_404(visible, pk=product.document) if product.document else None
    facts = {"text": product.text, "link": product.link, "document": document}
    facts |= {"content": file, "file_name": (file.name or "") if file else ""}
    return _after(request, pk, operations.deliver_task, **facts)


@tasks.post("/{int:pk}/acceptance", response=TaskOut, summary="Nghiệm thu")
def task_acceptance(request: org.UserRequest, pk: int) -> Task:
    return _after(request, pk, operations.accept_task)


@tasks.post("/{int:pk}/return", response=TaskOut, summary="Trả lại sản phẩm")
def task_return(request: org.UserRequest, pk: int, words: WordsIn) -> Task:
    return _after(request, pk, operations.return_task, reason=words.text)


@tasks.post("/{int:pk}/extension", response=TaskOut, summary="Xin gia hạn")
def task_extension(request: org.UserRequest, pk: int, asked: ExtensionIn) -> Task:
    return _after(request, pk, operations.ask_task_extension, **asked.dict())


@tasks.post("/{int:pk}/extension-decision", response=TaskOut, summary="Quyết định gia hạn")
def task_extension_decision(
    request: org.UserRequest, pk: int, decided: ExtensionDecisionIn
) -> Task:
    facts = decided.dict()
    is_granted = facts.pop("granted")
    return _after(request, pk, operations.decide_task_extension, is_granted=is_granted, **facts)


@tasks.post("/{int:pk}/withdrawal", response=TaskOut, summary="Thu hồi")
def task_withdrawal(request: org.UserRequest, pk: int, words: WordsIn) -> Task:
    operations.withdraw_tasks(
        tasks=[_task(request, pk)], reason=words.text, by=request.user, at=timezone.now()
    )
    return _task(request, pk)


def _after(request: org.UserRequest, pk: int, operation: Any, **facts: Any) -> Task:
    """The task as it stands after one act."""
    operation(task=_task(request, pk), by=request.user, at=timezone.now(), **facts)
    return _task(request, pk)


def _spec(request: org.UserRequest, given: TaskIn) -> specs.TaskSpec:
    facts = given.dict()
    return specs.TaskSpec(
        issuer_unit=get_object_or_404(org.Unit, code=facts.pop("issuer_unit")),
        lead_codes=tuple(facts.pop("lead")),
        cooperating=tuple(specs.CooperatingPart(code) for code in facts.pop("cooperating")),
        inspector_post=_own_post(request),
        **facts,
    )


def _own_post(request: org.UserRequest) -> org.Post | None:
    posts = org.powers_of(request.user, on=timezone.localdate()).posts
    return posts[0] if posts else None


def _shown(found: QuerySet[Task]) -> QuerySet[Task]:
    return found.select_related("item__lead_unit", "item__issuer_unit", "item__assignee")


def _task(request: org.UserRequest, pk: int) -> Task:
    return get_object_or_404(_shown(Task.objects.visible_to(request.user)), pk=pk)


def _draft(request: org.UserRequest, pk: int) -> TaskDraft:
    return get_object_or_404(TaskDraft.objects.visible_to(request.user), pk=pk)
