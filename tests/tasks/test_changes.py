"""Old and new tasks of a text are paired by their words and their leads."""

from datetime import date, timedelta

from baro.tasks.changes import Wording, pairs_of, set_apart

DAY = date(2026, 9, 18)
LISTING = "Sở Nội vụ rà soát, lập danh sách cán bộ, báo cáo trước ngày 18/9/2026"
FUNDS = "Sở Tài chính cân đối kinh phí tập huấn, báo cáo trước ngày 20/9/2026"
LIGHTS = "Sở Xây dựng kiểm tra hệ thống chiếu sáng các tuyến đường gom"


def _task(key: str, words: str, *leads: str, due_on: date | None = DAY) -> Wording:
    return Wording(key, words, frozenset(leads), due_on)


def test_the_same_words_are_the_same_task_wherever_they_stand() -> None:
    old = [_task("1", LISTING, "SNV"), _task("2", FUNDS, "STC")]
    new = [_task("a", f"{FUNDS}.", "STC"), _task("b", LISTING.upper(), "SNV")]

    pairs = pairs_of(old, new)

    assert [(pair.old and pair.old.key, pair.new and pair.new.key) for pair in pairs] == [
        ("2", "a"),
        ("1", "b"),
    ]
    assert [pair.differences for pair in pairs] == [(), ()]


def test_another_day_another_lead_and_other_words_are_changes() -> None:
    later = DAY + timedelta(days=9)
    old = [_task("1", LISTING, "SNV"), _task("2", FUNDS, "STC")]
    new = [
        _task("a", LISTING.replace("18/9", "27/9"), "SNV", due_on=later),
        _task("b", FUNDS.replace("Sở Tài chính", "Sở Nội vụ"), "SNV"),
    ]

    first, second = pairs_of(old, new)

    assert first.differences == ("due", "words")
    assert second.differences == ("lead", "words")


def test_what_has_no_likeness_is_added_or_removed() -> None:
    pairs = pairs_of([_task("1", LISTING, "SNV")], [_task("a", LIGHTS, "SXD")])

    assert [(pair.old is None, pair.is_removed) for pair in pairs] == [(True, False), (False, True)]


def test_each_is_paired_once_with_the_most_alike() -> None:
    old = [_task("1", LISTING, "SNV"), _task("2", LISTING + " và công chức cấp xã", "SNV")]
    new = [_task("a", LISTING + " và công chức cấp xã", "SNV")]

    [pair, alone] = pairs_of(old, new)

    assert (pair.old and pair.old.key, alone.old and alone.old.key) == ("2", "1")


def test_nothing_is_like_nothing() -> None:
    assert pairs_of([], []) == []


def test_two_wordings_are_cut_where_they_differ() -> None:
    old, new = set_apart("báo cáo trước ngày 18/9/2026", "báo cáo kết quả trước ngày 27/9/2026")

    assert [(one.words, one.is_other) for one in old] == [
        ("báo cáo", False),
        ("trước ngày", False),
        ("18/9/2026", True),
    ]
    assert [one.words for one in new if one.is_other] == ["kết quả", "27/9/2026"]
