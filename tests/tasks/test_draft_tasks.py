from datetime import date, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from tests.tasks.conftest import Cast

from baro.documents import api as documents
from baro.kernel.audit import AuditEvent
from baro.kernel.errors import DomainError
from baro.tasks import api as tasks


def _read(cast: Cast, **changes: Any) -> dict[str, Any]:
    """One task as the reader gives it."""
    return {
        "clause": "1",
        "title": "Rà soát hộ tịch",
        "lead": [{"code": "G.UBND-XP", "name": "UBND các xã, phường", "count": 126}],
        "cooperating": [{"code": cast.department.code, "name": "Sở Nội vụ", "count": 1}],
        "in_charge": None,
        "due": "2026-09-18",
        "due_text": "trước ngày 19/9/2026",
        "recurrence": None,
        "product": "Báo cáo",
        "quote": "UBND các xã, phường rà soát hộ tịch",
        "start": 10,
        "end": 45,
        "doubts": [],
        **changes,
    }


def _keep(cast: Cast, *found: dict[str, Any]) -> None:
    documents.DocumentReading.objects.update_or_create(
        document=cast.notice,
        defaults={
            "text_sha256": cast.notice.text_sha256,
            "result": {"tasks": list(found)},
            "read_at": cast.notice.registered_at,
        },
    )


def _draft(cast: Cast, at: datetime) -> tasks.DraftingResult:
    return tasks.draft_tasks(document=cast.notice, by=cast.issuer, at=at)


def test_a_draft_keeps_who_is_left_out_and_what_it_rests_on(cast: Cast, noon: datetime) -> None:
    spared = {"code": cast.ward_committee.code, "name": "UBND phường Thử", "count": 1}
    reasons = ["Chủ trì: nêu tên sau “giao”."]
    via = {"code": cast.department.code, "name": "Sở Nội vụ", "count": 1}
    _keep(cast, _read(cast, excluded=[spared], reasons=reasons, shared="each", via=via))

    [draft] = _draft(cast, noon).drafts

    assert draft.except_codes == [cast.ward_committee.code]
    assert (draft.reasons, draft.shared) == (reasons, "each")
    assert draft.via_code == cast.department.code


def test_what_was_read_becomes_drafts(cast: Cast, noon: datetime) -> None:
    _keep(cast, _read(cast))

    result = _draft(cast, noon)

    [draft] = result.drafts
    assert (result.created, draft.title, draft.due_on) == (1, "Rà soát hộ tịch", date(2026, 9, 18))
    assert draft.lead_codes == ["G.UBND-XP"]
    assert draft.cooperating_codes == [cast.department.code]
    assert (draft.quote, draft.start, draft.end) == ("UBND các xã, phường rà soát hộ tịch", 10, 45)
    assert draft.minutes_per_unit == 60


def test_what_the_reader_left_open_stays_open(cast: Cast, noon: datetime) -> None:
    doubt = "Không rõ đơn vị chủ trì."
    _keep(cast, _read(cast, due=None, due_text=None, product=None, lead=[], doubts=[doubt]))

    [draft] = _draft(cast, noon).drafts

    assert (draft.due_on, draft.expected_product, draft.lead_codes) == (None, "", [])
    assert draft.doubts == [doubt]


def test_doing_it_again_creates_nothing_twice(cast: Cast, noon: datetime) -> None:
    _keep(cast, _read(cast), _read(cast), _read(cast, clause="2"))

    first, second = _draft(cast, noon), _draft(cast, noon)

    assert (first.created, second.created, second.renewed, second.removed) == (3, 0, 0, 0)
    assert first.drafts == second.drafts
    assert AuditEvent.objects.filter(name="tasks.drafts_made").count() == 1


def test_untouched_drafts_follow_a_better_reading(cast: Cast, noon: datetime) -> None:
    _keep(cast, _read(cast), _read(cast, clause="2"))
    _draft(cast, noon)
    _keep(cast, _read(cast, due="2026-09-30"))

    result = _draft(cast, noon)

    assert (result.created, result.renewed, result.removed) == (0, 1, 1)
    assert [draft.due_on for draft in result.drafts] == [date(2026, 9, 30)]


def test_what_an_official_touched_is_left_alone(cast: Cast, noon: datetime) -> None:
    _keep(cast, *(_read(cast, clause=clause) for clause in "123"))
    edited, dropped, issued = _draft(cast, noon).drafts
    tasks.edit_draft(
        draft=edited, changes=tasks.DraftChanges(title="Của tôi"), by=cast.issuer, at=noon
    )
    tasks.drop_draft(draft=dropped, by=cast.issuer, at=noon)
    tasks.issue_drafts(
        drafts=[issued],
        issuer_unit=cast.committee,
        inspector_post=cast.inspector_post,
        by=cast.issuer,
        at=noon,
    )
    _keep(cast)

    result = _draft(cast, noon)

    assert (result.created, result.renewed, result.removed) == (0, 0, 0)
    assert [(draft.title, draft.status) for draft in result.drafts] == [
        ("Của tôi", "open"),
        ("Rà soát hộ tịch", "dropped"),
        ("Rà soát hộ tịch", "issued"),
    ]


def test_a_document_is_read_before(cast: Cast, noon: datetime) -> None:
    with pytest.raises(DomainError, match="chưa được bóc tách"):
        _draft(cast, noon)

    _keep(cast)
    documents.Document.objects.filter(pk=cast.notice.pk).update(text_sha256="đã khác")
    with pytest.raises(DomainError, match="chưa được bóc tách"):
        _draft(cast, noon)


@pytest.mark.parametrize("who", ["receiver", "officer", "stranger"])
def test_only_the_keeper_of_the_document_drafts(cast: Cast, noon: datetime, who: str) -> None:
    _keep(cast, _read(cast))

    with pytest.raises(PermissionDenied, match="mới lập dự thảo nhiệm vụ được"):
        tasks.draft_tasks(document=cast.notice, by=getattr(cast, who), at=noon)
