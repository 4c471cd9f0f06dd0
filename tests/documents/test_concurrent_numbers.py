"""Many clerks at once, on a real PostgreSQL: numbers without a gap and without a twin."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from threading import Barrier
from typing import TypeVar

import pytest
from django.db import connection
from tests.factories.documents import notice_text

from baro.documents import operations
from baro.documents.models import Document, NumberRecord
from baro.org import api as org

pytestmark = pytest.mark.django_db(transaction=True)
CLERKS = 8
Result = TypeVar("Result")


def _at_once(works: list[Callable[[], Result]]) -> list[Result | Exception]:
    """Run the works on several connections, all released at the same moment."""
    start = Barrier(CLERKS)

    def run(part: list[Callable[[], Result]]) -> list[Result | Exception]:
        start.wait()
        try:
            return [_outcome(work) for work in part]
        finally:
            connection.close()

    parts = [works[number::CLERKS] for number in range(CLERKS)]
    with ThreadPoolExecutor(CLERKS) as pool:
        return [outcome for part in pool.map(run, parts) for outcome in part]


def _outcome(work: Callable[[], Result]) -> Result | Exception:
    try:
        return work()
    except operations.AlreadyRegistered as refusal:
        return refusal


def test_forty_numbers_asked_for_at_once_are_one_to_forty(
    committee: org.Unit, clerk: org.User, noon: datetime
) -> None:
    def take() -> int | None:
        return operations.issue_number(
            owner_unit=committee, type="QĐ", issued_on=date(2026, 9, 9), by=clerk, at=noon
        ).number

    numbers = _at_once([take] * 40)

    assert sorted(map(int, map(str, numbers))) == list(range(1, 41))
    records = NumberRecord.objects.order_by("number").values_list("number", "state")
    assert list(records) == [(number, "reserved") for number in range(1, 41)]


def test_arrivals_registered_at_once_are_numbered_without_a_gap(
    department: org.Unit, clerk: org.User, noon: datetime
) -> None:
    def arrival(number: int) -> Callable[[], Document]:
        return lambda: operations.register_document(
            register="incoming",
            owner_unit=department,
            text=notice_text(number=f"{number}/TB-UBND"),
            by=clerk,
            at=noon,
        )

    _at_once([arrival(number) for number in range(1, 17)])

    arrivals = Document.objects.order_by("arrival_number").values_list("arrival_number", flat=True)
    assert list(arrivals) == list(range(1, 17))


def test_one_paper_handed_in_twice_at_once_is_registered_once(
    department: org.Unit, clerk: org.User, noon: datetime
) -> None:
    def register() -> Document:
        return operations.register_document(
            register="incoming", owner_unit=department, text=notice_text(), by=clerk, at=noon
        )

    outcomes = _at_once([register] * CLERKS)

    assert Document.objects.count() == 1
    assert sum(isinstance(outcome, operations.SameContent) for outcome in outcomes) == CLERKS - 1


def test_a_reserved_number_is_used_by_one_paper_only(
    committee: org.Unit, clerk: org.User, noon: datetime
) -> None:
    held = operations.reserve_number(
        owner_unit=committee, type="QĐ", purpose="Đang trình ký", by=clerk, at=noon
    )

    def use(number: int) -> Callable[[], Document]:
        return lambda: operations.register_document(
            register="outgoing",
            owner_unit=committee,
            text=f"Quyết định thứ {number}.",
            type="QĐ",
            subject=f"Quyết định thứ {number}",
            symbol=held.symbol,
            issued_on=noon.date(),
            by=clerk,
            at=noon,
        )

    outcomes = _at_once([use(number) for number in range(CLERKS)])

    (document,) = [outcome for outcome in outcomes if isinstance(outcome, Document)]
    held.refresh_from_db()
    assert (held.document, held.state) == (document, "used")
