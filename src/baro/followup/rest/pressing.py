"""Rounds of pressing letters: begun, worded, let out, stopped."""

from datetime import date, datetime
from typing import Annotated

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.pagination import paginate

from baro.followup.models import Pressing
from baro.followup.operations import pressing as operations
from baro.followup.operations.pressing.preparing import PressingText
from baro.followup.rest.callers import READS, WRITES
from baro.kernel.rest.schemas import Given
from baro.org import api as org

router = Router(tags=["Đôn đốc"], auth=WRITES)
_Text = Annotated[str, Field(max_length=4000)]


class LetterOut(Schema):
    unit: str = Field(alias="unit.code")
    status: str
    document: int | None = Field(alias="document_id")
    failure: str


class PressingOut(Schema):
    id: int
    unit: str = Field(alias="unit.code")
    status: str
    subject: str
    opening: str
    ask: str
    answer_by: date
    started_at: datetime | None
    finished_at: datetime | None
    letters: list[LetterOut]

    @staticmethod
    def resolve_letters(pressing: Pressing) -> list[object]:
        return list(pressing.letters.all())


class PressingIn(Given):
    """`tasks`: mã nhiệm vụ cần đôn đốc; `unit`: đơn vị giao việc đứng tên công văn."""

    unit: str = Field(max_length=32)
    tasks: Annotated[list[int], Field(max_length=5000)]


class PressingTextIn(Given):
    subject: str = Field(max_length=300)
    opening: _Text
    ask: _Text
    answer_by: date


@router.get("", response=list[PressingOut], auth=READS, summary="Các đợt đôn đốc")
@paginate
def pressing_list(request: org.UserRequest) -> QuerySet[Pressing]:
    return _visible(request)


@router.post("", response={201: PressingOut}, summary="Soạn một đợt, mỗi đơn vị một công văn")
def pressing_beginning(request: org.UserRequest, wanted: PressingIn) -> Status[Pressing]:
    begun = operations.begin_pressing(
        item_ids=wanted.tasks,
        unit=org.unit_with_code(wanted.unit, on=timezone.localdate()),
        by=request.user,
        at=timezone.now(),
    )
    return Status(201, _one(request, begun.pk))


@router.get("/{int:pk}", response=PressingOut, auth=READS, summary="Một đợt đôn đốc")
def pressing_round(request: org.UserRequest, pk: int) -> Pressing:
    return _one(request, pk)


@router.post("/{int:pk}/text", response=PressingOut, summary="Sửa lời công văn")
def pressing_text(request: org.UserRequest, pk: int, text: PressingTextIn) -> Pressing:
    found = _one(request, pk)
    kept = PressingText(
        **text.dict(),
        recipients=found.recipients,
        filing=found.filing,
        signer=found.signer,
        drafting_unit=found.drafting_unit,
    )
    operations.revise_pressing(pressing=found, text=kept, by=request.user, at=timezone.now())
    return _one(request, pk)


@router.post("/{int:pk}/issuance", response=PressingOut, summary="Phát hành")
def pressing_issuance(request: org.UserRequest, pk: int) -> Pressing:
    """Chạy nền; xem tiến độ bằng cách đọc lại đợt này."""
    operations.start_pressing(pressing=_one(request, pk), by=request.user, at=timezone.now())
    return _one(request, pk)


@router.post("/{int:pk}/stop", response=PressingOut, summary="Dừng phát hành")
def pressing_stop(request: org.UserRequest, pk: int) -> Pressing:
    operations.stop_pressing(pressing=_one(request, pk), by=request.user, at=timezone.now())
    return _one(request, pk)


def _visible(request: org.UserRequest) -> QuerySet[Pressing]:
    shown = Pressing.objects.visible_to(request.user).select_related("unit", "drafting_unit")
    return shown.prefetch_related("letters__unit")


def _one(request: org.UserRequest, pk: int) -> Pressing:
    return get_object_or_404(_visible(request), pk=pk)
