"""The desk of incoming documents: what waits for whom, and what is late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from baro.documents.models import Document, Handling
from baro.kernel.calendar.api import working_calendar
from baro.kernel.rules import api as rules
from baro.org import api as org

QUEUES = {
    "cho-trinh": "Chờ trình",
    "cho-phan-cong": "Chờ phân công",
    "dang-xu-ly": "Đang xử lý",
    "muon": "Vào sổ muộn",
    "da-xu-ly": "Đã xử lý",
}
_STATES = {
    "cho-trinh": Handling.State.WAITING,
    "cho-phan-cong": Handling.State.SUBMITTED,
    "dang-xu-ly": Handling.State.ASSIGNED,
    "da-xu-ly": Handling.State.FINISHED,
}
_LEADERS = (org.Role.LEADER, org.Role.UNIT_HEAD)


@dataclass(frozen=True)
class Step:
    """One step of an incoming document: done with moment and who, current, or still to come."""

    name: str
    state: str
    at: datetime | None = None
    lines: tuple[str, ...] = ()
    is_late: bool = False


def leaders_of(unit: org.Unit, *, on: date) -> list[org.Appointment]:
    """Those before whom a document of the unit may be put, in order of rank."""
    seats = org.people_of(unit, on=on).filter(post__role__in=_LEADERS)
    found = {seat.person_id: seat for seat in reversed(list(seats))}
    return list(reversed(found.values()))


def desk_documents(user: org.User, queue: str, *, on: date) -> QuerySet[Document]:
    """One queue, the longest waiting first; what is finished, the latest first."""
    found = _queue(user, queue, on=on).select_related(
        "owner_unit", "handling__submitted_to", "handling__lead_unit", "handling__lead_person"
    )
    orders = {
        "dang-xu-ly": (F("handling__due_on").asc(nulls_last=True), "registered_at", "pk"),
        "da-xu-ly": ("-handling__finished_at", "-pk"),
        "muon": ("-registered_at", "-pk"),
    }
    return found.defer("text", "pages").order_by(*orders.get(queue, ("registered_at", "pk")))


def arrivals_awaiting(user: org.User, units: Iterable[int]) -> QuerySet[Document]:
    """What waits for the user: put before them, or to be handled by them or by one of `units`.

    What a unit was told waits for those who act for it, unless a person was named.
    """
    people = org.acts_as(user, on=timezone.localdate())
    mine = Q(handling__lead_person__in=people) | Q(
        handling__lead_person__isnull=True, handling__lead_unit__in=list(units)
    )
    return (
        Document.objects.visible_to(user)
        .in_register(Document.Register.INCOMING)
        .filter(
            Q(handling__state=Handling.State.SUBMITTED, handling__submitted_to__in=people)
            | Q(mine, handling__state=Handling.State.ASSIGNED)
        )
        .select_related("handling__submitted_by__person", "handling__assigned_by__person")
        .defer("text", "pages")
        .order_by(F("handling__due_on").asc(nulls_last=True), "registered_at", "pk")
    )


def desk_counts(user: org.User, *, on: date) -> dict[str, int]:
    return {queue: _queue(user, queue, on=on).count() for queue in QUEUES}


def kept_waiting(documents: Iterable[Document], *, on: date) -> set[int]:
    """The keys of those that were not submitted in time, or not handled by their day."""
    latest = _submission_limit(on)
    return {each.pk for each in documents if _waits_too_long(each, latest, on)}


def _submission_limit(on: date) -> date:
    """Whatever was registered before this day should have been submitted by now."""
    days = int(rules.value_of("documents.submission_days", as_at=on))
    return working_calendar().add_working_days(on, -days)


def _waits_too_long(document: Document, latest: date, on: date) -> bool:
    handling = Handling.of(document)
    if handling.is_waiting:
        return timezone.localdate(document.registered_at) < latest
    return handling.is_overdue(on=on)


def units_inside(unit: org.Unit, *, on: date) -> list[org.Unit]:
    """The unit and what stands below it, but for places and the bodies inside communes."""
    found = org.Unit.objects.existing(on=on).within([unit.path])
    return list(
        found.exclude(branch=org.Unit.Branch.TERRITORY)
        .filter(commune=unit.commune_id)
        .order_by("path")
    )


def assignment_so_far(document: Document) -> dict[str, Any]:
    """What was assigned before, as the first content of the form."""
    handling = Handling.of(document)
    return {
        "instruction": handling.instruction,
        "lead_unit": handling.lead_unit_id,
        "lead_person": handling.lead_person_id,
        "cooperating": _partners(handling),
        "due_on": handling.due_on,
    }


def _partners(handling: Handling) -> list[int]:
    return list(handling.cooperating.values_list("pk", flat=True)) if handling.pk else []


def handling_steps(document: Document, *, on: date) -> list[Step]:
    """Received, registered, submitted, assigned, handled: each with its moment and who."""
    handling = Handling.of(document)
    at_hand = handling.State(handling.state)
    order = [*Handling.State]
    reached = order.index(at_hand)

    def state_of(place: int, *, was_done: bool) -> str:
        if was_done:
            return "done"
        return "current" if place == reached + 1 else "skipped" if place <= reached else "ahead"

    return [
        Step("Tiếp nhận", "done", document.received_at, _way(document)),
        Step(
            "Vào sổ",
            "done",
            document.registered_at,
            (f"Số đến {document.arrival_number}", str(document.registered_by)),
            is_late=document.is_registered_late,
        ),
        Step(
            "Trình lãnh đạo",
            state_of(1, was_done=handling.submitted_at is not None),
            handling.submitted_at,
            _lines(handling.submitted_to, handling.submit_note),
            is_late=handling.is_waiting and _waits_too_long(document, _submission_limit(on), on),
        ),
        Step(
            "Phân công",
            state_of(2, was_done=handling.assigned_at is not None),
            handling.assigned_at,
            _lines(
                handling.lead_person,
                handling.lead_unit,
                _quoted(handling.instruction),
                _due(handling),
            ),
        ),
        Step(
            "Xử lý",
            state_of(3, was_done=handling.is_finished),
            handling.finished_at,
            _lines(handling.finished_by, handling.finish_note),
            is_late=handling.is_overdue(on=on),
        ),
    ]


def _queue(user: org.User, queue: str, *, on: date) -> QuerySet[Document]:
    powers = org.powers_of(user, on=on)
    keeps = _within(powers, org.Permission.REGISTER_DOCUMENT)
    gives = _within(powers, org.Permission.ASSIGN_TASK)
    arrivals = Document.objects.visible_to(user).in_register(Document.Register.INCOMING)
    if queue == "muon":
        return arrivals.filter(keeps | gives, registered_at__gt=F("registration_due_at"))
    people = org.acts_as(user, on=on)
    mine = Q(handling__lead_person__in=people) | Q(
        handling__lead_unit__path__in=powers.bodies_above()
    )
    theirs = {
        "cho-trinh": keeps,
        "cho-phan-cong": keeps | gives | Q(handling__submitted_to__in=people),
        "dang-xu-ly": keeps | gives | mine,
        "da-xu-ly": keeps | gives | mine,
    }
    return arrivals.filter(theirs[queue], handling__state=_STATES[queue])


def _within(powers: org.Powers, permission: org.Permission) -> Q:
    units = org.Unit.objects.within(powers.reach(permission))
    return Q(owner_unit__in=units.values("pk"))


def _way(document: Document) -> tuple[str, ...]:
    return ("Qua mạng",) if document.is_electronic else ()


def _lines(*parts: object) -> tuple[str, ...]:
    return tuple(str(part) for part in parts if part)


def _quoted(words: str) -> str:
    return f"“{words}”" if words else ""


def _due(handling: Handling) -> str:
    return f"Hạn {handling.due_on:%d/%m/%Y}" if handling.due_on else ""
