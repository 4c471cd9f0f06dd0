"""What offices taught: words that give work, that give none, that name what is handed in."""

import pytest

from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import DraftTask, LocalWord, read

HEAD = """ỦY BAN NHÂN DÂN
THÀNH PHỐ HÀ NỘI
Số: 51/TB-UBND
Hà Nội, ngày 09 tháng 9 năm 2026
THÔNG BÁO
Kết luận cuộc họp
"""
ENTRUSTS = LocalWord("Ủy thác cho", "order")


def _tasks(clause: str, *words: LocalWord) -> tuple[DraftTask, ...]:
    return read(f"{HEAD}1. {clause}\n", gazetteer=built_in_gazetteer(), words=words).tasks


@pytest.mark.parametrize(
    "clause",
    [
        "Uỷ thác cho Sở Nội vụ việc lập danh sách trước ngày 30/9/2026.",
        "Thành phố ủy\nthác cho Sở Nội vụ việc lập danh sách trước ngày 30/9/2026.",
    ],
)
def test_a_taught_order_gives_work_in_the_words_of_the_text(clause: str) -> None:
    [task] = _tasks(clause, ENTRUSTS)

    assert [unit.code for unit in task.lead] == ["SNV"]
    assert any("thác cho”" in reason for reason in task.reasons)


def test_untaught_it_gives_none() -> None:
    assert _tasks("Thành phố ủy thác cho Sở Nội vụ việc lập danh sách.") == ()


@pytest.mark.parametrize(
    "clause",
    [
        "Đề nghị các quý vị đại biểu ổn định chỗ ngồi.",
        "Lãnh đạo thành phố đề nghị các quý vị đại biểu ổn định chỗ ngồi trước ngày 12/9/2026.",
    ],
)
def test_a_taught_phrase_that_is_no_order_gives_no_work(clause: str) -> None:
    assert _tasks(clause, LocalWord("đề nghị các quý vị", "no_order")) == ()


def test_a_taught_thing_is_handed_in() -> None:
    clause = "Sở Nội vụ xây dựng hộ chiếu kỹ năng của công chức, xong trước ngày 30/9/2026."

    [before], [after] = _tasks(clause), _tasks(clause, LocalWord("hộ chiếu kỹ năng", "product"))

    assert before.product is None
    assert after.product == "Hộ chiếu kỹ năng của công chức"
    assert after.title == before.title


@pytest.mark.parametrize(
    ("issuer", "holds"), [("UBND thành phố", True), ("UBND THÀNH PHỐ", True), ("Sở Y tế", False)]
)
def test_with_an_issuer_it_holds_in_that_bodys_papers_only(issuer: str, holds: bool) -> None:
    word = LocalWord(ENTRUSTS.phrase, "order", issuer)

    assert bool(_tasks("Thành phố ủy thác cho Sở Nội vụ việc lập danh sách.", word)) is holds


@pytest.mark.parametrize("phrase", ["", " ", "a", "(", "[a-z", "x" * 500])
def test_an_odd_word_does_no_harm(phrase: str) -> None:
    words = [LocalWord(phrase, kind) for kind in ("order", "no_order", "product")]

    assert len(_tasks("Giao Sở Nội vụ lập danh sách.", *words)) == 1
