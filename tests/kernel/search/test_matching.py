"""Which words find what; where and how fast is in `test_drawers.py`."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from baro.kernel.rules.models import Rule
from baro.kernel.search import api as search
from baro.kernel.search.models import SearchEntry

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 8, tzinfo=UTC)
ANY_TEXT = st.text(max_size=80) | st.text("'\"\\&|!<>():*-~/ \u0301ạđÂ1\x00", max_size=40)
WITHIN_ONE_TEST = hypothesis_settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


@pytest.fixture
def plan() -> Rule:
    rule = Rule.objects.create(key="t.plan", title="Kế hoạch")
    search.index(
        rule,
        title="Kế hoạch số 123/KH-UBND về giải phóng mặt bằng",
        at=AT,
        text="Đường Vành đai 4 đi qua phường Bạch Mai. Nhiệm vụ NV-2026-000123. O'Neil.",
    )
    return rule


@pytest.mark.parametrize(
    "query",
    [
        "kế hoạch",
        "ke hoach",
        "KE HOACH",
        "kế hoach",
        "Ke\u0302\u0301 hoạch",  # decomposed
        "giai phong mat b",  # the last word is a beginning
        "bạch m",
        "đường",
        "duong",
        "123/KH-UBND",
        "123/kh-u",
        "NV-2026-000123",
        "nv-2026-0001",
        '"mat bang"',
        '"mặt bằng"',
        '"mặt bang"',
        "“mat bang” duong",
        'vanh "bach mai"',
        '"mat bang',  # the closing mark not typed yet
        "o'neil",
    ],
)
def test_what_people_type_finds_the_plan(plan: Rule, query: str) -> None:
    assert _found(query) == [plan.pk]


@pytest.mark.parametrize(
    "query",
    [
        "kệ hoạch",  # typed with other accents
        "mật",
        "dương",
        '"bang mat"',  # a phrase in the wrong order
        '"giai phong mat b"',  # a phrase has no open end
        "hoach k ế z",
        "kehoach",
        "2026-000999",
        "123/UBND",
        "",
        "   ",
        '""',
        "&|!()",
        "-",
    ],
)
def test_what_does_not_match_finds_nothing(plan: Rule, query: str) -> None:
    assert _found(query) == []


@pytest.mark.parametrize("written", ["Hòa bình, thủy lợi", "Hoà bình, thuỷ lợi"])
@pytest.mark.parametrize(
    "query", ["hòa", "hoà", "hoà bình", '"hoà bình"', "thuỷ", "THỦY LỢI", "hoa binh", "lợi thuỷ"]
)
def test_a_tone_over_either_letter_is_the_same_word(written: str, query: str) -> None:
    rule = Rule.objects.create(key="t.tone", title="Thử")
    search.index(rule, title=written, at=AT)

    assert _found(query) == [rule.pk]


def test_what_was_entered_last_stands_first(plan: Rule) -> None:
    rules = [Rule.objects.create(key=f"t.{n}", title=f"{n}") for n in range(4)]
    days = (3, 40, -3, -400)
    search.index_many(
        search.Indexed(rule, title="Bạch Mai", at=AT + timedelta(days=day))
        for rule, day in zip(rules, days, strict=True)
    )

    later, latest, before, long_before = rules
    assert _found("bach mai") == [each.pk for each in (latest, later, plan, before, long_before)]


def test_of_what_was_entered_at_one_moment_the_first_stands_first() -> None:
    rules = [Rule.objects.create(key=f"t.{n}", title=f"{n}") for n in range(3)]
    search.index_many(search.Indexed(rule, title="Bạch Mai", at=AT) for rule in rules)

    assert _found("bach mai") == [rule.pk for rule in rules]


def test_indexing_again_forgets_the_old_words(plan: Rule) -> None:
    search.index(plan, title="Báo cáo quý", at=AT + timedelta(days=70))

    assert _found("ke hoach") == []
    assert _found("bao cao") == [plan.pk]
    assert SearchEntry.objects.get().title == "Báo cáo quý"


def test_removed_things_are_not_found(plan: Rule) -> None:
    search.remove(plan)

    assert _found("ke hoach") == []


def test_only_the_asked_model_is_found(plan: Rule) -> None:
    assert search.newest(SearchEntry, "ke hoach", limit=9) == []


def test_many_are_indexed_at_once_and_the_last_word_on_one_counts() -> None:
    rules = [Rule.objects.create(key=f"t.{n}", title=f"{n}") for n in range(3)]
    entries = [search.Indexed(rule, f"tài liệu {rule.title}", AT) for rule in rules]

    search.index_many([*entries, search.Indexed(rules[0], "thay đổi", AT)])

    assert _found("tai lieu") == [rules[1].pk, rules[2].pk]
    assert _found("thay doi") == [rules[0].pk]


def test_a_phrase_does_not_run_from_title_into_text(plan: Rule) -> None:
    assert _found('"mat bang duong"') == []


@pytest.mark.parametrize(
    "text",
    [
        "nhiệm vụ " * 400_000,  # few words, very often
        " ".join(f"từ{n}" for n in range(200_000)),  # more words than a vector holds
        " ".join(f"{n:054d}từ" for n in range(20_000)),  # and long ones
        "x" * 3_000_000,  # one endless word
    ],
    ids=["repeated", "many", "long", "endless"],
)
def test_long_texts_stay_within_the_limits_of_the_vector(text: str) -> None:
    rule = Rule.objects.create(key="t.long", title="Dài")

    search.index(rule, title="Phụ lục dài", at=AT, text=text, marks=[f"u{n}" for n in range(200)])

    assert _found("phu luc") == [rule.pk]
    assert _found(text[:70].split()[0]) == [rule.pk]


@WITHIN_ONE_TEST
@given(query=ANY_TEXT)
def test_no_query_is_an_error(query: str) -> None:
    assert _found(query) == []


@WITHIN_ONE_TEST
@given(title=ANY_TEXT, text=ANY_TEXT)
def test_any_text_can_be_indexed_and_found_by_its_first_word(title: str, text: str) -> None:
    rule, _ = Rule.objects.get_or_create(key="t.any", title="Bất kỳ")

    search.index(rule, title=title.replace("\x00", ""), at=AT, text=text)

    if (words := text.replace("\x00", " ").split()) and any(map(str.isalnum, words[0])):
        assert _found(words[0].replace('"', " ")) == [rule.pk]


def _found(query: str) -> list[int]:
    """By each of the doors, which must agree."""
    newest = [place.key for place in search.newest(Rule, query, limit=50)]
    assert sorted(search.all_keys(Rule, query) or []) == sorted(newest)
    assert sorted(
        Rule.objects.filter(search.matching(Rule, query)).values_list("pk", flat=True)
    ) == sorted(newest)
    return newest
