"""One draft becomes two, two become one, a quote gets other ends; each can be undone."""

from datetime import date, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from tests.factories.documents import DocumentFactory
from tests.factories.tasks import TaskDraftFactory
from tests.tasks.conftest import Cast

from baro.documents import api as documents
from baro.kernel.errors import DomainError
from baro.tasks import api as tasks

FIRST = "Giao Sở Nội vụ lập danh sách cán bộ trước ngày 10/9/2026"
SECOND = "phối hợp với Sở Tài chính xây dựng kế hoạch tập huấn, trình trước ngày 20/9/2026"
THIRD = "Sở Tài chính cân đối kinh phí, báo cáo trước ngày 30/9/2026"
TEXT = f"""ỦY BAN NHÂN DÂN
THÀNH PHỐ HÀ NỘI
Số: 12/TB-UBND
Hà Nội, ngày 01 tháng 9 năm 2026

THÔNG BÁO
Kết luận của Chủ tịch UBND thành phố về tập huấn

1. {FIRST}; {SECOND}.
2. {THIRD}.
"""


@pytest.fixture
def notice(cast: Cast, noon: datetime) -> documents.Document:
    paper = DocumentFactory.create(owner_unit=cast.committee, text=TEXT, issued_on=date(2026, 9, 1))
    documents.read_document(document=paper, by=cast.issuer, at=noon)
    return paper


@pytest.fixture
def whole(cast: Cast, notice: documents.Document) -> tasks.TaskDraft:
    return _draft(notice, f"{FIRST}; {SECOND}", lead_codes=[cast.department.code])


@pytest.fixture
def next_one(notice: documents.Document) -> tasks.TaskDraft:
    return _draft(notice, THIRD, clause_key="2", title="Cân đối kinh phí", due_on=date(2026, 9, 30))


def _draft(notice: documents.Document, quote: str, **values: Any) -> tasks.TaskDraft:
    start = TEXT.index(quote)
    given = {"clause_key": "1", "title": "Lập danh sách", "due_on": date(2026, 9, 10), **values}
    return TaskDraftFactory.create(
        document=notice, quote=quote, start=start, end=start + len(quote), **given
    )


def test_each_half_says_what_its_own_words_say(
    cast: Cast, whole: tasks.TaskDraft, noon: datetime
) -> None:
    first, second = tasks.split_draft(
        draft=whole, place=TEXT.index("; phối hợp"), by=cast.issuer, at=noon
    )

    assert (first.quote, second.quote) == (FIRST, SECOND)
    assert (first.start, second.end) == (whole.start, whole.end)
    assert first.title == "Lập danh sách cán bộ"
    assert second.title.startswith("Xây dựng kế hoạch tập huấn")
    assert (first.due_on, second.due_on) == (date(2026, 9, 10), date(2026, 9, 20))
    assert first.lead_codes == ["SNV"]
    assert second.lead_codes == [cast.department.code]  # nobody is named: as the whole said
    assert second.cooperating_codes == ["STC"]
    assert not second.is_untouched


def test_what_a_hand_wrote_stays_in_both_halves(
    cast: Cast, whole: tasks.TaskDraft, noon: datetime
) -> None:
    changes = tasks.DraftChanges(due_on=date(2026, 9, 25), lead_codes=(cast.ward_committee.code,))
    tasks.edit_draft(draft=whole, changes=changes, by=cast.issuer, at=noon)

    halves = tasks.split_draft(draft=whole, place=TEXT.index("; phối hợp"), by=cast.issuer, at=noon)

    assert {half.due_on for half in halves} == {date(2026, 9, 25)}
    assert [half.lead_codes for half in halves] == [[cast.ward_committee.code]] * 2
    assert halves[0].title != halves[1].title


def test_a_split_is_undone_and_a_second_click_refused(
    cast: Cast, whole: tasks.TaskDraft, noon: datetime
) -> None:
    place = TEXT.index("; phối hợp")
    _, second = tasks.split_draft(draft=whole, place=place, by=cast.issuer, at=noon)
    for wrong in (place, whole.end, 0):
        with pytest.raises(DomainError, match="Chỗ tách phải nằm"):
            tasks.split_draft(draft=whole, place=wrong or 0, by=cast.issuer, at=noon)

    again = tasks.undo_reshaping(draft=whole, by=cast.issuer, at=noon)

    assert (again.quote, again.title, again.due_on) == (whole.quote, whole.title, whole.due_on)
    assert not tasks.TaskDraft.objects.filter(pk=second.pk).exists()
    with pytest.raises(DomainError, match="để hoàn tác"):
        tasks.undo_reshaping(draft=whole, by=cast.issuer, at=noon)


def test_a_half_that_went_on_is_not_taken_back(
    cast: Cast, whole: tasks.TaskDraft, noon: datetime
) -> None:
    place = TEXT.index("; phối hợp")
    _, second = tasks.split_draft(draft=whole, place=place, by=cast.issuer, at=noon)
    tasks.drop_draft(draft=second, by=cast.issuer, at=noon)

    with pytest.raises(DomainError, match="đã được xử lý tiếp"):
        tasks.undo_reshaping(draft=whole, by=cast.issuer, at=noon)


def test_two_are_joined_once_it_is_said_who_leads(
    cast: Cast, whole: tasks.TaskDraft, next_one: tasks.TaskDraft, noon: datetime
) -> None:
    next_one.lead_codes = [cast.ward_committee.code]
    next_one.save()
    with pytest.raises(tasks.LeadsDiffer, match="chọn đơn vị chủ trì") as refused:
        tasks.merge_drafts(draft=whole, other=next_one, by=cast.issuer, at=noon)

    lead = cast.department.code
    both = tasks.merge_drafts(
        draft=whole, other=next_one, lead_codes=[lead], by=cast.issuer, at=noon
    )

    assert refused.value.codes == [lead, cast.ward_committee.code]
    assert both.quote == TEXT[whole.start : next_one.end]
    assert (both.lead_codes, both.cooperating_codes) == ([lead], [cast.ward_committee.code])
    assert both.due_on == next_one.due_on
    assert both.doubts == ["Hai phần có hạn khác nhau: 10/09/2026 và 30/09/2026; đang lấy hạn sau."]
    next_one.refresh_from_db()
    assert (next_one.is_merged, next_one.merged_into) == (True, both)


def test_a_merger_is_undone_and_a_second_click_refused(
    cast: Cast, whole: tasks.TaskDraft, next_one: tasks.TaskDraft, noon: datetime
) -> None:
    tasks.merge_drafts(draft=whole, other=next_one, by=cast.issuer, at=noon)
    with pytest.raises(DomainError, match="đã được gộp vào dự thảo khác"):
        tasks.merge_drafts(draft=whole, other=next_one, by=cast.issuer, at=noon)

    again = tasks.undo_reshaping(draft=whole, by=cast.issuer, at=noon)

    next_one.refresh_from_db()
    assert (again.quote, again.doubts) == (whole.quote, [])
    assert next_one.is_open


def test_only_two_of_one_document_are_joined(
    cast: Cast, whole: tasks.TaskDraft, noon: datetime
) -> None:
    foreign = TaskDraftFactory.create(document=cast.notice)

    for other in (whole, foreign):
        with pytest.raises(DomainError, match="cùng một văn bản"):
            tasks.merge_drafts(draft=whole, other=other, by=cast.issuer, at=noon)


def test_a_quote_gets_other_ends_and_what_no_hand_wrote_is_read_from_them(
    cast: Cast, whole: tasks.TaskDraft, noon: datetime
) -> None:
    tasks.edit_draft(
        draft=whole, changes=tasks.DraftChanges(title="Của tôi"), by=cast.issuer, at=noon
    )
    start, end = TEXT.index("Sở Tài chính cân"), TEXT.index(THIRD) + len(THIRD)

    moved = tasks.move_quote(draft=whole, start=start - 1, end=end, by=cast.issuer, at=noon)

    assert (moved.quote, moved.start, moved.end) == (THIRD, start, end)
    assert (moved.title, moved.lead_codes, moved.due_on) == (
        "Của tôi",
        ["STC"],
        date(2026, 9, 30),
    )
    assert tasks.undo_reshaping(draft=whole, by=cast.issuer, at=noon).quote == whole.quote


@pytest.mark.parametrize(
    ("start", "end", "why"),
    [(-1, 5, "trong nội dung"), (5, 5, "trong nội dung"), (0, 10**6, "trong nội dung")],
)
def test_a_quote_stays_inside_the_text(
    cast: Cast, whole: tasks.TaskDraft, noon: datetime, start: int, end: int, why: str
) -> None:
    with pytest.raises(DomainError, match=why):
        tasks.move_quote(draft=whole, start=start, end=end, by=cast.issuer, at=noon)
    with pytest.raises(DomainError, match="như cũ"):
        tasks.move_quote(
            draft=whole, start=whole.start or 0, end=whole.end or 0, by=cast.issuer, at=noon
        )


def test_reshaped_drafts_survive_a_second_reading(cast: Cast, noon: datetime) -> None:
    paper = DocumentFactory.create(owner_unit=cast.committee, text=TEXT)
    documents.read_document(document=paper, by=cast.issuer, at=noon)
    drafts = tasks.draft_tasks(document=paper, by=cast.issuer, at=noon).drafts
    place = TEXT.index("danh sách")
    _, second = tasks.split_draft(draft=drafts[0], place=place, by=cast.issuer, at=noon)
    tasks.merge_drafts(draft=drafts[-1], other=second, lead_codes=["SNV"], by=cast.issuer, at=noon)
    before = list(paper.task_drafts.values_list("pk", "quote", "status"))

    result = tasks.draft_tasks(document=paper, by=cast.issuer, at=noon)

    assert (result.created, result.renewed, result.removed) == (0, 0, 0)
    assert list(paper.task_drafts.values_list("pk", "quote", "status")) == before


def test_only_the_keeper_of_the_document_reshapes(
    cast: Cast, whole: tasks.TaskDraft, next_one: tasks.TaskDraft, noon: datetime
) -> None:
    who: Any = {"by": cast.stranger, "at": noon}

    with pytest.raises(PermissionDenied):
        tasks.split_draft(draft=whole, place=TEXT.index("; phối"), **who)
    with pytest.raises(PermissionDenied):
        tasks.merge_drafts(draft=whole, other=next_one, **who)
    with pytest.raises(PermissionDenied):
        tasks.move_quote(draft=whole, start=0, end=10, **who)
    with pytest.raises(PermissionDenied):
        tasks.undo_reshaping(draft=whole, **who)
