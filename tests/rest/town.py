"""A small town in which nothing but a refusal is looked at, and a task that passes its gate."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.utils import timezone
from tests.factories.org import PostFactory, UnitFactory, UserFactory
from tests.rest.callers import caller


def small_town() -> SimpleNamespace:
    hanoi = UnitFactory.create(code="HN", kind="city", branch="territory")
    committee = UnitFactory.create(
        code="UBND-TP", parent=hanoi, committee=True, name="UBND thành phố"
    )
    ward = UnitFactory.create(code="00001", is_commune=True, parent=hanoi)
    ward_committee = UnitFactory.create(
        code="00001.UBND", parent=ward, committee=True, name="UBND phường Thử"
    )
    elsewhere = UnitFactory.create(code="00002", is_commune=True, parent=hanoi)
    other = UnitFactory.create(code="00002.UBND", parent=elsewhere, committee=True)
    PostFactory.create(unit=ward_committee, is_head=True)
    people = {
        "specialist": UserFactory.create(role="office_specialist", unit=committee),
        "chair": UserFactory.create(role="leader", unit=ward_committee),
        "other_chair": UserFactory.create(role="leader", unit=other),
    }
    callers = {name: caller(user) for name, user in people.items()}
    return SimpleNamespace(**callers, committee=committee)


def new_task(**changes: Any) -> dict[str, Any]:
    """A task for the ward that passes the gate."""
    due = (timezone.localdate() + timedelta(days=10)).isoformat()
    common = {"title": "Rà soát", "expected_product": "Báo cáo", "due_on": due}
    return {**common, "issuer_unit": "UBND-TP", "lead": ["00001.UBND"], **changes}
