"""The review screen: doubts first, one word from a card, cut and join, few queries."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories.tasks import TaskDraftFactory
from tests.tasks.conftest import Cast

from baro.kernel.text import fold
from baro.tasks import api as tasks
from baro.tasks.review_keys import KEYS

_TODAY = timezone.localdate()
_END_OF_FEBRUARY = date(_TODAY.year + (_TODAY.month > 2), 3, 1) - timedelta(days=1)
SOON = timezone.localdate() + timedelta(days=10)
MANY = "Có 2 đơn vị chủ trì (A, B): một việc chung hay mỗi đơn vị một việc?"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def desk(client: Client, cast: Cast) -> Client:
    client.force_login(cast.issuer)
    return client


def _draft(cast: Cast, **values: Any) -> tasks.TaskDraft:
    given = {"lead_codes": [cast.ward_committee.code], "due_on": SOON, **values}
    return TaskDraftFactory.create(document=cast.notice, **given)


def _page(desk: Client, cast: Cast, query: str = "") -> str:
    address = reverse("tasks:document-review", args=[cast.notice.pk])
    return desk.get(f"{address}{query}").content.decode()


def _send(desk: Client, name: str, draft: tasks.TaskDraft, **fields: Any) -> str:
    address = reverse(f"tasks:{name}", args=[draft.pk])
    return desk.post(address, fields, headers=HTMX).content.decode()


def test_what_is_in_doubt_comes_first_unless_the_text_is_followed(desk: Client, cast: Cast) -> None:
    _draft(cast, title="Việc rõ", start=1, end=5)
    _draft(cast, title="Việc thiếu hạn", start=6, end=9, due_on=None)

    first, followed = _page(desk, cast), _page(desk, cast, "?thu-tu=van-ban")

    assert first.index("Việc thiếu hạn") < first.index("Việc rõ")
    assert followed.index("Việc rõ") < followed.index("Việc thiếu hạn")


def test_a_draft_whose_rhythm_names_no_day_is_not_clear(desk: Client, cast: Cast) -> None:
    weekly = {"every": "week", "by": None}
    draft = _draft(cast, due_on=None, recurrence=weekly, doubts=["Cần chọn kỳ theo dõi."])

    page = _page(desk, cast)
    assert "chu kỳ “hằng tuần” chưa rõ ngày nào" in page
    assert "Giữ như dự thảo" not in page

    draft.no_deadline_reason = "Tuỳ lịch tiếp dân"
    draft.save()
    page = _page(desk, cast)
    assert "chưa rõ ngày nào" not in page
    assert "Giữ như dự thảo" in page


def test_nothing_is_ticked_before_somebody_looked(desk: Client, cast: Cast) -> None:
    one, other = _draft(cast), _draft(cast)

    assert "checked>" not in _page(desk, cast).replace('id="xem-du-thao" checked', "")
    ticked = _page(desk, cast, f"?thu-tu=ngo&ban={other.pk}")

    assert f'aria-labelledby="ten-{other.pk}" checked' in ticked
    assert f'aria-labelledby="ten-{one.pk}" checked' not in ticked


def test_a_body_that_is_no_unit_of_the_city_is_shown_by_its_name(desk: Client, cast: Cast) -> None:
    draft = _draft(cast, lead_codes=["CATP"], cooperating_codes=["KHONG-AI-BIET"])

    page = _page(desk, cast)
    card = page.partition(f'id="draft-{draft.pk}"')[2].partition("</article>")[0]

    assert "Công an thành phố" in card
    assert "CATP" not in page
    assert "KHONG-AI-BIET" in card


def test_a_doubt_is_settled_by_one_of_its_choices(desk: Client, cast: Cast) -> None:
    leads = [cast.ward_committee.code, cast.department.code]
    draft = _draft(cast, lead_codes=leads, doubts=[MANY])
    assert "Sở Nội vụ chủ trì, còn lại phối hợp" in _page(desk, cast)

    card = _send(
        desk,
        "draft-amendment",
        draft,
        settles=MANY,
        leads="Sở Nội vụ",
        cooperating="UBND phường Thử",
    )

    draft.refresh_from_db()
    assert (draft.lead_codes, draft.doubts) == ([cast.department.code], [])
    assert draft.cooperating_codes == [cast.ward_committee.code]
    assert "checked" in card  # clear now, by a hand: ready to be given


def test_a_task_given_together_asks_who_leads(desk: Client, cast: Cast) -> None:
    leads = [cast.ward_committee.code, cast.department.code]
    draft = _draft(cast, lead_codes=leads, shared="together")
    assert "cùng chủ trì" in _page(desk, cast)

    _send(desk, "draft-amendment", draft, shared="each")

    draft.refresh_from_db()
    assert (draft.shared, draft.lead_codes) == ("each", leads)


@pytest.mark.parametrize("written", [f"{SOON:%d/%m/%Y}", f"{SOON:%d/%m}"])
def test_a_deadline_is_changed_from_the_card(desk: Client, cast: Cast, written: str) -> None:
    draft = _draft(cast, due_on=None, no_deadline_reason="Thường xuyên")

    _send(desk, "draft-amendment", draft, due_on=written)

    draft.refresh_from_db()
    assert (draft.due_on, draft.no_deadline_reason) == (SOON, "")


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"leads": "Sở Không Có"}, "Không có đơn vị nào tên là"),
        ({"due_on": "31/2"}, "không có ngày 31"),
        ({"due_on": "31/2"}, f"gần nhất có trong lịch là {_END_OF_FEBRUARY:%d/%m/%Y}"),
        ({"due_on": ""}, "Hãy ghi hạn hoàn thành"),
    ],
)
def test_a_word_that_says_nothing_is_refused_on_the_card(
    desk: Client, cast: Cast, fields: dict[str, str], why: str
) -> None:
    draft = _draft(cast)

    answer = _send(desk, "draft-amendment", draft, **fields)

    draft.refresh_from_db()
    assert why in answer
    assert not draft.is_edited


def test_a_draft_is_split_from_its_card_and_the_screen_comes_again(
    desk: Client, cast: Cast
) -> None:
    cast.notice.text = "Sở Nội vụ lập danh sách cán bộ; xây dựng kế hoạch tập huấn năm 2027."
    cast.notice.save()
    text = cast.notice.text
    start, end = 0, len(text)
    draft = _draft(cast, quote=text[start:end], start=start, end=end)
    address = reverse("tasks:draft-split", args=[draft.pk])
    assert 'name="place"' in desk.get(address, headers=HTMX).content.decode()

    response = desk.post(address, {"place": str((start + end) // 2)}, headers=HTMX)

    assert response["HX-Retarget"] == "#review"
    assert cast.notice.task_drafts.count() == 2
    assert "Hoàn tác" in response.content.decode()
    assert "giữa hai phần" in _send(desk, "draft-split", draft, place=str(start + 1))
    assert "Hãy chọn một chỗ" in _send(desk, "draft-split", draft, place="-1")


def test_joining_asks_who_leads_where_two_do_not_agree(desk: Client, cast: Cast) -> None:
    draft = _draft(cast, start=0, end=5)
    other = _draft(cast, start=6, end=9, lead_codes=[cast.department.code])
    page = _page(desk, cast)
    assert f'name="with" value="{other.pk}"' in page

    asked = _send(desk, "draft-merger", draft, **{"with": other.pk})
    _send(desk, "draft-merger", draft, **{"with": other.pk, "lead": cast.department.code})

    other.refresh_from_db()
    assert "Hãy chọn đơn vị chủ trì" in asked
    assert other.merged_into == draft
    _send(desk, "draft-undoing", draft)
    other.refresh_from_db()
    assert other.is_open


def test_a_card_says_why(desk: Client, cast: Cast) -> None:
    _draft(cast, reasons=["Đơn vị chủ trì đứng ngay sau từ “giao”."])

    assert "Đơn vị chủ trì đứng ngay sau từ “giao”." in _page(desk, cast)


def test_every_key_of_the_help_sheet_has_its_button(desk: Client, cast: Cast) -> None:
    _draft(cast, start=0, end=5, before={"act": "quote", "was": {}}, reasons=["Vì."])
    _draft(cast, start=6, end=9, due_on=None, due_text="sớm", doubts=["Thời hạn chưa ghi rõ kỳ."])
    _draft(cast, status="dropped")

    page = _page(desk, cast)

    told = {fold(key) for keys, _ in KEYS for key in keys} - {"j", "k", "2", "…", "ctrl", "enter"}
    missing = [
        key for key in told if f'data-key="{key}' not in page and f'data-hotkey="{key}"' not in page
    ]
    assert missing == []


def test_thirty_drafts_ask_no_more_than_three(
    desk: Client, cast: Cast, django_assert_max_num_queries: Any
) -> None:
    values: dict[str, Any] = {"doubts": [MANY], "reasons": ["Vì."], "start": 0, "end": 4}
    for _ in range(3):
        _draft(cast, **values)
    _page(desk, cast)
    with django_assert_max_num_queries(22):
        _page(desk, cast)
    for _ in range(27):
        _draft(cast, **values)

    with django_assert_max_num_queries(22):
        _page(desk, cast)


def test_the_preview_leads_back_to_what_was_ticked(desk: Client, cast: Cast) -> None:
    draft = _draft(cast)
    address = reverse("tasks:document-issuance", args=[cast.notice.pk])

    page = desk.get(f"{address}?thu-tu=van-ban&ban={draft.pk}").content.decode()

    assert f"?ban={draft.pk}&amp;thu-tu=van-ban" in page


def test_a_day_gone_by_is_no_next_day(desk: Client, cast: Cast) -> None:
    draft, yesterday = _draft(cast), timezone.localdate() - timedelta(days=1)

    _send(desk, "draft-amendment", draft, due_on=f"{yesterday.day}/{yesterday.month}")

    draft.refresh_from_db()
    assert isinstance(draft.due_on, date)
    assert draft.due_on > timezone.localdate()


def test_some_of_a_group_are_left_out_by_hand(desk: Client, cast: Cast) -> None:
    draft = _draft(cast, lead_codes=["G.UBND-XP"])
    form = {
        "title": draft.title,
        "leads": "UBND các xã, phường",
        "excepting": cast.ward_committee.name,
        "minutes_per_unit": "30",
    }

    card = _send(desk, "draft", draft, **form)

    draft.refresh_from_db()
    assert (draft.lead_codes, draft.except_codes) == (["G.UBND-XP"], [cast.ward_committee.code])
    assert f"trừ {cast.ward_committee.name}" in card
    again = desk.get(reverse("tasks:draft", args=[draft.pk]), headers=HTMX).content.decode()
    assert f'name="excepting" value="{cast.ward_committee.name}"' in again
    assert "Không có đơn vị nào tên là" in _send(
        desk, "draft", draft, **{**form, "excepting": "Sở Không Có"}
    )


def test_a_deadline_on_a_day_off_is_told_on_the_card_and_before_giving(
    desk: Client, cast: Cast
) -> None:
    monday = _TODAY + timedelta(days=14 - _TODAY.weekday())
    off = _draft(cast, due_on=monday - timedelta(days=1))
    told = "Chủ nhật, ngày nghỉ"

    assert f"({told})" in _page(desk, cast)
    preview = reverse("tasks:document-issuance", args=[cast.notice.pk])
    assert told in desk.get(f"{preview}?ban={off.pk}").content.decode()
