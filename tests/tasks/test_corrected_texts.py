"""A text is read again or corrected: only what it changes in the given tasks is proposed."""

from datetime import date, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from tests.factories.documents import DocumentFactory
from tests.rest.callers import caller, refused, told
from tests.tasks.conftest import Cast

from baro.documents import api as documents
from baro.documents.operations.corrections import record_correction
from baro.kernel.audit import AuditEvent
from baro.kernel.errors import DomainError
from baro.tasks import api as tasks
from baro.work import api as work

LISTING = "rà soát, lập danh sách cán bộ, báo cáo trước ngày {}"
FUNDS = "cân đối kinh phí tập huấn năm 2027, báo cáo kết quả"
LIGHTS = "kiểm tra hệ thống chiếu sáng các tuyến đường gom"
FIRST, LATER = date(2026, 9, 18), date(2026, 9, 30)


def _said(words: str, lead: str, due: date | None = FIRST) -> dict[str, Any]:
    return {
        "clause": "1",
        "title": words[:40],
        "lead": [{"code": lead, "name": lead, "count": 1}],
        "due": due.isoformat() if due else None,
        "due_text": f"trước ngày {due:%d/%m/%Y}" if due else None,
        "product": "Báo cáo",
        "quote": words,
        "start": 0,
        "end": len(words),
    }


def _keep(document: documents.Document, *found: dict[str, Any]) -> None:
    documents.DocumentReading.objects.update_or_create(
        document=document,
        defaults={
            "text_sha256": document.text_sha256,
            "result": {"tasks": list(found)},
            "read_at": document.registered_at,
        },
    )


def _draft(cast: Cast, document: documents.Document, at: datetime) -> list[tasks.TaskDraft]:
    return list(tasks.draft_tasks(document=document, by=cast.issuer, at=at).drafts)


@pytest.fixture
def given(cast: Cast, noon: datetime) -> list[tasks.TaskDraft]:
    """Two tasks were given from the notice: the ward and the department list, the latter pays."""
    leads = cast.ward_committee.code, cast.department.code
    _keep(
        cast.notice,
        _said(LISTING.format("18/9/2026"), leads[0]),
        _said(FUNDS, leads[1]),
    )
    drafts = _draft(cast, cast.notice, noon)
    tasks.edit_draft(
        draft=drafts[0], changes=tasks.DraftChanges(lead_codes=leads), by=cast.issuer, at=noon
    )
    tasks.issue_drafts(
        drafts=drafts,
        issuer_unit=cast.committee,
        inspector_post=cast.inspector_post,
        by=cast.issuer,
        at=noon,
    )
    return list(cast.notice.task_drafts.order_by("pk"))


@pytest.fixture
def correction(cast: Cast, given: list[tasks.TaskDraft], noon: datetime) -> documents.Document:
    """The listing gets another day, the funds are no longer spoken of, the lights are new."""
    paper = DocumentFactory.create(owner_unit=cast.committee)
    record_correction(paper, cast.notice, reason="Nhầm ngày", by=cast.issuer, at=noon)
    lead, ward = given[1].lead_codes[0], cast.ward_committee.code
    _keep(
        paper,
        _said(LISTING.format("30/9/2026"), ward, LATER) | {"lead": _both(ward, lead)},
        _said(LIGHTS, lead),
    )
    return paper


def _both(*codes: str) -> list[dict[str, Any]]:
    return [{"code": code, "name": code, "count": 1} for code in codes]


def test_only_what_changed_is_proposed(
    cast: Cast, given: list[tasks.TaskDraft], correction: documents.Document, noon: datetime
) -> None:
    changed, added = _draft(cast, correction, noon)

    assert (changed.follows, changed.due_on) == (given[0], LATER)
    assert (added.follows, added.quote) == (None, LIGHTS)
    with pytest.raises(DomainError, match="thay đổi một nhiệm vụ đã giao"):
        tasks.issue_drafts(drafts=[changed], issuer_unit=cast.committee, by=cast.issuer, at=noon)


def test_the_screen_shows_both_sides_and_what_is_gone(
    client: Client,
    cast: Cast,
    given: list[tasks.TaskDraft],
    correction: documents.Document,
    noon: datetime,
) -> None:
    _draft(cast, correction, noon)
    client.force_login(cast.issuer)

    address = reverse("tasks:document-review", args=[correction.pk])
    page = client.get(address).content.decode()

    assert "Đổi hạn thành 30/09/2026" in page
    assert "Văn bản nay không còn giao" in page
    for draft in given:
        assert draft.item
        assert draft.item.number in page


def test_a_deadline_follows_the_text_for_all_who_have_the_task(
    cast: Cast, given: list[tasks.TaskDraft], correction: documents.Document, noon: datetime
) -> None:
    changed, _ = _draft(cast, correction, noon)

    tasks.move_deadline(draft=changed, by=cast.issuer, at=noon)

    item = work.WorkItem.objects.get(task_draft=given[0])
    days = {row.due_at.date() for row in (item, *item.children.all()) if row.due_at}
    assert (item.children.count(), days) == (2, {LATER})
    assert item.original_due_at
    assert item.original_due_at.date() == FIRST
    assert AuditEvent.objects.filter(name="tasks.deadline_moved").count() == 3
    with pytest.raises(DomainError, match="gộp vào dự thảo khác"):
        tasks.move_deadline(draft=changed, by=cast.issuer, at=noon)
    assert [draft.follows for draft in _draft(cast, correction, noon) if draft.is_open] == [None]


def test_a_task_is_replaced_by_what_the_text_says_now(
    cast: Cast, given: list[tasks.TaskDraft], correction: documents.Document, noon: datetime
) -> None:
    changed, added = _draft(cast, correction, noon)

    replacement = tasks.replace_given_task(draft=changed, by=cast.issuer, at=noon)

    changed.refresh_from_db()
    old = work.WorkItem.objects.get(task_draft=given[0])
    assert (changed.item, old.state) == (replacement.item, "replaced")
    with pytest.raises(DomainError, match="không thay đổi nhiệm vụ nào"):
        tasks.replace_given_task(draft=added, by=cast.issuer, at=noon)


def test_another_system_decides_on_what_a_corrected_text_changes(
    cast: Cast, given: list[tasks.TaskDraft], correction: documents.Document, noon: datetime
) -> None:
    changed, added = _draft(cast, correction, noon)
    system = caller(cast.issuer)

    decided = told(system.post(f"/drafts/{changed.pk}/deadline"))
    assert (decided["status"], decided["merged_into"]) == ("merged", given[0].pk)
    refusal = refused(system.post(f"/drafts/{added.pk}/replacement"), 422)
    assert "không thay đổi nhiệm vụ nào" in refusal


def test_a_closed_task_gets_no_other_day(
    cast: Cast, given: list[tasks.TaskDraft], correction: documents.Document, noon: datetime
) -> None:
    changed, _ = _draft(cast, correction, noon)
    task = tasks.Task.objects.select_related("item").get(pk=given[0].item_id)
    tasks.withdraw_tasks(tasks=[task], reason="Nhầm", by=cast.issuer, at=noon)

    with pytest.raises(DomainError, match="không thể đổi hạn nữa"):
        tasks.move_deadline(draft=changed, by=cast.issuer, at=noon)


def test_a_better_reading_of_the_same_text_asks_nothing_twice(
    cast: Cast, given: list[tasks.TaskDraft], noon: datetime
) -> None:
    leads = [draft.lead_codes[0] for draft in given]
    _keep(
        cast.notice,
        _said("Giao: " + LISTING.format("18/9/2026"), leads[0]),
        _said(FUNDS, leads[1], LATER),
    )

    proposed = [draft for draft in _draft(cast, cast.notice, noon) if draft.is_open]

    # Other words for one, another day in the same words for the other; that a hand chose other
    # leads for the first is no change.
    assert {draft.follows for draft in proposed} == set(given)
    by_words = {draft.quote: draft for draft in proposed}
    tasks.move_deadline(draft=by_words[FUNDS], by=cast.issuer, at=noon)
    again = _draft(cast, cast.notice, noon)
    assert [draft.follows for draft in again if draft.is_open] == [given[0]]


@pytest.mark.parametrize("who", ["receiver", "stranger", "clerk"])
def test_only_who_gives_work_changes_what_was_given(
    cast: Cast,
    given: list[tasks.TaskDraft],
    correction: documents.Document,
    noon: datetime,
    who: str,
) -> None:
    changed, _ = _draft(cast, correction, noon)
    for act in (tasks.move_deadline, tasks.replace_given_task):
        with pytest.raises(PermissionDenied):
            act(draft=changed, by=getattr(cast, who), at=noon)
