from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from tests.factories.work import DUE_AT, WorkItemFactory
from tests.work.conftest import Cast

from baro.kernel.errors import DomainError
from baro.work import api as work

LATER = DUE_AT + timedelta(days=7)


def _ask(
    cast: Cast, item: work.WorkItem, at: datetime, until: datetime = LATER
) -> work.WorkExtension:
    return work.ask_extension(
        item=item, proposed_due_at=until, grounds="Mưa bão", by=cast.receiver, at=at
    )


def test_a_granted_date_holds_and_the_original_stays(
    cast: Cast, item: work.WorkItem, noon: datetime
) -> None:
    _ask(cast, item, noon)

    work.decide_extension(item=item, is_granted=True, by=cast.issuer, at=noon)

    item.refresh_from_db()
    assert (item.original_due_at, item.due_at) == (DUE_AT, LATER)
    assert [step.due_at for step in work.due_chain(item, work.extensions_of(item=item.pk))] == [
        DUE_AT,
        LATER,
    ]


def test_the_issuer_may_grant_another_date(cast: Cast, item: work.WorkItem, noon: datetime) -> None:
    _ask(cast, item, noon)
    sooner = DUE_AT + timedelta(days=3)

    work.decide_extension(item=item, is_granted=True, new_due_at=sooner, by=cast.issuer, at=noon)

    item.refresh_from_db()
    assert item.due_at == sooner


def test_a_refusal_changes_no_date_and_says_why(
    cast: Cast, item: work.WorkItem, noon: datetime
) -> None:
    _ask(cast, item, noon)
    with pytest.raises(DomainError, match="Hãy nêu lý do không đồng ý"):
        work.decide_extension(item=item, is_granted=False, by=cast.issuer, at=noon)

    work.decide_extension(item=item, is_granted=False, note="Gấp", by=cast.issuer, at=noon)

    item.refresh_from_db()
    assert item.due_at == DUE_AT
    assert not item.is_extension_asked
    assert [step.words for step in work.due_chain(item, work.extensions_of(item=item.pk))][
        1
    ].startswith("Không đồng ý")


def test_it_is_asked_before_the_deadline_and_not_after(cast: Cast, item: work.WorkItem) -> None:
    with pytest.raises(DomainError, match="phải xin gia hạn trước khi hết hạn"):
        _ask(cast, item, DUE_AT + timedelta(microseconds=1))

    assert _ask(cast, item, DUE_AT).old_due_at == DUE_AT


def test_a_decision_may_come_after_it(cast: Cast, item: work.WorkItem) -> None:
    _ask(cast, item, DUE_AT)

    work.decide_extension(item=item, is_granted=True, by=cast.issuer, at=LATER)

    item.refresh_from_db()
    assert item.due_at == LATER


def test_one_request_waits_at_a_time(cast: Cast, item: work.WorkItem, noon: datetime) -> None:
    _ask(cast, item, noon)

    with pytest.raises(DomainError, match="đang chờ quyết định"):
        _ask(cast, item, noon)


def test_the_new_date_is_later(cast: Cast, item: work.WorkItem, noon: datetime) -> None:
    with pytest.raises(DomainError, match=r"Hạn mới phải sau hạn hiện tại \(18/09/2026\)"):
        _ask(cast, item, noon, until=DUE_AT)

    _ask(cast, item, noon)
    with pytest.raises(DomainError, match="Hạn mới phải sau"):
        work.decide_extension(
            item=item, is_granted=True, new_due_at=DUE_AT, by=cast.issuer, at=noon
        )


def test_grounds_are_given(cast: Cast, item: work.WorkItem, noon: datetime) -> None:
    with pytest.raises(DomainError, match="Hãy nêu lý do xin gia hạn"):
        work.ask_extension(item=item, proposed_due_at=LATER, grounds=" ", by=cast.receiver, at=noon)


def test_what_has_no_deadline_needs_none(cast: Cast, noon: datetime) -> None:
    item = WorkItemFactory.create(
        issuer_unit=cast.committee, lead_unit=cast.ward_committee, due_at=None
    )

    with pytest.raises(DomainError, match="không đặt hạn"):
        _ask(cast, item, noon)


def test_nothing_asked_is_nothing_to_decide(
    cast: Cast, item: work.WorkItem, noon: datetime
) -> None:
    with pytest.raises(DomainError, match="không có đề nghị gia hạn nào"):
        work.decide_extension(item=item, is_granted=True, by=cast.issuer, at=noon)


def test_each_side_has_its_part(cast: Cast, item: work.WorkItem, noon: datetime) -> None:
    with pytest.raises(PermissionDenied, match="mới xin gia hạn được"):
        work.ask_extension(
            item=item, proposed_due_at=LATER, grounds="Mưa", by=cast.officer, at=noon
        )
    _ask(cast, item, noon)
    with pytest.raises(PermissionDenied, match="mới quyết định gia hạn được"):
        work.decide_extension(item=item, is_granted=True, by=cast.receiver, at=noon)
