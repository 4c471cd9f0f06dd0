"""A correction of who leads is remembered for later papers of the same body, when that is asked."""

from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.org import UnitFactory
from tests.tasks.conftest import Cast

from baro.documents import api as documents
from baro.documents.models import LocalName
from baro.tasks import api as tasks
from baro.tasks.doubts import unnamed_phrase

PHRASE, LEAD = "các phường ven sông", "SXD"


@pytest.fixture(autouse=True)
def _department(cast: Cast) -> None:
    UnitFactory.create(code=LEAD, name="Sở Xây dựng", parent=cast.committee)


def _drafts(cast: Cast, number: int, at: datetime) -> list[tasks.TaskDraft]:
    """What is drafted from one more paper with the phrase."""
    text = (
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI\n"
        f"Số: {number}/TB-UBND\nHà Nội, ngày 07 tháng 9 năm 2026\nTHÔNG BÁO\n"
        "Kết luận cuộc họp về phòng chống ngập\n"
        f"1. Giao {PHRASE} lập phương án di dân số {number}, báo cáo trước ngày 25/9/2026.\n"
    )
    paper = documents.register_document(
        register="incoming", owner_unit=cast.committee, text=text, by=cast.issuer, at=at
    )
    return list(tasks.draft_tasks(document=paper, by=cast.issuer, at=at).drafts)


def _say_who(cast: Cast, draft: tasks.TaskDraft, at: datetime, *, remember: bool) -> None:
    changes = tasks.DraftChanges(lead_codes=(LEAD,))
    tasks.edit_draft(draft=draft, changes=changes, remember=remember, by=cast.issuer, at=at)


@pytest.mark.parametrize("remember", [True, False])
def test_the_next_paper_of_the_same_body_is_read_so_when_that_was_asked(
    cast: Cast, noon: datetime, remember: bool
) -> None:
    [draft] = _drafts(cast, 1, noon)
    assert (draft.lead_codes, PHRASE in " ".join(draft.doubts)) == ([], True)

    _say_who(cast, draft, noon, remember=remember)

    [later] = _drafts(cast, 2, noon)
    assert later.lead_codes == ([LEAD] if remember else [])
    assert LocalName.objects.count() == int(remember)


def test_what_was_remembered_says_from_which_paper_and_for_whose_papers(
    cast: Cast, noon: datetime
) -> None:
    [draft] = _drafts(cast, 1, noon)

    _say_who(cast, draft, noon, remember=True)

    name = LocalName.objects.get()
    assert (name.phrase, name.codes) == (PHRASE, [LEAD])
    assert (name.document, name.owner_unit) == (draft.document, cast.committee)
    assert name.issuer_name == "UBND thành phố"


def test_nothing_is_remembered_where_no_words_were_in_doubt(cast: Cast, noon: datetime) -> None:
    [draft] = _drafts(cast, 1, noon)
    _say_who(cast, draft, noon, remember=False)
    assert unnamed_phrase(["“các đơn vị liên quan”: văn bản chưa nêu tên đơn vị."]) == ""

    changes = tasks.DraftChanges(lead_codes=(cast.ward_committee.code,))
    tasks.edit_draft(draft=draft, changes=changes, remember=True, by=cast.issuer, at=noon)

    assert not LocalName.objects.exists()


def test_the_card_offers_to_remember_and_the_list_shows_it(
    client: Client, cast: Cast, noon: datetime
) -> None:
    [draft] = _drafts(cast, 1, noon)
    client.force_login(cast.issuer)
    review = client.get(reverse("tasks:document-review", args=[draft.document_id]))
    assert f"Nhớ cách hiểu “{PHRASE}”" in review.content.decode()

    client.post(
        reverse("tasks:draft-amendment", args=[draft.pk]),
        {"leads": "Sở Xây dựng", "remember": "1"},
    )

    names = client.get(reverse("documents:taught")).content.decode()
    assert PHRASE in names
    assert "Sở Xây dựng" in names
