"""The steps of an incoming document: put before a leader, assigned, handled."""

from collections.abc import Sequence

from django.shortcuts import get_object_or_404
from django.utils import timezone

from baro.documents import operations
from baro.documents.models import Handling
from baro.documents.rest.callers import WRITES, router, visible_document
from baro.documents.rest.given import AssignmentIn, FinishingIn, SubmissionIn
from baro.documents.rest.shown import HandlingOut
from baro.kernel.errors import DomainError
from baro.org import api as org


class UnitUnknown(DomainError):
    pass


class PersonUnknown(DomainError):
    pass


@router.get("/{int:pk}/handling", response=HandlingOut, summary="Các bước của văn bản đến")
def document_handling(request: org.UserRequest, pk: int) -> Handling:
    rows = Handling.objects.select_related("submitted_to", "lead_unit", "lead_person")
    return get_object_or_404(rows, document=visible_document(request, pk))


@router.post("/{int:pk}/submission", response=HandlingOut, auth=WRITES, summary="Trình lãnh đạo")
def document_submission(request: org.UserRequest, pk: int, given: SubmissionIn) -> Handling:
    return operations.submit_document(
        document=visible_document(request, pk),
        to=_person(given.person),
        note=given.note,
        by=request.user,
        at=timezone.now(),
    )


@router.post("/{int:pk}/assignment", response=HandlingOut, auth=WRITES, summary="Phân công xử lý")
def document_assignment(request: org.UserRequest, pk: int, given: AssignmentIn) -> Handling:
    document = visible_document(request, pk)
    [lead] = _units([given.unit], "unit")
    return operations.assign_document(
        document=document,
        lead_unit=lead,
        lead_person=_person(given.person) if given.person else None,
        cooperating=_units(given.cooperating, "cooperating"),
        instruction=given.instruction,
        due_on=given.due_on,
        by=request.user,
        at=timezone.now(),
    )


@router.post("/{int:pk}/finishing", response=HandlingOut, auth=WRITES, summary="Kết thúc xử lý")
def document_finishing(request: org.UserRequest, pk: int, given: FinishingIn) -> Handling:
    document = visible_document(request, pk)
    return operations.finish_handling(
        document=document, note=given.note, by=request.user, at=timezone.now()
    )


def _person(code: str) -> org.Person:
    found = org.Person.objects.filter(code=code).first()
    if found is None:
        raise PersonUnknown(f"Không có ai mang mã {code}.", field="person")
    return found


def _units(codes: Sequence[str], field: str) -> list[org.Unit]:
    found = {unit.code: unit for unit in org.Unit.objects.filter(code__in=codes)}
    unknown = [code for code in codes if code not in found]
    if unknown:
        raise UnitUnknown(f"Không có đơn vị nào mang mã {', '.join(unknown)}.", field=field)
    return [found[code] for code in codes]
