"""The scorer on a tiny invented reading, and the floors of the open part."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.documents.reading.scoring.floors import (
    commit_floors,
    committed_floors,
    fallen,
    standing,
)
from tests.documents.reading.scoring.labels import KINDS, PARTS, LabelledText
from tests.documents.reading.scoring.matching import match
from tests.documents.reading.scoring.measure import measured_part
from tests.documents.reading.scoring.products import is_same_product
from tests.documents.reading.scoring.scores import score

from baro.documents.reading import Addressee, Clause, DraftTask, Head, Reading, Recurrence

ONE = "Giao Sở Nội vụ lập danh sách\ncán bộ trước ngày 25/9/2026."
TWO = "Sở Tài chính báo cáo hằng tháng."
PRAISE = "Biểu dương Sở Y tế."
TEXT = f"{ONE}\n{TWO}\n{PRAISE}"


def _draft(quote: str, lead: str, **read: object) -> DraftTask:
    start = TEXT.index(quote)
    draft = DraftTask(
        clause="p1",
        title="",
        lead=(Addressee(lead, lead),),
        cooperating=(),
        in_charge=None,
        due=None,
        due_text=None,
        recurrence=None,
        product=None,
        quote=quote,
        start=start,
        end=start + len(quote),
    )
    return replace(draft, **read)  # type: ignore[arg-type]


def _reading(*tasks: DraftTask) -> Reading:
    return Reading(
        Head(number="1/TB"), (Clause("p1", "task", 0, len(TEXT), ""),), tuple(tasks), TEXT
    )


LABELLED = LabelledText(
    name="tiny",
    text=TEXT,
    kind="letter",
    tasks=(
        {
            "words": "lập danh sách cán bộ",
            "lead": ["SNV"],
            "cooperating": [],
            "due": "2026-09-25",
            "product": "Danh sách cán bộ",
        },
        {
            "words": "Sở Tài chính báo cáo",
            "lead": ["STC"],
            "due": None,
            "recurrence": ["month", None],
            "product": None,
        },
    ),
    quiet=("Biểu dương Sở Y tế",),
    head={"number": "1/TB"},
)
RIGHT = _draft(
    ONE,
    "SNV",
    due=date(2026, 9, 25),
    due_text="trước ngày 25/9/2026",
    product="Danh sách",
)
MONTHLY = _draft(TWO, "STC", recurrence=Recurrence("month"))


def test_a_right_reading_scores_in_full() -> None:
    reading = _reading(RIGHT, MONTHLY)

    result = score(LABELLED, reading, match(LABELLED, reading))

    assert (result.found, result.invented, result.dates_without_words) == (2, 0, 0)
    assert result.asked == result.right
    assert result.asked["product"] == 2
    assert result.asked["recurrence"] == 1


def test_a_task_that_was_not_read_is_missed() -> None:
    matched = match(LABELLED, _reading(RIGHT))

    assert [label["lead"] for label in matched.missed] == [["STC"]]
    assert not matched.invented


def test_a_task_over_quiet_words_and_a_second_one_over_the_same_words_are_invented() -> None:
    matched = match(LABELLED, _reading(RIGHT, RIGHT, MONTHLY, _draft(PRAISE, "SYT")))

    assert [draft.quote for draft in matched.invented] == [ONE, PRAISE]
    assert len(matched.pairs) == 2


def test_one_draft_over_two_labels_answers_only_one() -> None:
    matched = match(LABELLED, _reading(_draft(f"{ONE}\n{TWO}", "SNV")))

    assert (len(matched.pairs), len(matched.missed)) == (1, 1)


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        (replace(RIGHT, lead=(Addressee("STC", ""),)), "lead"),
        (replace(RIGHT, lead=(*RIGHT.lead, Addressee("STC", ""))), "lead"),
        (replace(RIGHT, cooperating=(Addressee("STC", ""),)), "cooperating"),
        (replace(RIGHT, due=date(2026, 9, 26)), "deadline"),
        (replace(RIGHT, due=None), "deadline"),
        (replace(RIGHT, recurrence=Recurrence("week")), "recurrence"),
        (replace(RIGHT, product=None), "product"),
        (replace(RIGHT, product="Kế hoạch"), "product"),
    ],
)
def test_each_wrong_field_costs_its_own_point(draft: DraftTask, wrong: str) -> None:
    reading = _reading(draft, MONTHLY)

    result = score(LABELLED, reading, match(LABELLED, reading))

    assert {name for name in result.asked if result.right[name] < result.asked[name]} == {wrong}


def test_how_the_bodies_stand_to_each_other_is_asked_where_the_label_says_it() -> None:
    said = {"shared": "each", "via": "VP-UBND", "excluded": ["00070"]}
    label = replace(LABELLED, tasks=({**LABELLED.tasks[0], **said},))
    right = replace(
        RIGHT,
        shared="each",
        via=Addressee("VP-UBND", ""),
        excluded=(Addressee("00070.UBND", ""),),
    )

    results = [
        score(label, _reading(draft), match(label, _reading(draft))) for draft in (right, RIGHT)
    ]

    assert [[result.right[key] for key in said] for result in results] == [[1, 1, 1], [0, 0, 0]]


@pytest.mark.parametrize("words", [None, "", "trước ngày 26/9/2026"])
def test_a_date_must_have_its_words_in_the_text(words: str | None) -> None:
    reading = _reading(replace(RIGHT, due_text=words))

    assert score(LABELLED, reading, match(LABELLED, reading)).dates_without_words == 1


def test_words_that_do_not_stand_once_in_the_text_are_a_fault() -> None:
    for words in ("không có ở đây", "Sở"):
        label = replace(LABELLED, tasks=({"words": words, "lead": []},))
        assert len(match(label, _reading()).faults) == 1
    assert match(replace(LABELLED, quiet=("lạ",)), _reading(RIGHT, MONTHLY)).faults


def test_an_older_label_is_answered_by_its_clause() -> None:
    label = replace(LABELLED, tasks=({"clause": "p1", "lead": ["SNV"]},))

    assert len(match(label, _reading(RIGHT)).pairs) == 1
    assert match(label, _reading(replace(RIGHT, clause="2"))).missed


@pytest.mark.parametrize(
    ("read", "labelled", "same"),
    [
        (None, None, True),
        ("Báo cáo", None, False),
        (None, "báo cáo", False),
        ("Báo cáo", "báo cáo kết quả rà soát", True),
        ("Kế hoạch thanh tra", "Dự thảo Kế hoạch thanh tra năm 2027", True),
        ("Phương án hoà giải", "phương án hòa giải.", True),
        ("Kế hoạch", "Báo cáo", False),
        ("Biểu", "Biểu tổng hợp", False),
        ("Kế hoạch kiểm tra", "Kế hoạch thanh tra", False),
    ],
)
def test_products_are_compared_sensibly(
    read: str | None, labelled: str | None, *, same: bool
) -> None:
    assert is_same_product(read, labelled) is same


def test_a_fall_rings(tmp_path: Path) -> None:
    reading = _reading(RIGHT, MONTHLY)
    good = score(LABELLED, reading, match(LABELLED, reading))
    reading = _reading(RIGHT, _draft(PRAISE, "SYT"))
    bad = score(LABELLED, reading, match(LABELLED, reading))
    commit_floors(good, tmp_path / "floors.json")
    floors = committed_floors(tmp_path / "floors.json")

    assert not fallen(good, floors)
    assert [line.split(":")[0] for line in fallen(bad, floors)] == [
        "found",
        "invented",
        "recurrence",
    ]


def test_the_open_part_is_read_no_worse_than_committed() -> None:
    part = measured_part(PARTS["open"])

    assert not part.faults
    assert {text.labelled.kind for text in part.texts} <= set(KINDS)
    assert part.total.dates_without_words == 0
    assert not fallen(part.total, committed_floors()), standing(part.total)
