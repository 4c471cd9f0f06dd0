from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from tests.factories.tasks import TaskDraftFactory
from tests.tasks.conftest import Cast

from baro.kernel.errors import DomainError
from baro.tasks import api as tasks


@pytest.fixture
def draft(cast: Cast) -> tasks.TaskDraft:
    return TaskDraftFactory.create(
        document=cast.notice, clause_key="3", lead_codes=[cast.ward_committee.code]
    )


def _edit(cast: Cast, draft: tasks.TaskDraft, at: datetime, **changes: Any) -> tasks.TaskDraft:
    return tasks.edit_draft(
        draft=draft, changes=tasks.DraftChanges(**changes), by=cast.issuer, at=at
    )


def _issue(cast: Cast, draft: tasks.TaskDraft, at: datetime) -> list[tasks.Task]:
    return tasks.issue_drafts(
        drafts=[draft],
        issuer_unit=cast.committee,
        inspector_post=cast.inspector_post,
        by=cast.issuer,
        at=at,
    )


def test_an_edit_changes_what_is_named_and_nothing_else(
    cast: Cast, draft: tasks.TaskDraft, noon: datetime
) -> None:
    edited = _edit(cast, draft, noon, due_on=None, no_deadline_reason=" Thường xuyên ")

    assert (edited.due_on, edited.no_deadline_reason) == (None, "Thường xuyên")
    assert (edited.title, edited.lead_codes) == (draft.title, draft.lead_codes)
    assert edited.is_edited


def test_an_edit_changes_something(cast: Cast, draft: tasks.TaskDraft, noon: datetime) -> None:
    with pytest.raises(DomainError, match="không có gì thay đổi"):
        _edit(cast, draft, noon, title=draft.title)


def test_no_unit_is_invented(cast: Cast, draft: tasks.TaskDraft, noon: datetime) -> None:
    with pytest.raises(DomainError, match="Không có đơn vị nào mang mã XX"):
        _edit(cast, draft, noon, lead_codes=("XX",))


def test_a_dropped_draft_can_be_taken_up_again(
    cast: Cast, draft: tasks.TaskDraft, noon: datetime
) -> None:
    dropped = tasks.drop_draft(draft=draft, by=cast.issuer, at=noon)
    assert dropped.is_dropped
    with pytest.raises(DomainError, match="đã bỏ trước đó"):
        tasks.drop_draft(draft=draft, by=cast.issuer, at=noon)
    with pytest.raises(DomainError, match="đã bỏ trước đó"):
        _issue(cast, draft, noon)

    assert tasks.restore_draft(draft=draft, by=cast.issuer, at=noon).is_open
    with pytest.raises(DomainError, match="không nằm trong số đã bỏ"):
        tasks.restore_draft(draft=draft, by=cast.issuer, at=noon)


def test_a_draft_becomes_a_task_once(cast: Cast, draft: tasks.TaskDraft, noon: datetime) -> None:
    [task] = _issue(cast, draft, noon)

    draft.refresh_from_db()
    assert (draft.is_issued, draft.item) == (True, task.item)
    assert (task.quote, task.item.source_clause) == (draft.quote, "3")
    for act in (_issue, _edit):
        with pytest.raises(DomainError, match="đã được giao trước đó"):
            act(cast, draft, noon)


def test_its_own_inspector_goes_before_the_general_one(
    cast: Cast, draft: tasks.TaskDraft, noon: datetime
) -> None:
    own = cast.receiver.person.appointments.get().post
    _edit(cast, draft, noon, inspector_post=own)

    [task] = _issue(cast, draft, noon)

    assert task.item.inspector_post == own


def test_one_draft_that_is_not_clear_holds_all_back(
    cast: Cast, draft: tasks.TaskDraft, noon: datetime
) -> None:
    bare = TaskDraftFactory.create(document=cast.notice, clause_key="4", expected_product="")

    with pytest.raises(tasks.ThreeClaritiesMissing) as refused:
        tasks.issue_drafts(
            drafts=[draft, bare], issuer_unit=cast.committee, by=cast.issuer, at=noon
        )

    assert [lacks for _, lacks in refused.value.missing] == [
        ("chưa có người theo dõi, kiểm tra",),
        (
            "chưa nêu sản phẩm phải có",
            "chưa có đơn vị chủ trì",
            "chưa có người theo dõi, kiểm tra",
        ),
    ]
    draft.refresh_from_db()
    assert draft.is_open


def test_the_review_screen_knows_before(
    cast: Cast, draft: tasks.TaskDraft, noon: datetime, django_assert_max_num_queries: Any
) -> None:
    TaskDraftFactory.create(
        document=cast.notice,
        lead_codes=["G.UBND-XP", cast.department.code],
        due_on=date(2026, 9, 1),
    )
    drafts = list(tasks.TaskDraft.objects.select_related("document", "inspector_post"))

    with django_assert_max_num_queries(4):
        found = tasks.readiness_of(
            drafts, issuer_unit=cast.committee, inspector_post=cast.inspector_post, at=noon
        )

    assert found[draft.pk].is_ready
    assert (len(found[draft.pk].units), found[draft.pk].cost_minutes) == (1, 60)
    other = found[drafts[1].pk if drafts[0] == draft else drafts[0].pk]
    assert other.missing == ("hạn 01/09/2026 đã qua",)
    assert other.cost_minutes == 60 * len(other.units) == 120


@pytest.mark.parametrize("who", ["receiver", "officer", "stranger"])
def test_only_the_keeper_of_the_document_shapes_drafts(
    cast: Cast, draft: tasks.TaskDraft, noon: datetime, who: str
) -> None:
    user = getattr(cast, who)

    for act in (tasks.drop_draft, tasks.restore_draft):
        with pytest.raises(PermissionDenied):
            act(draft=draft, by=user, at=noon)
    with pytest.raises(PermissionDenied):
        tasks.edit_draft(draft=draft, changes=tasks.DraftChanges(title="X"), by=user, at=noon)


@pytest.mark.django_db(transaction=True)
def test_a_double_click_gives_one_task(cast: Cast, draft: tasks.TaskDraft, noon: datetime) -> None:
    def click(_: int) -> object:
        try:
            return _issue(cast, draft, noon)
        except DomainError as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(click, range(2)))

    assert sum(isinstance(result, DomainError) for result in results) == 1
    assert tasks.Task.objects.count() == 1
