"""Committees and sessions that a user may see, and how they stand."""

from datetime import date

from django.db.models import Count, QuerySet

from baro.documents import api as documents
from baro.followup.models import Committee, CommitteeSession
from baro.org import api as org

_CONCLUSIONS = ("TB", "KL")
_OFFERED = 60
_KIND = org.Unit.Kind
_CHAIRS = (
    *(_KIND.PARTY_COMMITTEE, _KIND.COUNCIL, _KIND.PEOPLES_COMMITTEE, _KIND.FRONT),
    *(_KIND.DEPARTMENT, _KIND.PARTY_BODY),
)


def committees_of(user: org.User) -> QuerySet[Committee]:
    return (
        Committee.objects.visible_to(user)
        .select_related("chair_unit", "secretary_unit")
        .annotate(session_count=Count("sessions", distinct=True))
    )


def sessions_of(committee: Committee) -> QuerySet[CommitteeSession]:
    return (
        committee.sessions.select_related("conclusion", "held_by__person")
        .defer("conclusion__text", "conclusion__pages", "snapshot")
        .order_by("-number")
    )


def sessions_before(session: CommitteeSession) -> QuerySet[CommitteeSession]:
    """The sessions before this one that came to a conclusion, the last first."""
    return (
        session.committee.sessions.filter(number__lt=session.number, conclusion__isnull=False)
        .select_related("conclusion")
        .order_by("-number")
    )


def conclusions_for(committee: Committee, user: org.User) -> QuerySet[documents.Document]:
    """Conclusions in the chair's register that no session has yet, the latest first."""
    rows = documents.Document.objects.visible_to(user).own()
    return (
        rows.filter(
            owner_unit=committee.chair_unit,
            type__in=_CONCLUSIONS,
            committee_session__isnull=True,
            replaced_at__isnull=True,
        )
        .defer("text", "pages")
        .order_by("-issued_on", "-pk")[:_OFFERED]
    )


def next_number(committee: Committee) -> int:
    last = committee.sessions.order_by("-number").values_list("number", flat=True).first()
    return (last or 0) + 1


def chair_units(user: org.User, *, on: date) -> QuerySet[org.Unit]:
    """Units for which the user gives tasks, and so may found a committee."""
    reach = org.powers_of(user, on=on).reach(org.Permission.ISSUE_TASK)
    bodies = org.Unit.objects.within(reach).living().filter(kind__in=_CHAIRS)
    return bodies.order_by("path")
