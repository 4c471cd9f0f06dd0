"""A list that is asked again through a kept question shows what it would show without."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.factories.work import WorkItemFactory
from tests.tasks.conftest import Cast

from baro.org import api as org
from baro.tasks import lists
from baro.tasks.lists.paging import page_of
from baro.tasks.lists.wanted import Wanted
from baro.work import api as work

pytestmark = pytest.mark.django_db
ASKED = (
    "",
    "donvi=cua-toi",
    "giao=cua-toi",
    "nguoi=toi",
    "o=running_overdue",
    "o=running_in_time,undated&donvi=cua-toi",
    "o=done_on_time,done_late",
    "han=tuan-nay",
    "han_tu=2026-09-08&han_den=2026-09-12",
    "ngaygiao=thang-nay&cap=tren",
    "capnhat=cu",
    "trangthai=issued&sapxep=-giao",
)


@pytest.fixture
def ledger(cast: Cast, noon: datetime) -> None:
    for n in range(24):
        unit = (cast.ward_committee, cast.division, cast.department)[n % 3]
        WorkItemFactory.create(
            issuer_unit=cast.committee,
            lead_unit=unit,
            state="done" if n % 4 == 0 else "issued",
            due_at=None if n % 7 == 0 else noon + timedelta(days=n % 5 - 2),
            issued_at=noon - timedelta(days=n),
            last_update_at=noon - timedelta(days=n),
            assignee=cast.officer.person if n % 5 == 0 else None,
        )


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("asked", ASKED)
def test_asked_again_at_another_moment_it_shows_the_rows_of_that_moment(
    asked: str, cast: Cast, noon: datetime
) -> None:
    query = work.query_of(asked)
    seen = []
    for reader in (cast.issuer, cast.receiver, cast.officer, cast.stranger):
        for at in (noon, noon + timedelta(hours=1), noon + timedelta(days=3)):
            wanted = lists.listed(reader, query, at=at).values_list("pk", flat=True)
            page = page_of(query, reader, at, Wanted.by({}), None)
            assert set(page.keys) == set(wanted), (reader, at)
            seen.append(len(page.keys))
    assert any(seen)


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("name", ["donvi", "chutri"])
def test_what_units_lead_is_seen_by_whoever_oversees_them_and_by_nobody_else(
    name: str, cast: Cast, noon: datetime
) -> None:
    def shown(reader: org.User, *units: org.Unit) -> set[Any]:
        codes = ",".join(unit.code for unit in units)
        found = lists.listed(reader, {name: codes}, at=noon)
        seen = work.WorkItem.objects.visible_to(reader)
        assert set(found) <= set(seen)
        return {item.lead_unit_id for item in found}

    own, foreign = cast.ward_committee, cast.department
    under = {own.pk, cast.division.pk} if name == "donvi" else {own.pk}
    assert shown(cast.receiver, own) == under
    assert shown(cast.receiver, foreign) == set()
    assert shown(cast.receiver, own, foreign) == under
    assert shown(cast.stranger, own) == set()
