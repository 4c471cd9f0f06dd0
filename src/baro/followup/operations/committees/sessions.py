"""Sessions: planned, held with what was compiled for them, concluded by a document."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from baro.documents import api as documents
from baro.followup import policies
from baro.followup.models import Committee, CommitteeSession
from baro.followup.queries.compiling import compiled
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.org import api as org

WHO_KEEPS = (
    "Chỉ lãnh đạo hoặc chuyên viên tổng hợp của nơi chủ trì hoặc của cơ quan thư ký mới làm được "
    "việc này."
)


class SessionKnown(DomainError):
    pass


class SessionAlreadyHeld(DomainError):
    pass


class SessionTooEarly(DomainError):
    pass


class ConclusionOfOthers(DomainError):
    pass


class ConclusionTaken(DomainError):
    pass


@transaction.atomic
def plan_session(
    *, committee: Committee, number: int, planned_on: date, by: org.User, at: datetime
) -> CommitteeSession:
    """Put the next session into the calendar of the committee."""
    rows = Committee.objects.select_for_update(no_key=True, of=("self",))
    committee = rows.select_related("chair_unit", "secretary_unit").get(pk=committee.pk)
    require(policies.can_keep_committee(by, committee, on=timezone.localdate(at)), WHO_KEEPS)
    if committee.sessions.filter(number=number).exists():
        raise SessionKnown(f"Kỳ {number} đã có trong danh sách.", field="number")
    before = committee.sessions.filter(number__lt=number).order_by("-number").first()
    if before and before.planned_on > planned_on:
        raise SessionTooEarly(
            f"Ngày họp phải từ ngày họp kỳ {before.number} ({before.planned_on:%d/%m/%Y}) trở đi.",
            field="planned_on",
        )

    session = CommitteeSession.objects.create(
        committee=committee, number=number, planned_on=planned_on
    )
    facts = {"day": planned_on.isoformat()}
    audit.record("followup.session_planned", session, by=by, at=at, facts=facts)
    return session


@transaction.atomic
def hold_session(*, session: CommitteeSession, by: org.User, at: datetime) -> CommitteeSession:
    """Say that the session begins: what is compiled for it now is fixed."""
    session = _locked(session)
    require(
        policies.can_keep_committee(by, session.committee, on=timezone.localdate(at)), WHO_KEEPS
    )
    if session.is_held:
        raise SessionAlreadyHeld(
            f"Số liệu kỳ {session.number} đã chốt lúc "
            f"{timezone.localtime(session.held_at):%H:%M ngày %d/%m/%Y}."
        )

    session.snapshot = compiled(session, by, at=at).kept()
    session.status, session.held_at, session.held_by = CommitteeSession.Status.HELD, at, by
    session.save(update_fields=["snapshot", "status", "held_at", "held_by"])
    audit.record("followup.session_held", session, by=by, at=at)
    return session


@transaction.atomic
def conclude_session(
    *, session: CommitteeSession, document: documents.Document, by: org.User, at: datetime
) -> CommitteeSession:
    """Say which document of the chair's register is the conclusion of the session."""
    session = _locked(session)
    require(
        policies.can_keep_committee(by, session.committee, on=timezone.localdate(at)), WHO_KEEPS
    )
    own = documents.Document.objects.visible_to(by).own()
    if not own.filter(pk=document.pk, owner_unit=session.committee.chair_unit_id).exists():
        raise ConclusionOfOthers(
            f"Kết luận phải là văn bản do {session.committee.chair_unit} ban hành, có trong sổ.",
            field="conclusion",
        )
    other = CommitteeSession.objects.filter(conclusion=document).exclude(pk=session.pk).first()
    if other:
        raise ConclusionTaken(f"Văn bản này là kết luận của {other}.", field="conclusion")

    session.conclusion = document
    session.save(update_fields=["conclusion"])
    audit.record(
        "followup.session_concluded",
        session,
        by=by,
        at=at,
        facts={"paper": str(document)},
        cause={"document": document.pk, "document_label": str(document)},
    )
    return session


def _locked(session: CommitteeSession) -> CommitteeSession:
    rows = CommitteeSession.objects.select_for_update(no_key=True, of=("self",))
    with_units = rows.select_related("committee__chair_unit", "committee__secretary_unit")
    return with_units.get(pk=session.pk)
