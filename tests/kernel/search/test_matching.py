import pytest
from django.db import connection
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from baro.kernel.rules.models import Rule
from baro.kernel.search import api as search
from baro.kernel.search.models import SearchEntry

pytestmark = pytest.mark.django_db
ANY_TEXT = st.text(max_size=80) | st.text("'\"\\&|!<>():*- \u0301ạđÂ1\x00", max_size=40)
WITHIN_ONE_TEST = hypothesis_settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


@pytest.fixture
def plan() -> Rule:
    rule = Rule.objects.create(key="t.plan", title="Kế hoạch")
    search.index(
        rule,
        title="Kế hoạch số 123/KH-UBND về giải phóng mặt bằng",
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


def test_words_of_the_title_weigh_more(plan: Rule) -> None:
    other = Rule.objects.create(key="t.other", title="Khác")
    search.index(other, title="Phường Bạch Mai", text="kế hoạch")

    assert _found("bach mai") == [other.pk, plan.pk]
    assert _found("ke hoach") == [plan.pk, other.pk]


def test_indexing_again_forgets_the_old_words(plan: Rule) -> None:
    search.index(plan, title="Báo cáo quý")

    assert _found("ke hoach") == []
    assert _found("bao cao") == [plan.pk]
    assert SearchEntry.objects.get().title == "Báo cáo quý"


def test_removed_things_are_not_found(plan: Rule) -> None:
    search.remove(plan)

    assert _found("ke hoach") == []


def test_only_the_asked_model_is_found(plan: Rule) -> None:
    assert list(search.matching(SearchEntry, "ke hoach")) == []


def test_many_are_indexed_at_once_and_the_last_word_on_one_counts() -> None:
    rules = [Rule.objects.create(key=f"t.{n}", title=f"{n}") for n in range(3)]
    entries = [search.Indexed(rule, f"tài liệu {rule.title}") for rule in rules]

    search.index_many([*entries, search.Indexed(rules[0], "thay đổi")])

    assert sorted(_found("tai lieu")) == [rules[1].pk, rules[2].pk]
    assert _found("thay doi") == [rules[0].pk]


def test_a_phrase_does_not_run_from_title_into_text(plan: Rule) -> None:
    assert _found('"mat bang duong"') == []


@pytest.mark.parametrize(
    "text",
    [
        "nhiệm vụ " * 400_000,  # few words, very often
        " ".join(f"từ{n}" for n in range(200_000)),  # more words than a vector holds
        "x" * 3_000_000,  # one endless word
    ],
    ids=["repeated", "many", "endless"],
)
def test_long_texts_stay_within_the_limits_of_the_vector(text: str) -> None:
    rule = Rule.objects.create(key="t.long", title="Dài")

    search.index(rule, title="Phụ lục dài", text=text)

    assert _found("phu luc") == [rule.pk]
    assert _found(text[:40].split()[0]) == [rule.pk]


def test_a_search_goes_through_the_index(plan: Rule) -> None:
    others = (search.Indexed(Rule(pk=10_000 + n), f"Báo cáo {n}") for n in range(2000))
    search.index_many(others)
    with connection.cursor() as cursor:
        cursor.execute("SELECT gin_clean_pending_list('kernel_searchentry_words')")
        cursor.execute("ANALYZE kernel_searchentry")

    assert "kernel_searchentry_words" in search.matching(Rule, "ke hoach").explain()


@WITHIN_ONE_TEST
@given(query=ANY_TEXT)
def test_no_query_is_an_error(query: str) -> None:
    assert _found(query) == []


@WITHIN_ONE_TEST
@given(title=ANY_TEXT, text=ANY_TEXT)
def test_any_text_can_be_indexed_and_found_by_its_first_word(title: str, text: str) -> None:
    rule, _ = Rule.objects.get_or_create(key="t.any", title="Bất kỳ")

    search.index(rule, title=title.replace("\x00", ""), text=text)

    if (words := text.replace("\x00", " ").split()) and any(map(str.isalnum, words[0])):
        assert _found(words[0].replace('"', " ")) == [rule.pk]


def _found(query: str) -> list[int]:
    return [row["target_id"] for row in search.matching(Rule, query)]
