"""Numbers without a document: kept, given back, cancelled, filled back."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Status

from baro.documents import operations
from baro.documents.models import NumberRecord, NumberSeries
from baro.documents.rest.callers import WRITES, router
from baro.documents.rest.given import FillingIn, NumberActIn, ReservationIn
from baro.documents.rest.shown import NumberOut, RunOut
from baro.org import api as org


@router.post("/numbers", response={201: NumberOut}, auth=WRITES, summary="Giữ số cho văn bản")
def number_reservation(request: org.UserRequest, given: ReservationIn) -> Status[NumberRecord]:
    """Số tiếp theo của dãy được giữ; khi vào sổ thì gửi `symbol` này."""
    details = given.dict()
    owner_unit = get_object_or_404(org.Unit, code=details.pop("owner_unit"))
    record = operations.reserve_number(
        owner_unit=owner_unit, **details, by=request.user, at=timezone.now()
    )
    return Status(201, record)


@router.get("/numbers/runs", response=list[RunOut], summary="Dãy số của các sổ được giữ")
def number_runs(
    request: org.UserRequest, owner_unit: str = "", period: str = ""
) -> QuerySet[NumberSeries]:
    found = NumberSeries.objects.kept_by(request.user).select_related("owner_unit")
    if owner_unit:
        found = found.filter(owner_unit__code=owner_unit)
    if period:
        found = found.filter(period=period)
    return found.order_by("pk")


@router.post(
    "/numbers/runs/{int:pk}/release",
    response=NumberOut,
    auth=WRITES,
    summary="Trả lại số đang giữ",
)
def number_run_release(request: org.UserRequest, pk: int, given: NumberActIn) -> NumberRecord:
    run = _kept(request, pk)
    record = get_object_or_404(run.records.filter(suffix=""), number=given.number)
    return operations.release_number(
        record=record, reason=given.reason, by=request.user, at=timezone.now()
    )


@router.post(
    "/numbers/runs/{int:pk}/cancellation", response=NumberOut, auth=WRITES, summary="Hủy số"
)
def number_run_cancellation(request: org.UserRequest, pk: int, given: NumberActIn) -> NumberRecord:
    """Số đã hủy vẫn nằm trong sổ với lý do, và không bao giờ cấp lại."""
    return operations.cancel_number(
        run=_kept(request, pk), **given.dict(), by=request.user, at=timezone.now()
    )


@router.post(
    "/numbers/runs/{int:pk}/filling", response=NumberOut, auth=WRITES, summary="Cấp lùi số"
)
def number_run_filling(request: org.UserRequest, pk: int, given: FillingIn) -> NumberRecord:
    """Chỉ cấp được số còn trống; ngày phải nằm giữa ngày của số đứng trước và số đứng sau."""
    return operations.fill_back_number(
        run=_kept(request, pk), **given.dict(), by=request.user, at=timezone.now()
    )


def _kept(request: org.UserRequest, pk: int) -> NumberSeries:
    runs = NumberSeries.objects.kept_by(request.user).select_related("owner_unit")
    return get_object_or_404(runs, pk=pk)
