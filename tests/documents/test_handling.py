"""The way of an incoming document: registered, submitted, assigned, handled."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from tests.factories.documents import notice_text
from tests.factories.org import UnitFactory, UserFactory

from baro.documents import operations
from baro.documents.models import Document, DocumentRecipient, Handling
from baro.documents.queries import desk_documents, handling_steps
from baro.kernel.audit.models import AuditEvent
from baro.org import api as org

pytestmark = pytest.mark.django_db


@pytest.fixture
def chair(ward: org.Unit) -> org.User:
    return UserFactory.create(role=org.Role.LEADER, unit=ward, is_head=True)


@pytest.fixture
def division(ward: org.Unit) -> org.Unit:
    return UnitFactory.create(
        code="00070.UBND.KT", name="Phòng Kinh tế", parent=ward, kind="division"
    )


@pytest.fixture
def expert(division: org.Unit) -> org.User:
    return UserFactory.create(role=org.Role.CIVIL_SERVANT, unit=division)


@pytest.fixture
def arrival(ward: org.Unit, ward_clerk: org.User, noon: datetime) -> Document:
    return operations.register_document(
        register="incoming", owner_unit=ward, text=notice_text(), by=ward_clerk, at=noon
    )


def _assign(
    document: Document, unit: org.Unit, by: org.User, at: datetime, **more: object
) -> Handling:
    return operations.assign_document(
        document=document,
        lead_unit=unit,
        instruction="Tham mưu, báo cáo tôi.",
        by=by,
        at=at,
        **more,  # type: ignore[arg-type]
    )


def test_each_step_has_its_moment_and_who(
    arrival: Document,
    ward_clerk: org.User,
    chair: org.User,
    expert: org.User,
    division: org.Unit,
    noon: datetime,
) -> None:
    today = noon.date()
    later = [noon + timedelta(hours=hours) for hours in (1, 2, 3)]
    assert list(desk_documents(ward_clerk, "cho-trinh", on=today)) == [arrival]

    operations.submit_document(document=arrival, to=chair.person, by=ward_clerk, at=later[0])
    assert list(desk_documents(chair, "cho-phan-cong", on=today)) == [arrival]
    _assign(arrival, division, chair, later[1], lead_person=expert.person, due_on=date(2026, 9, 18))
    assert list(desk_documents(expert, "dang-xu-ly", on=today)) == [arrival]
    operations.finish_handling(document=arrival, note="Đã trả lời", by=expert, at=later[2])

    arrival = Document.objects.get(pk=arrival.pk)
    steps = handling_steps(arrival, on=today)
    assert [step.at for step in steps] == [noon, noon, *later]
    assert {step.state for step in steps} == {"done"}
    assert steps[3].lines[:2] == (str(expert.person), str(division))
    assert (arrival.handed_to, arrival.handed_on) == (str(expert.person), today)
    assert DocumentRecipient.objects.get().unit == division
    names = AuditEvent.objects.about(arrival).filter(name__contains="document_").order_by("pk")
    assert [name.rpartition("_")[2] for name in names.values_list("name", flat=True)] == [
        "registered",
        "read",
        "submitted",
        "shared",
        "assigned",
        "handled",
    ]


def test_a_document_for_information_skips_the_steps_between(
    arrival: Document, ward_clerk: org.User, noon: datetime
) -> None:
    operations.finish_handling(document=arrival, note="Lưu để biết", by=ward_clerk, at=noon)

    arrival = Document.objects.get(pk=arrival.pk)
    states = [step.state for step in handling_steps(arrival, on=noon.date())]
    assert states == ["done", "done", "skipped", "skipped", "done"]


@pytest.mark.parametrize("state", Handling.State.values)
def test_only_the_allowed_moves_are_taken(
    arrival: Document,
    ward_clerk: org.User,
    chair: org.User,
    division: org.Unit,
    noon: datetime,
    state: str,
) -> None:
    if state in {"submitted", "finished"}:
        operations.submit_document(document=arrival, to=chair.person, by=ward_clerk, at=noon)
    if state == "assigned":
        _assign(arrival, division, chair, noon)
    if state == "finished":
        operations.finish_handling(document=arrival, note="Xong", by=chair, at=noon)
    moves: dict[str, Callable[[], Handling]] = {
        "submitted": lambda: operations.submit_document(
            document=arrival, to=chair.person, by=ward_clerk, at=noon
        ),
        "assigned": lambda: _assign(arrival, division, chair, noon),
        "finished": lambda: operations.finish_handling(
            document=arrival, note="Xong", by=chair, at=noon
        ),
    }

    for wanted, move in moves.items():
        with transaction.atomic():
            if wanted in Handling.MOVES[state]:
                assert move().state == wanted
            else:
                with pytest.raises((operations.HandlingFinished, operations.AlreadyAssigned)):
                    move()
            transaction.set_rollback(True)


def test_what_makes_no_sense_is_refused(
    arrival: Document,
    ward: org.Unit,
    ward_clerk: org.User,
    chair: org.User,
    expert: org.User,
    division: org.Unit,
    department: org.Unit,
    noon: datetime,
) -> None:
    with pytest.raises(operations.NotALeader):
        operations.submit_document(document=arrival, to=expert.person, by=ward_clerk, at=noon)
    with pytest.raises(operations.LeadElsewhere, match="giao nhiệm vụ"):
        _assign(arrival, department, chair, noon)
    with pytest.raises(operations.LeadElsewhere, match="không làm việc"):
        _assign(arrival, division, chair, noon, lead_person=ward_clerk.person)
    with pytest.raises(operations.DueInThePast):
        _assign(arrival, division, chair, noon, due_on=date(2026, 9, 8))
    with pytest.raises(operations.DetailMissing):
        operations.finish_handling(document=arrival, note=" ", by=chair, at=noon)
    own = operations.register_document(
        register="outgoing",
        owner_unit=ward,
        text="Thông báo lịch.",
        type="TB",
        subject="Lịch",
        by=ward_clerk,
        at=noon,
    )
    with pytest.raises(operations.NotAnArrival):
        operations.submit_document(document=own, to=chair.person, by=ward_clerk, at=noon)


def test_each_step_belongs_to_its_people(
    arrival: Document,
    ward_clerk: org.User,
    chair: org.User,
    expert: org.User,
    clerk: org.User,
    division: org.Unit,
    noon: datetime,
) -> None:
    for stranger in (expert, clerk):
        with pytest.raises(PermissionDenied, match="giữ sổ"):
            operations.submit_document(document=arrival, to=chair.person, by=stranger, at=noon)
        with pytest.raises(PermissionDenied, match="giữ sổ"):
            operations.finish_handling(document=arrival, note="Xong", by=stranger, at=noon)
    for stranger in (expert, clerk, ward_clerk):
        with pytest.raises(PermissionDenied, match="lãnh đạo"):
            _assign(arrival, division, stranger, noon)


def test_a_late_arrival_is_told(ward: org.Unit, ward_clerk: org.User, noon: datetime) -> None:
    late = operations.register_document(
        register="incoming",
        owner_unit=ward,
        text=notice_text(),
        received_at=noon - timedelta(days=3),
        by=ward_clerk,
        at=noon,
    )

    assert late.is_registered_late
    assert list(desk_documents(ward_clerk, "muon", on=noon.date())) == [late]
    with pytest.raises(operations.ReceivedAfterRegistration):
        operations.register_document(
            register="incoming",
            owner_unit=ward,
            text=notice_text(number="9/TB-UBND"),
            received_at=noon + timedelta(hours=1),
            by=ward_clerk,
            at=noon,
        )


def test_a_full_desk_asks_no_more_of_the_database(
    client: Client, ward: org.Unit, ward_clerk: org.User, noon: datetime
) -> None:
    client.force_login(ward_clerk)
    asked = []
    for numbers in (range(1, 3), range(3, 9)):
        for number in numbers:
            operations.register_document(
                register="incoming",
                owner_unit=ward,
                text=notice_text(number=f"{number}/TB-UBND"),
                by=ward_clerk,
                at=noon,
            )
        client.get(reverse("documents:incoming-desk"))
        with CaptureQueriesContext(connection) as queries:
            page = client.get(reverse("documents:incoming-desk")).content.decode()
        asked.append(len(queries))

    assert page.count("Trình muộn") == 8
    assert asked[0] == asked[1]


def test_the_columns_of_the_book_are_filled_in_with_a_trace(
    arrival: Document, ward_clerk: org.User, chair: org.User, clerk: org.User, noon: datetime
) -> None:
    columns = operations.RegisterColumns(handed_to="Phòng Kinh tế", register_note="Bản giấy")

    noted = operations.note_in_register(document=arrival, columns=columns, by=ward_clerk, at=noon)

    assert (noted.handed_to, noted.register_note) == ("Phòng Kinh tế", "Bản giấy")
    event = AuditEvent.objects.about(arrival).get(name="documents.register_noted")
    assert event.facts["before"] == {"handed_to": "", "register_note": ""}
    with pytest.raises(operations.NothingNoted):
        operations.note_in_register(document=arrival, columns=columns, by=ward_clerk, at=noon)
    with pytest.raises(operations.DetailTooLong):
        operations.note_in_register(
            document=arrival, columns={"register_note": "x" * 301}, by=ward_clerk, at=noon
        )
    with pytest.raises(PermissionDenied, match="văn thư"):
        operations.note_in_register(
            document=arrival, columns={"register_note": "x"}, by=clerk, at=noon
        )


def test_the_database_knows_no_step_without_its_people(arrival: Document) -> None:
    for state in ("submitted", "assigned", "finished"):
        with pytest.raises(IntegrityError), transaction.atomic():
            Handling.objects.update(state=state)


def test_the_pages_lead_through_the_steps(
    client: Client,
    arrival: Document,
    ward_clerk: org.User,
    chair: org.User,
    expert: org.User,
    division: org.Unit,
) -> None:
    client.force_login(ward_clerk)
    desk, page = (
        reverse("documents:incoming-desk"),
        reverse("documents:document", args=[arrival.pk]),
    )
    submission = reverse("documents:document-submission", args=[arrival.pk])
    assignment = reverse("documents:document-assignment", args=[arrival.pk])
    assert submission in client.get(desk).content.decode()
    assert submission in client.get(page).content.decode()
    assert client.get(assignment).status_code == 403
    assert client.post(submission, {"to": ""}).status_code == 422
    submitted = client.post(submission, {"to": chair.person_id}, follow=True)
    assert "Đã trình văn bản." in submitted.content.decode()

    client.force_login(chair)
    assert assignment in client.get(desk).content.decode()
    day = timezone.localdate() + timedelta(days=5)
    words = {
        "instruction": "Giao Phòng Kinh tế tham mưu.",
        "lead_unit": division.pk,
        "due_on": f"{day:%d/%m/%Y}",
    }
    assert client.get(assignment).status_code == 200
    assigned = client.post(assignment, words, follow=True)
    assert "Giao Phòng Kinh tế tham mưu." in assigned.content.decode()

    client.force_login(ward_clerk)
    columns = reverse("documents:document-register-columns", args=[arrival.pk])
    noted = client.post(columns, {"register_note": "Kèm phụ lục", "handed_to": "Phòng Kinh tế"})
    assert noted.status_code == 302
    finishing = reverse("documents:document-finishing", args=[arrival.pk])
    done = client.post(finishing, {"note": "Đã trả lời"}, follow=True)
    assert "Đã kết thúc xử lý văn bản." in done.content.decode()
    assert client.post(finishing, {"note": "Lần nữa"}).status_code == 422
