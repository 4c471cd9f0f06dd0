from datetime import datetime, timedelta

from tests.factories.org import UnitFactory
from tests.factories.work import WorkItemFactory

from baro.work import api as work


def test_a_party_knows_when_its_item_was_closed(db: None, noon: datetime) -> None:
    item = WorkItemFactory.create()
    party = work.WorkParty.objects.create(
        unit=UnitFactory.create(), item=item, part=work.WorkParty.Part.WATCHER
    )
    assert party.item_closed_at is None

    item.state, item.closed_at = work.State.WITHDRAWN, noon
    item.save()

    party.refresh_from_db()
    assert party.item_closed_at == noon


def test_a_party_that_comes_late_knows_it_too(db: None, noon: datetime) -> None:
    item = WorkItemFactory.create(state=work.State.WITHDRAWN, closed_at=noon)

    party = work.WorkParty.objects.create(
        unit=UnitFactory.create(), item=item, part=work.WorkParty.Part.WATCHER
    )

    party.refresh_from_db()
    assert party.item_closed_at == noon


def test_a_party_cannot_be_told_otherwise(db: None, noon: datetime) -> None:
    item = WorkItemFactory.create()

    party = work.WorkParty.objects.create(
        unit=UnitFactory.create(),
        item=item,
        part=work.WorkParty.Part.WATCHER,
        item_closed_at=noon - timedelta(days=1),
    )

    party.refresh_from_db()
    assert party.item_closed_at is None
