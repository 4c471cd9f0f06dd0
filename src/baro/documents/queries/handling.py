"""The steps of an incoming document through the office, and who may take them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from baro.documents.models import Document, Handling
from baro.kernel.calendar.api import working_calendar
from baro.kernel.rules import api as rules
from baro.org import api as org

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


def submission_limit(on: date) -> date:
    """Whatever was registered before this day should have been submitted by now."""
    days = int(rules.value_of("documents.submission_days", as_at=on))
    return working_calendar().add_working_days(on, -days)


def waits_too_long(document: Document, latest: date, on: date) -> bool:
    """Not submitted since `latest`, or not handled by its day."""
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
            is_late=handling.is_waiting and waits_too_long(document, submission_limit(on), on),
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


def _way(document: Document) -> tuple[str, ...]:
    return ("Qua mạng",) if document.is_electronic else ()


def _lines(*parts: object) -> tuple[str, ...]:
    return tuple(str(part) for part in parts if part)


def _quoted(words: str) -> str:
    return f"“{words}”" if words else ""


def _due(handling: Handling) -> str:
    return f"Hạn {handling.due_on:%d/%m/%Y}" if handling.due_on else ""
