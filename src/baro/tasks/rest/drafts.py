"""Drafts: made from a reading, corrected, dropped, issued."""

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone
from ninja import Router, Status

from baro.kernel.errors import DomainError
from baro.org import api as org
from baro.tasks import operations
from baro.tasks.models import Task, TaskDraft
from baro.tasks.rest.callers import (
    READS,
    WRITES,
    own_post,
    visible_document,
    visible_draft,
)
from baro.tasks.rest.given import DraftChangesIn, IssuanceIn, MergerIn, QuoteIn, SplitIn
from baro.tasks.rest.shown import DraftOut, TaskOut

router = Router(tags=["Dự thảo nhiệm vụ"], auth=WRITES)
_NAMES = {
    "lead": "lead_codes",
    "cooperating": "cooperating_codes",
    "excepting": "except_codes",
}


class DraftsOfSeveralDocuments(DomainError):
    pass


@router.get("", response=list[DraftOut], auth=READS, summary="Dự thảo của một văn bản")
def draft_list(request: org.UserRequest, document: int) -> QuerySet[TaskDraft]:
    visible = TaskDraft.objects.visible_to(request.user)
    return visible.filter(document=document).order_by("start", "pk")


@router.post("/from-document/{int:pk}", response=list[DraftOut], summary="Lập dự thảo từ văn bản")
def document_drafting(request: org.UserRequest, pk: int) -> list[TaskDraft]:
    """Gọi lại không sinh thêm dự thảo."""
    document = visible_document(request, pk)
    result = operations.draft_tasks(document=document, by=request.user, at=timezone.now())
    return list(result.drafts)  # a tuple of two would be taken for a status and its answer


@router.get("/{int:pk}", response=DraftOut, auth=READS, summary="Một dự thảo")
def draft(request: org.UserRequest, pk: int) -> TaskDraft:
    return visible_draft(request, pk)


@router.patch("/{int:pk}", response=DraftOut, summary="Sửa dự thảo")
def draft_change(request: org.UserRequest, pk: int, changes: DraftChangesIn) -> TaskDraft:
    """Chỉ đổi những mục có gửi."""
    given = changes.dict(exclude_unset=True, exclude={"remember"})
    if changes.recurrence:
        given["recurrence"] = changes.recurrence.dict()
    return operations.edit_draft(
        draft=visible_draft(request, pk),
        changes=operations.DraftChanges(**{_NAMES.get(k, k): v for k, v in given.items()}),
        remember=changes.remember,
        by=request.user,
        at=timezone.now(),
    )


@router.post("/{int:pk}/drop", response=DraftOut, summary="Không giao dự thảo này")
def draft_drop(request: org.UserRequest, pk: int) -> TaskDraft:
    draft = visible_draft(request, pk)
    return operations.drop_draft(draft=draft, by=request.user, at=timezone.now())


@router.post("/{int:pk}/restoration", response=DraftOut, summary="Lấy lại dự thảo đã bỏ")
def draft_restoration(request: org.UserRequest, pk: int) -> TaskDraft:
    draft = visible_draft(request, pk)
    return operations.restore_draft(draft=draft, by=request.user, at=timezone.now())


@router.post("/{int:pk}/split", response=list[DraftOut], summary="Tách dự thảo làm hai")
def draft_split(request: org.UserRequest, pk: int, cut: SplitIn) -> list[TaskDraft]:
    """Mỗi phần được đọc lại; phần nào không ghi thì theo dự thảo cũ."""
    draft = visible_draft(request, pk)
    halves = operations.split_draft(
        draft=draft, place=cut.place, by=request.user, at=timezone.now()
    )
    return list(halves)


@router.post("/{int:pk}/merger", response=DraftOut, summary="Gộp một dự thảo khác vào dự thảo này")
def draft_merger(request: org.UserRequest, pk: int, merger: MergerIn) -> TaskDraft:
    return operations.merge_drafts(
        draft=visible_draft(request, pk),
        other=visible_draft(request, merger.other),
        lead_codes=merger.lead,
        by=request.user,
        at=timezone.now(),
    )


@router.post("/{int:pk}/quote", response=DraftOut, summary="Dời đoạn trích của dự thảo")
def draft_quote(request: org.UserRequest, pk: int, quote: QuoteIn) -> TaskDraft:
    draft = visible_draft(request, pk)
    return operations.move_quote(
        draft=draft, start=quote.start, end=quote.end, by=request.user, at=timezone.now()
    )


@router.post(
    "/{int:pk}/deadline", response=DraftOut, summary="Đổi hạn nhiệm vụ đã giao theo văn bản sửa"
)
def draft_deadline(request: org.UserRequest, pk: int) -> TaskDraft:
    """Chỉ cho dự thảo đọc từ bản đính chính hoặc bản đọc lại, thay một nhiệm vụ đã giao."""
    draft = visible_draft(request, pk)
    operations.move_deadline(draft=draft, by=request.user, at=timezone.now())
    return visible_draft(request, pk)


@router.post(
    "/{int:pk}/replacement", response=DraftOut, summary="Thay nhiệm vụ đã giao theo văn bản sửa"
)
def draft_replacement(request: org.UserRequest, pk: int) -> TaskDraft:
    draft = visible_draft(request, pk)
    operations.replace_given_task(draft=draft, by=request.user, at=timezone.now())
    return visible_draft(request, pk)


@router.post("/{int:pk}/undoing", response=DraftOut, summary="Hoàn tác lần tách, gộp, dời gần nhất")
def draft_undoing(request: org.UserRequest, pk: int) -> TaskDraft:
    draft = visible_draft(request, pk)
    return operations.undo_reshaping(draft=draft, by=request.user, at=timezone.now())


@router.post("/issuance", response={201: list[TaskOut]}, summary="Giao các dự thảo đã chọn")
def issuance(request: org.UserRequest, chosen: IssuanceIn) -> Status[list[Task]]:
    """Các dự thảo của một văn bản: giao tất cả hoặc không; thiếu gì thì lời từ chối nói rõ."""
    picked = _picked(request, set(chosen.drafts))
    owners = {draft.document_id: draft.document.owner_unit for draft in picked}
    if len(owners) != 1:
        raise DraftsOfSeveralDocuments(
            "Hãy chọn các dự thảo của một văn bản trong mỗi lần giao.", field="drafts"
        )
    [issuer_unit] = owners.values()
    issued = operations.issue_drafts(
        drafts=picked,
        issuer_unit=issuer_unit,
        inspector_post=own_post(request),
        by=request.user,
        at=timezone.now(),
    )
    return Status(201, issued)


def _picked(request: org.UserRequest, keys: set[int]) -> list[TaskDraft]:
    """All that were named, or a 404: one that is not seen must not be left out in silence."""
    visible = TaskDraft.objects.visible_to(request.user).filter(pk__in=keys)
    picked = list(visible.select_related("document__owner_unit"))
    if len(picked) != len(keys):
        raise Http404
    return picked
