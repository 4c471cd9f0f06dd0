"""The desk of incoming documents: what waits for whom, and what is late."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F, Q, QuerySet

from baro.documents.models import Document, Handling
from baro.documents.queries.handling import submission_limit, waits_too_long
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


def desk_counts(user: org.User, *, on: date) -> dict[str, int]:
    return {queue: _queue(user, queue, on=on).count() for queue in QUEUES}


def kept_waiting(documents: Iterable[Document], *, on: date) -> set[int]:
    """The keys of those that were not submitted in time, or not handled by their day."""
    latest = submission_limit(on)
    return {each.pk for each in documents if waits_too_long(each, latest, on)}


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
