"""Two people in the same second, on two real connections."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier, Event
from time import sleep
from typing import Any

import pytest
from django.db import connection, transaction
from tests.factories.org import UserFactory
from tests.factories.work import WorkItemFactory
from tests.work.conftest import Cast

from baro.kernel.errors import DomainError
from baro.org import api as org
from baro.work import api as work

pytestmark = pytest.mark.django_db(transaction=True)


def _together(*acts: Callable[[], Any]) -> list[Any]:
    """What each of the acts gave, or how it was refused."""
    gate = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        try:
            gate.wait(timeout=10)
            with transaction.atomic():
                return act()
        except DomainError as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def _colleague(cast: Cast) -> org.User:
    return UserFactory.create(role="leader", unit=cast.committee)


def test_a_product_is_accepted_by_one_of_two(cast: Cast, noon: datetime) -> None:
    item = WorkItemFactory.create(
        issuer_unit=cast.committee, lead_unit=cast.ward_committee, state="delivered"
    )
    other = _colleague(cast)

    results = _together(
        lambda: work.accept_item(item=item, by=cast.issuer, at=noon),
        lambda: work.accept_item(item=item, by=other, at=noon),
    )

    [refused] = [result for result in results if isinstance(result, DomainError)]
    assert refused.message.endswith("đã được nghiệm thu trước đó.")


def test_it_is_not_both_accepted_and_returned(cast: Cast, noon: datetime) -> None:
    item = WorkItemFactory.create(
        issuer_unit=cast.committee, lead_unit=cast.ward_committee, state="delivered"
    )
    other = _colleague(cast)

    results = _together(
        lambda: work.accept_item(item=item, by=cast.issuer, at=noon),
        lambda: work.return_item(item=item, reason="Thiếu", by=other, at=noon),
    )

    assert sum(isinstance(result, DomainError) for result in results) == 1


def test_numbers_have_no_twins_and_no_gaps(cast: Cast, noon: datetime) -> None:
    spec = work.NewItem(
        kind="task", title="Rà soát", issuer_unit=cast.committee, lead_unit=cast.ward_committee
    )

    def give() -> list[work.WorkItem]:
        user = org.User.objects.get(pk=cast.issuer.pk)
        return work.open_items(specs=[spec] * 3, by=user, at=noon)

    def fail() -> None:
        work.take_numbers(prefix="NV", year=2026, count=5)
        raise DomainError("Hỏng giữa chừng.")

    _together(give, fail, give, give)

    numbers = sorted(work.WorkItem.objects.values_list("number", flat=True))
    assert numbers == [f"NV-2026-{n:06d}" for n in range(1, 10)]


def test_the_last_two_children_close_their_parent(cast: Cast, noon: datetime) -> None:
    parent = WorkItemFactory.create(
        issuer_unit=cast.committee, is_collective=True, state="received"
    )
    first, second = (
        WorkItemFactory.create(
            issuer_unit=cast.committee,
            lead_unit=cast.ward_committee,
            parent=parent,
            state="delivered",
        )
        for _ in range(2)
    )
    other = _colleague(cast)
    has_accepted = Event()

    def accept_slowly() -> None:
        work.accept_item(item=first, by=cast.issuer, at=noon)
        has_accepted.set()
        sleep(0.5)  # not yet committed: who does not wait sees this child still open

    def accept_meanwhile() -> None:
        has_accepted.wait(timeout=10)
        work.accept_item(item=second, by=other, at=noon)

    _together(accept_slowly, accept_meanwhile)

    parent.refresh_from_db()
    assert parent.is_done
