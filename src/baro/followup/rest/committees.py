"""Committees, their sessions, and what became of the last conclusion."""

from datetime import date, datetime
from typing import Any, Literal

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.pagination import paginate

from baro.documents import api as documents
from baro.followup.models import Committee, CommitteeSession
from baro.followup.operations import committees as operations
from baro.followup.queries.compiling import compiled
from baro.followup.rest.callers import READS, WRITES
from baro.kernel.rest.schemas import Given
from baro.org import api as org

router = Router(tags=["Ban chỉ đạo, giao ban"], auth=WRITES)


class SessionOut(Schema):
    id: int
    number: int
    planned_on: date
    status: str
    conclusion: int | None = Field(alias="conclusion_id")
    held_at: datetime | None


class CommitteeOut(Schema):
    id: int
    kind: str
    name: str
    chair_unit: str = Field(alias="chair_unit.code")
    secretary_unit: str = Field(alias="secretary_unit.code")
    sessions: list[SessionOut]

    @staticmethod
    def resolve_sessions(committee: Committee) -> list[object]:
        return list(committee.sessions.all())


class SessionIn(Given):
    number: int = Field(ge=1, le=10_000)
    planned_on: date


class ConclusionIn(Given):
    document: int


@router.get("", response=list[CommitteeOut], auth=READS, summary="Ban chỉ đạo, hội nghị giao ban")
@paginate
def committee_list(request: org.UserRequest) -> QuerySet[Committee]:
    return _visible(request)


@router.post("/{int:pk}/sessions", response={201: SessionOut}, summary="Lên lịch một kỳ họp")
def committee_session(
    request: org.UserRequest, pk: int, planned: SessionIn
) -> Status[CommitteeSession]:
    committee, at = get_object_or_404(_visible(request), pk=pk), timezone.now()
    made = operations.plan_session(committee=committee, **planned.dict(), by=request.user, at=at)
    return Status(201, made)


@router.get(
    "/sessions/{int:pk}/compilation",
    auth=READS,
    response=dict[str, Any],
    summary="Tình hình thực hiện kết luận kỳ trước",
)
def session_compilation(
    request: org.UserRequest, pk: int, state: Literal["now", "kept"] = "now"
) -> dict[str, Any]:
    """Số liệu lúc này; `state=kept` là bản đã chốt khi họp, rỗng khi chưa họp."""
    session = _session(request, pk)
    if state == "kept":
        return dict(session.snapshot or {})
    return compiled(session, request.user, at=timezone.now()).kept()


@router.post("/sessions/{int:pk}/holding", response=SessionOut, summary="Chốt số liệu khi họp")
def session_holding(request: org.UserRequest, pk: int) -> CommitteeSession:
    return operations.hold_session(
        session=_session(request, pk), by=request.user, at=timezone.now()
    )


@router.post("/sessions/{int:pk}/conclusion", response=SessionOut, summary="Ghi văn bản kết luận")
def session_conclusion(request: org.UserRequest, pk: int, paper: ConclusionIn) -> CommitteeSession:
    visible = documents.Document.objects.visible_to(request.user)
    document = get_object_or_404(visible, pk=paper.document)
    return operations.conclude_session(
        session=_session(request, pk), document=document, by=request.user, at=timezone.now()
    )


def _visible(request: org.UserRequest) -> QuerySet[Committee]:
    shown = Committee.objects.visible_to(request.user)
    return shown.select_related("chair_unit", "secretary_unit").prefetch_related("sessions")


def _session(request: org.UserRequest, pk: int) -> CommitteeSession:
    sessions = CommitteeSession.objects.filter(committee__in=_visible(request).values("pk"))
    return get_object_or_404(sessions.select_related("committee", "conclusion"), pk=pk)
