"""What a doubt is about, and the ways out that the screen offers."""

from datetime import date

import pytest

from baro.tasks.doubts import TOGETHER, Doubt, Named, choices_for, still_open, subject_of

LEADS = Named(leads=("Sở Nội vụ", "Sở Tài chính"), cooperating=("Sở Xây dựng",))
GROUPS = ("UBND các xã, phường", "các sở, ban, ngành")
MANY = "Có 2 đơn vị chủ trì (Sở A, Sở B): một việc chung hay mỗi đơn vị một việc?"
VAGUE = "“các phường ven sông”: văn bản chưa nêu gồm những đơn vị nào."
THROUGH = "Thực hiện qua Sở Y tế: cần xác định là chủ trì hay phối hợp."
DAYS = "Có nhiều thời hạn: trước ngày 10/10/2026; chậm nhất 20/10/2026; đang lấy thời hạn đầu tiên."
EVENT = "Thời hạn gắn với sự kiện, chưa phải là một ngày. (“trước kỳ họp cuối năm”)"


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("Chưa rõ đơn vị chủ trì.", "lead_codes"),
        (MANY, "lead_codes"),
        (TOGETHER, "lead_codes"),
        (VAGUE, "lead_codes"),
        (DAYS, "due_on"),
        (EVENT, "due_on"),
        ("Ngày 30/02/2026 không có trong lịch. (“trước ngày 30/02/2026”)", "due_on"),
        ("Việc lặp lại theo kỳ không có trong danh mục: cần chọn kỳ theo dõi.", "recurrence"),
    ],
)
def test_a_doubt_is_about_a_field(sentence: str, field: str) -> None:
    assert field in subject_of(sentence)


@pytest.mark.parametrize(
    ("sentence", "named", "offered"),
    [
        (
            MANY,
            LEADS,
            [
                ("Mỗi đơn vị một việc", {"shared": ["each"]}),
                (
                    "Sở Nội vụ chủ trì, còn lại phối hợp",
                    {"leads": ["Sở Nội vụ"], "cooperating": ["Sở Xây dựng", "Sở Tài chính"]},
                ),
                (
                    "Sở Tài chính chủ trì, còn lại phối hợp",
                    {"leads": ["Sở Tài chính"], "cooperating": ["Sở Xây dựng", "Sở Nội vụ"]},
                ),
            ],
        ),
        (VAGUE, Named(), [(f"Giao {group}", {"leads": [group]}) for group in GROUPS]),
        (VAGUE, LEADS, []),
        (
            THROUGH,
            LEADS,
            [
                ("Giao chủ trì", {"leads": ["Sở Y tế"]}),
                ("Giao phối hợp", {"cooperating": ["Sở Xây dựng", "Sở Y tế"]}),
            ],
        ),
        (
            DAYS,
            Named(due_on=date(2026, 10, 10)),
            [("Hạn 20/10/2026", {"due_on": ["20/10/2026"]})],
        ),
        (
            EVENT,
            Named(due_text="trước kỳ họp cuối năm"),
            [
                (
                    "Không đặt ngày, theo lời văn bản",
                    {"no_deadline_reason": ["Theo lời văn bản: “trước kỳ họp cuối năm”."]},
                )
            ],
        ),
        ("Chưa rõ đơn vị chủ trì.", Named(), []),
    ],
)
def test_choices_are_offered_where_there_are_any(
    sentence: str, named: Named, offered: list[tuple[str, dict[str, list[str]]]]
) -> None:
    found = choices_for(sentence, named, GROUPS)

    assert [(choice.words, choice.fields) for choice in found] == offered


def test_a_word_by_hand_settles_what_it_is_about() -> None:
    doubts = [MANY, VAGUE, EVENT]

    assert still_open(doubts, ["lead_codes"], had_lead=True, settled=()) == [VAGUE, EVENT]
    assert still_open(doubts, ["lead_codes"], had_lead=False, settled=()) == [EVENT]
    assert still_open(doubts, ["no_deadline_reason"], had_lead=True, settled=()) == [MANY, VAGUE]
    assert still_open(doubts, ["title"], had_lead=True, settled=[VAGUE]) == [MANY, EVENT]


@pytest.mark.parametrize(
    ("sentence", "lacks", "may_be_left"),
    [
        (EVENT, {"due_on"}, False),
        (EVENT, set(), True),
        (VAGUE, {"lead_codes"}, False),
        (VAGUE, {"due_on"}, True),
        (TOGETHER, set(), False),
    ],
)
def test_what_is_not_there_at_all_cannot_be_left_as_it_is(
    sentence: str, lacks: set[str], may_be_left: bool
) -> None:
    assert Doubt(sentence, (), frozenset(lacks)).may_be_left == may_be_left
