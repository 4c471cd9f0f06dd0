"""The smallest valid rows of the ledger."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import factory
from factory.django import DjangoModelFactory
from tests.factories.org import UnitFactory, UserFactory

from baro.work import api as work

CITY = ZoneInfo("Asia/Ho_Chi_Minh")
ISSUED_AT = datetime(2026, 9, 1, 8, tzinfo=CITY)
DUE_AT = datetime(2026, 9, 18, 23, 59, 59, 999999, tzinfo=CITY)


class WorkItemFactory(DjangoModelFactory[work.WorkItem]):
    """A task issued on 1/9/2026, due on 18/9/2026, with its lead and issuer as parties.

    `state` may be given; what belongs to the state (delivered, closed, paused) follows.
    """

    class Meta:
        model = work.WorkItem
        skip_postgeneration_save = True

    number = factory.Sequence(lambda n: f"NV-2020-{n:06d}")
    kind = work.WorkItem.Kind.TASK
    title = "Rà soát cơ sở dữ liệu hộ tịch"
    state = work.State.ISSUED
    issuer_unit = factory.SubFactory(UnitFactory)
    issued_by = factory.SubFactory(UserFactory)
    issued_at = ISSUED_AT
    lead_unit = factory.SubFactory(UnitFactory)
    start_at = factory.SelfAttribute("issued_at")
    original_due_at = factory.SelfAttribute("due_at")
    due_at = DUE_AT
    last_update_at = factory.SelfAttribute("issued_at")
    is_paused = factory.LazyAttribute(lambda item: item.state == work.State.UNCLEAR)
    delivered_at = factory.LazyAttribute(
        lambda item: (
            item.issued_at + timedelta(days=3)
            if item.state in {work.State.DELIVERED, work.State.DONE}
            else None
        )
    )
    closed_at = factory.LazyAttribute(
        lambda item: (
            item.issued_at + timedelta(days=4)
            if item.state in {work.State.DONE, work.State.WITHDRAWN, work.State.REPLACED}
            else None
        )
    )

    @factory.post_generation  # type: ignore[untyped-decorator]
    def parties(item: Any, create: bool, extracted: object, **kwargs: object) -> None:  # noqa: N805
        for unit, part in ((item.lead_unit, "lead"), (item.issuer_unit, "issuer")):
            work.WorkParty.objects.create(item=item, unit=unit, part=part)
        if item.is_paused:
            work.WorkPause.objects.create(
                item=item, from_at=item.issued_at, reason="Chưa rõ", paused_by=item.issued_by
            )
