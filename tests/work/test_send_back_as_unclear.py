from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from tests.factories.work import DUE_AT, WorkItemFactory
from tests.work.conftest import Cast

from baro.kernel.errors import DomainError
from baro.work import api as work


def _ask(cast: Cast, item: work.WorkItem, at: datetime) -> work.WorkItem:
    return work.send_back_as_unclear(item=item, question="Ý nào?", by=cast.receiver, at=at)


def test_the_clock_stands_still_until_the_answer(
    cast: Cast, item: work.WorkItem, noon: datetime
) -> None:
    asked = _ask(cast, item, noon)

    assert asked.is_paused
    assert work.cell_of(asked, at=DUE_AT + timedelta(days=30)) == work.Cell.PAUSED

    answered = work.answer_unclear(
        item=item, answer="Ý a", by=cast.issuer, at=noon + timedelta(days=1)
    )

    assert not answered.is_paused
    assert answered.due_at is not None
    assert answered.due_at.astimezone(noon.tzinfo).date().isoformat() == "2026-09-21"
    assert answered.original_due_at == DUE_AT
    assert answered.pauses.get().to_at == noon + timedelta(days=1)


def test_it_can_be_asked_again(cast: Cast, item: work.WorkItem, noon: datetime) -> None:
    for days in (0, 2):
        _ask(cast, item, noon + timedelta(days=days))
        answered = work.answer_unclear(
            item=item, answer="Ý a", by=cast.issuer, at=noon + timedelta(days=days + 1)
        )

    assert answered.pauses.count() == 2
    assert answered.due_at is not None
    assert answered.due_at.astimezone(noon.tzinfo).date().isoformat() == "2026-09-22"


def test_after_the_deadline_a_question_no_longer_stops_the_clock(
    cast: Cast, item: work.WorkItem
) -> None:
    with pytest.raises(DomainError, match="Hạn 18/09/2026 đã qua"):
        _ask(cast, item, DUE_AT + timedelta(seconds=1))


def test_until_the_last_moment_it_does(cast: Cast, item: work.WorkItem) -> None:
    assert _ask(cast, item, DUE_AT).is_paused


@pytest.mark.parametrize("words", ["", "  \n"])
def test_a_question_and_an_answer_have_words(
    cast: Cast, item: work.WorkItem, noon: datetime, words: str
) -> None:
    with pytest.raises(DomainError, match="Hãy nêu điều chưa rõ"):
        work.send_back_as_unclear(item=item, question=words, by=cast.receiver, at=noon)

    _ask(cast, item, noon)
    with pytest.raises(DomainError, match="Hãy viết câu trả lời"):
        work.answer_unclear(item=item, answer=words, by=cast.issuer, at=noon)


def test_each_side_speaks_for_itself(cast: Cast, item: work.WorkItem, noon: datetime) -> None:
    with pytest.raises(PermissionDenied):
        work.send_back_as_unclear(item=item, question="Ý nào?", by=cast.issuer, at=noon)

    _ask(cast, item, noon)
    with pytest.raises(PermissionDenied, match="mới trả lời được"):
        work.answer_unclear(item=item, answer="Ý a", by=cast.receiver, at=noon)


def test_what_has_no_deadline_gets_none_from_an_answer(cast: Cast, noon: datetime) -> None:
    item = WorkItemFactory.create(
        issuer_unit=cast.committee, lead_unit=cast.ward_committee, due_at=None
    )
    _ask(cast, item, noon)

    answered = work.answer_unclear(item=item, answer="Ý a", by=cast.issuer, at=noon)

    assert answered.due_at is None
