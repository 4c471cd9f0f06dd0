"""Papers that take long to read: handed in, asked about, entered when they are ready."""

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import File, Form, Status
from ninja.files import UploadedFile

from baro.documents import operations
from baro.documents.models import Document, Intake
from baro.documents.queries.intakes import RemovedIntake, removed_intake
from baro.documents.rest.callers import WRITES, router
from baro.documents.rest.given import EntryIn, IntakeIn
from baro.documents.rest.shown import DocumentOut, IntakeOut, RemovedIntakeOut
from baro.org import api as org


@router.get("/intakes", response=list[IntakeOut], summary="Văn bản đã đưa vào, chưa vào sổ")
def intake_list(request: org.UserRequest) -> QuerySet[Intake]:
    return Intake.objects.visible_to(request.user).defer("text", "pages")


@router.post(
    "/intakes",
    response={201: IntakeOut, 202: IntakeOut},
    auth=WRITES,
    summary="Đưa văn bản vào để đọc, chưa vào sổ",
)
def intake_taking(
    request: org.UserRequest, details: Form[IntakeIn], file: File[UploadedFile | None] = None
) -> Status[Intake]:
    """Đọc được ngay thì trả 201; cần đọc lâu thì trả 202, hỏi lại `state` cho đến `ready`."""
    operations.refuse_large((file.size or 0) if file else 0)
    intake = operations.take_in_document(
        content=file.read() if file else None,
        file_name=(file.name or "") if file else "",
        text=details.text,
        by=request.user,
        at=timezone.now(),
    )
    return Status(201 if intake.is_ready else 202, intake)


@router.get(
    "/intakes/{int:pk}",
    response={200: IntakeOut, 410: RemovedIntakeOut},
    summary="Một văn bản đang chờ",
)
def intake(request: org.UserRequest, pk: int) -> Status[Intake | RemovedIntake]:
    """Văn bản mang dấu mật bị xóa khi đọc ra thì trả 410, kèm dấu mật."""
    found = Intake.objects.visible_to(request.user).filter(pk=pk).first()
    if found:
        return Status(200, found)
    removed = removed_intake(pk, request.user)
    if removed is None:
        raise Http404
    return Status(410, removed)


@router.post(
    "/intakes/{int:pk}/registration",
    response={201: DocumentOut},
    auth=WRITES,
    summary="Vào sổ văn bản đã đọc xong",
)
def intake_registration(request: org.UserRequest, pk: int, details: EntryIn) -> Status[Document]:
    intake = get_object_or_404(Intake.objects.visible_to(request.user), pk=pk)
    given = details.dict(exclude_none=True)
    owner_unit = get_object_or_404(org.Unit, code=given.pop("owner_unit"))
    given.setdefault("received_at", intake.received_at)
    document = operations.register_intake(
        intake=intake,
        register=given.pop("book"),
        owner_unit=owner_unit,
        by=request.user,
        at=timezone.now(),
        **given,
    )
    return Status(201, document)


@router.post(
    "/intakes/{int:pk}/discard", response={204: None}, auth=WRITES, summary="Hủy, không vào sổ"
)
def intake_discard(request: org.UserRequest, pk: int) -> Status[None]:
    intake = get_object_or_404(Intake.objects.visible_to(request.user), pk=pk)
    operations.discard_intake(intake=intake, by=request.user, at=timezone.now())
    return Status(204, None)
