"""A committee: who chairs, who is in it, who keeps it going."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from baro.documents import api as documents
from baro.followup import policies
from baro.followup.models import Committee
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.text import nfc
from baro.org import api as org

WHO_FOUNDS = "Chỉ lãnh đạo hoặc chuyên viên tổng hợp của nơi chủ trì mới lập được ban chỉ đạo."


class CommitteeKnown(DomainError):
    pass


@dataclass(frozen=True)
class CommitteeContent:
    """What is written about a committee."""

    kind: str
    name: str
    chair_unit: org.Unit
    secretary_unit: org.Unit
    members: Sequence[org.Unit] = ()
    legal_basis: str = ""


@transaction.atomic
def found_committee(*, content: CommitteeContent, by: org.User, at: datetime) -> Committee:
    """Enter a committee whose conclusions stand in the register of the unit that chairs."""
    on = timezone.localdate(at)
    require(policies.can_found_committee(by, content.chair_unit, on=on), WHO_FOUNDS)
    documents.refuse_unit_without_register(content.chair_unit)
    _refuse_known(content)

    committee = Committee.objects.create(
        kind=content.kind,
        name=_line(content.name),
        chair_unit=content.chair_unit,
        secretary_unit=content.secretary_unit,
        legal_basis=_line(content.legal_basis),
        founded_at=at,
        founded_by=by,
    )
    committee.members.set(content.members)
    audit.record("followup.committee_founded", committee, by=by, at=at, facts=_facts(content))
    return committee


@transaction.atomic
def revise_committee(
    *, committee: Committee, content: CommitteeContent, by: org.User, at: datetime
) -> Committee:
    """Change name, secretary, members or basis; the chair stays, as its register does."""
    rows = Committee.objects.select_for_update(no_key=True, of=("self",))
    committee = rows.select_related("chair_unit").get(pk=committee.pk)
    on = timezone.localdate(at)
    require(policies.can_found_committee(by, committee.chair_unit, on=on), WHO_FOUNDS)
    _refuse_known(content, but=committee)

    committee.kind, committee.name = content.kind, _line(content.name)
    committee.secretary_unit = content.secretary_unit
    committee.legal_basis = _line(content.legal_basis)
    committee.save()
    committee.members.set(content.members)
    audit.record("followup.committee_revised", committee, by=by, at=at, facts=_facts(content))
    return committee


def _refuse_known(content: CommitteeContent, *, but: Committee | None = None) -> None:
    same = Committee.objects.filter(chair_unit=content.chair_unit, name=_line(content.name))
    others = same.exclude(pk=but.pk) if but else same
    if others.exists():
        raise CommitteeKnown(
            f"{content.chair_unit} đã có “{_line(content.name)}” trong danh sách.", field="name"
        )


def _facts(content: CommitteeContent) -> dict[str, object]:
    return {"secretary": content.secretary_unit.name, "count": len(content.members)}


def _line(text: str) -> str:
    return " ".join(nfc(text).split())
