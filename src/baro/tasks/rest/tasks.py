"""Tasks: given, found, carried out and judged."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from ninja import File, Form, Query, Router, Status
from ninja.files import UploadedFile

from baro.kernel import editions
from baro.org import api as org
from baro.tasks import operations, queries
from baro.tasks.models import Task
from baro.tasks.rest import given, paging
from baro.tasks.rest.callers import (
    READS,
    WRITES,
    own_post,
    visible_document,
    visible_task,
    visible_tasks,
)
from baro.tasks.rest.shown import HistoryOut, TaskOut, TaskPage
from baro.tasks.specs import CooperatingPart, Origin, TaskSpec

router = Router(tags=["Nhiệm vụ"], auth=WRITES)


@router.get("", response=TaskPage, auth=READS, summary="Danh sách nhiệm vụ được xem")
def task_list(request: org.UserRequest, asked: Query[paging.PageIn]) -> dict[str, Any]:
    """Lọc và xếp bằng cùng các tham số như địa chỉ trang /nhiem-vu/.

    Đọc hết một danh sách dài bằng `next`: gửi lại nguyên giá trị ấy làm `after` để lấy các dòng
    liền sau, cho đến khi `next` rỗng; không dòng nào lặp lại, dòng mới chen lên trước được báo ở
    `is_moved`. `offset` bỏ qua chừng ấy dòng đầu, dùng khi không có `after`. `count` là số dòng
    của cả danh sách, rỗng khi phải đếm từng dòng mới biết.
    """
    return paging.page_of_tasks(request, asked)


@router.post("", response={201: list[TaskOut]}, summary="Giao một hay nhiều nhiệm vụ")
def task_creation(request: org.UserRequest, wanted: list[given.TaskIn]) -> Status[list[Task]]:
    """Tất cả hoặc không; thiếu một trong ba rõ thì từ chối và nói thiếu gì."""
    with editions.unmoved():
        specs = [_spec(request, one) for one in wanted]
        issued = operations.issue_tasks(specs=specs, by=request.user, at=timezone.now())
    return Status(201, issued)


@router.get("/{int:pk}", response=TaskOut, auth=READS, summary="Một nhiệm vụ")
def task(request: org.UserRequest, pk: int) -> Task:
    return visible_task(request, pk)


@router.get("/{int:pk}/children", response=list[TaskOut], auth=READS, summary="Các việc con")
def task_children(request: org.UserRequest, pk: int) -> QuerySet[Task]:
    parent = visible_task(request, pk)
    return visible_tasks(request).filter(item__parent=parent.pk).order_by("pk")


@router.get("/{int:pk}/history", response=list[HistoryOut], auth=READS, summary="Diễn biến")
def task_history(request: org.UserRequest, pk: int) -> list[queries.HistoryEntry]:
    return list(queries.history_of(visible_task(request, pk)))


@router.post("/{int:pk}/receipt", response=TaskOut, summary="Nhận việc")
def task_receipt(request: org.UserRequest, pk: int) -> Task:
    return _after(request, pk, operations.receive_task)


@router.post("/{int:pk}/query", response=TaskOut, summary="Hỏi lại vì chưa rõ")
def task_query(request: org.UserRequest, pk: int, words: given.WordsIn) -> Task:
    return _after(request, pk, operations.ask_about_task, question=words.text)


@router.post("/{int:pk}/answer", response=TaskOut, summary="Trả lời câu hỏi")
def task_answer(request: org.UserRequest, pk: int, words: given.WordsIn) -> Task:
    return _after(request, pk, operations.answer_about_task, answer=words.text)


@router.post("/{int:pk}/assignment", response=TaskOut, summary="Phân công trong đơn vị")
def task_assignment(request: org.UserRequest, pk: int, to: given.AssignmentIn) -> Task:
    lead = visible_task(request, pk).item.lead_unit
    seats = org.assignable_people(lead, on=timezone.localdate())
    seat = seats.filter(person__code=to.person).first()
    if seat is None:
        raise org.NobodyWithThatCode(
            f"Không có ai mang mã {to.person} trong {lead}.", field="person"
        )
    facts = {"unit": seat.post.unit, "post": seat.post, "person": seat.person}
    return _after(request, pk, operations.assign_task, **facts)


@router.post("/{int:pk}/progress", response=TaskOut, summary="Báo tiến độ")
def task_progress(request: org.UserRequest, pk: int, note: given.ProgressIn) -> Task:
    return _after(request, pk, operations.note_progress, **note.dict())


@router.post("/{int:pk}/delivery", response=TaskOut, summary="Nộp sản phẩm")
def task_delivery(
    request: org.UserRequest,
    pk: int,
    product: Form[given.DeliveryIn],
    file: File[UploadedFile | None] = None,
) -> Task:
    """Một hay nhiều thứ: lời, tệp, văn bản trong sổ, đường dẫn."""
    document = visible_document(request, product.document) if product.document else None
    facts: dict[str, Any] = {"text": product.text, "link": product.link, "document": document}
    facts |= {"content": file, "file_name": (file.name or "") if file else ""}
    return _after(request, pk, operations.deliver_task, **facts)


@router.post("/{int:pk}/recall", response=TaskOut, summary="Rút lại sản phẩm chưa nghiệm thu")
def task_recall(request: org.UserRequest, pk: int, words: given.WordsIn) -> Task:
    return _after(request, pk, operations.recall_task, reason=words.text)


@router.post("/{int:pk}/acceptance", response=TaskOut, summary="Nghiệm thu")
def task_acceptance(
    request: org.UserRequest, pk: int, word: given.AcceptanceIn | None = None
) -> Task:
    """Nêu `delivery` thì chỉ nghiệm thu đúng lần nộp ấy; đã nộp lại bản khác thì từ chối."""
    facts = word.dict() if word else {}
    return _after(request, pk, operations.accept_task, **facts)


@router.post("/{int:pk}/return", response=TaskOut, summary="Trả lại sản phẩm")
def task_return(request: org.UserRequest, pk: int, word: given.ReturnIn) -> Task:
    """Nêu `delivery` thì chỉ trả lại đúng lần nộp ấy; đã nộp lại bản khác thì từ chối."""
    return _after(request, pk, operations.return_task, reason=word.text, delivery=word.delivery)


@router.post("/{int:pk}/extension", response=TaskOut, summary="Xin gia hạn")
def task_extension(request: org.UserRequest, pk: int, asked: given.ExtensionIn) -> Task:
    return _after(request, pk, operations.ask_task_extension, **asked.dict())


@router.post("/{int:pk}/extension-decision", response=TaskOut, summary="Quyết định gia hạn")
def task_extension_decision(
    request: org.UserRequest, pk: int, decided: given.ExtensionDecisionIn
) -> Task:
    facts = decided.dict()
    is_granted = facts.pop("granted")
    return _after(request, pk, operations.decide_task_extension, is_granted=is_granted, **facts)


@router.post("/{int:pk}/deadline", response=TaskOut, summary="Đổi hạn")
def task_deadline(request: org.UserRequest, pk: int, wanted: given.DeadlineIn) -> Task:
    return _after(request, pk, operations.reschedule_task, **wanted.dict())


@router.post("/{int:pk}/part", response=TaskOut, summary="Xong phần phối hợp")
def task_part(request: org.UserRequest, pk: int, part: given.PartIn) -> Task:
    unit = org.unit_with_code(part.unit, on=timezone.localdate())
    return _after(request, pk, operations.finish_task_part, unit=unit, note=part.note)


@router.post("/{int:pk}/confirmation", response=TaskOut, summary="Xác nhận lời chỉ đạo")
def task_confirmation(
    request: org.UserRequest, pk: int, confirmed: given.ConfirmationIn | None = None
) -> Task:
    paper = confirmed.document if confirmed else None
    document = visible_document(request, paper) if paper else None
    return _after(request, pk, operations.confirm_order, document=document)


@router.post("/{int:pk}/withdrawal", response=TaskOut, summary="Thu hồi")
def task_withdrawal(request: org.UserRequest, pk: int, words: given.WordsIn) -> Task:
    [withdrawn, *_] = operations.withdraw_tasks(
        tasks=[visible_task(request, pk)], reason=words.text, by=request.user, at=timezone.now()
    )
    return withdrawn


def _after(
    request: org.UserRequest, pk: int, operation: Callable[..., object], **facts: object
) -> Task:
    """The task as it stands after one act, which leaves it in our hands as it now is."""
    with editions.unmoved():
        task = visible_task(request, pk)
        operation(task=task, by=request.user, at=timezone.now(), **facts)
    return task


def _spec(request: org.UserRequest, wanted: given.TaskIn) -> TaskSpec:
    facts = wanted.dict()
    source, origin = facts.pop("source_document"), facts.pop("origin")
    return TaskSpec(
        issuer_unit=org.unit_with_code(
            facts.pop("issuer_unit"), on=timezone.localdate(), field="issuer_unit"
        ),
        lead_codes=tuple(facts.pop("lead")),
        cooperating=tuple(CooperatingPart(code) for code in facts.pop("cooperating")),
        except_codes=tuple(facts.pop("excepting")),
        source_document=visible_document(request, source) if source else None,
        inspector_post=own_post(request),
        origin=_origin(**origin) if origin else None,
        **facts,
    )


def _origin(confirmer: str, **facts: Any) -> Origin:
    """A spoken order is confirmed from the post in which its giver mainly sits."""
    if not confirmer:
        return Origin(**facts)
    found = org.Appointment.objects.live(on=timezone.localdate()).filter(person__code=confirmer)
    seat = found.select_related("post").order_by("-nature", "pk").first()  # main before others
    if seat is None:
        raise org.NobodyWithThatCode(f"Không có ai mang mã {confirmer}.", field="confirmer")
    return Origin(confirmer=seat.post, **facts)
