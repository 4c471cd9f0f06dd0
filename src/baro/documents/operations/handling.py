"""The steps of an incoming document: submitted to a leader, assigned with their words, handled."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from baro.documents import policies
from baro.documents.models import Document, Handling
from baro.documents.operations.details import DetailMissing, DetailTooLong
from baro.documents.operations.sharing import share_document
from baro.documents.queries import leaders_of
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.org import api as org

WHO_SUBMITS = "Chỉ người giữ sổ của đơn vị mới trình văn bản đến."
WHO_ASSIGNS = "Chỉ lãnh đạo đơn vị hoặc chuyên viên tổng hợp mới phân công xử lý văn bản đến."
WHO_FINISHES = "Chỉ người giữ sổ, lãnh đạo hoặc đơn vị được phân công mới kết thúc xử lý."


class NotAnArrival(DomainError):
    pass


class HandlingFinished(DomainError):
    pass


class AlreadyAssigned(DomainError):
    pass


class NotALeader(DomainError):
    pass


class LeadElsewhere(DomainError):
    pass


class DueInThePast(DomainError):
    pass


@transaction.atomic
def submit_document(
    *, document: Document, to: org.Person, note: str = "", by: org.User, at: datetime
) -> Handling:
    """Put the document before a leader of the unit; it may be put before another one later."""
    today = timezone.localdate(at)
    handling = _locked(document)
    document = handling.document
    require(policies.can_register_document(by, document.owner_unit, on=today), WHO_SUBMITS)
    if handling.is_assigned:
        raise AlreadyAssigned("Văn bản này đã được phân công xử lý, không cần trình nữa.")
    _refuse_finished(handling, Handling.State.SUBMITTED)
    if to.pk not in {leader.person_id for leader in leaders_of(document.owner_unit, on=today)}:
        raise NotALeader(f"{to} không phải lãnh đạo của {document.owner_unit}.", field="to")

    handling.state, handling.submit_note = Handling.State.SUBMITTED, _short(note, "note", 500)
    handling.submitted_at, handling.submitted_by, handling.submitted_to = at, by, to
    handling.save()
    facts = {"leader": str(to), "note": handling.submit_note}
    audit.record("documents.document_submitted", document, by=by, at=at, facts=facts)
    return handling


@transaction.atomic
def assign_document(
    *,
    document: Document,
    lead_unit: org.Unit,
    instruction: str,
    lead_person: org.Person | None = None,
    cooperating: Iterable[org.Unit] = (),
    due_on: date | None = None,
    by: org.User,
    at: datetime,
) -> Handling:
    """Write down the leader's words: who does it, with whom, by when. All of them may read it."""
    today = timezone.localdate(at)
    handling = _locked(document)
    document = handling.document
    require(policies.can_assign_document(by, document, on=today), WHO_ASSIGNS)
    _refuse_finished(handling, Handling.State.ASSIGNED)
    partners = [unit for unit in dict.fromkeys(cooperating) if unit.pk != lead_unit.pk]
    _refuse_elsewhere(document, [lead_unit, *partners])
    _refuse_person_elsewhere(lead_unit, lead_person, today)
    if due_on and due_on < today:
        raise DueInThePast("Hạn xử lý phải từ hôm nay trở đi.", field="due_on")
    words = _short(instruction, "instruction", 1000)
    if not words:
        raise DetailMissing("Ông/bà ghi ý kiến chỉ đạo xử lý.", field="instruction")

    handling.state, handling.instruction = Handling.State.ASSIGNED, words
    handling.assigned_at, handling.assigned_by = at, by
    handling.lead_unit, handling.lead_person, handling.due_on = lead_unit, lead_person, due_on
    handling.save()
    handling.cooperating.set(partners)
    _hand_over(document, str(lead_person or lead_unit), today)
    share_document(document=document, units=[lead_unit, *partners], by=by, at=at)
    facts = {
        "instruction": words,
        "lead": f"{lead_person}, {lead_unit}" if lead_person else str(lead_unit),
        "lead_unit": lead_unit.code,
        "cooperating": [str(unit) for unit in partners] or "không",
        "due": due_on.isoformat() if due_on else "không đặt",
    }
    audit.record("documents.document_assigned", document, by=by, at=at, facts=facts)
    return handling


@transaction.atomic
def finish_handling(*, document: Document, note: str, by: org.User, at: datetime) -> Handling:
    """Say what became of the document: answered, carried out, or filed for information."""
    handling = _locked(document)
    document = handling.document
    require(policies.can_finish_handling(by, document, on=timezone.localdate(at)), WHO_FINISHES)
    _refuse_finished(handling, Handling.State.FINISHED)
    words = _short(note, "note", 500)
    if not words:
        raise DetailMissing("Ông/bà ghi kết quả xử lý, hoặc “lưu để biết”.", field="note")

    handling.state, handling.finish_note = Handling.State.FINISHED, words
    handling.finished_at, handling.finished_by = at, by
    handling.save()
    audit.record("documents.document_handled", document, by=by, at=at, facts={"note": words})
    return handling


def _locked(document: Document) -> Handling:
    if not document.is_incoming:
        raise NotAnArrival("Chỉ văn bản đến mới có các bước trình, phân công, xử lý.")
    Handling.objects.get_or_create(document=document)
    rows = Handling.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("document__owner_unit", "lead_unit").get(document=document)


def _refuse_finished(handling: Handling, wanted: str) -> None:
    if not handling.may_become(wanted):
        raise HandlingFinished("Văn bản này đã kết thúc xử lý.")


def _refuse_elsewhere(document: Document, units: list[org.Unit]) -> None:
    home = document.owner_unit
    outside = [unit for unit in units if not unit.path.startswith(home.path)]
    if outside:
        raise LeadElsewhere(
            f"{outside[0]} không thuộc {home}. Muốn cơ quan khác làm thì giao nhiệm vụ hoặc gửi "
            "văn bản cho cơ quan đó.",
            field="lead_unit",
        )


def _refuse_person_elsewhere(unit: org.Unit, person: org.Person | None, today: date) -> None:
    if person is None:
        return
    if not org.assignable_people(unit, on=today).filter(person=person).exists():
        raise LeadElsewhere(f"{person} không làm việc ở {unit}.", field="lead_person")


def _hand_over(document: Document, receiver: str, today: date) -> None:
    """The columns "receiver" and "handed on" of the book, unless the clerk filled them in."""
    if document.handed_to:
        return
    document.handed_to, document.handed_on = receiver[:200], today
    document.save(update_fields=["handed_to", "handed_on"])


def _short(text: str, field: str, limit: int) -> str:
    words = " ".join(text.split())
    if len(words) > limit:
        raise DetailTooLong(f"Ông/bà ghi gọn trong {limit} ký tự.", field=field)
    return words
