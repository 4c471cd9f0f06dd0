"""Where the search looks: the newest drawer first, no further than needed, and never past anything.

What it finds is compared with a plain look at every entry.
"""

import random
from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest
from django.db import connection, transaction
from pytest_django import DjangoAssertNumQueries

from baro.kernel.rules.models import Rule
from baro.kernel.search import api as search
from baro.kernel.search import queries
from baro.kernel.search.models import SearchEntry
from baro.kernel.search.words import question_text
from baro.kernel.text import fold

AT = datetime(2026, 9, 1, 8, tzinfo=UTC)
WORDS = [
    *("báo", "bao", "cáo", "cao", "quý", "quy", "kế", "hoạch", "rà", "soát", "đất", "dat", "đai"),
    *("đường", "2026", "nv", "123", "KH", "UBND"),
]
QUESTIONS = [
    *("bao", "báo", "cao quy", "ke hoach", '"ke hoach"', '"kế hoạch rà"', "123/KH-UBND", "qu", "k"),
    *("dat dai", "đất đai duong", '"rà soát" nv 20', "nothing", '"cao bao" d'),
]


class _Many:
    """Entries of made-up objects over six years, many of them at one moment, with random marks."""

    def __init__(self, seed: int, count: int = 400) -> None:
        self.random = random.Random(seed)  # noqa: S311 - a test's dice
        self.at: dict[int, datetime] = {}
        self.marks: dict[int, set[str]] = {}
        self.texts: dict[int, list[str]] = {}
        for key in range(1, count + 1):
            self.enter(key)
        self.write(self.at)

    def enter(self, key: int) -> None:
        days = self.random.choice([0, 0, 1, 27, 28, 29, 300, self.random.uniform(0, 2200)])
        self.at[key] = AT - timedelta(days=days)
        self.marks[key] = set(
            self.random.sample(["u1", "u2", "u3", "p1"], self.random.randint(0, 2))
        )
        self.texts[key] = self.random.choices(WORDS, k=self.random.randint(1, 12))

    def write(self, keys: Collection[int]) -> None:
        search.index_many(
            search.Indexed(
                Rule(pk=key), " ".join(self.texts[key]), self.at[key], marks=self.marks[key]
            )
            for key in keys
        )

    def expected(self, query: str, marks: Collection[str] | None) -> list[int]:
        """By a look at every entry, with PostgreSQL's own matching and nothing of ours."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT target_id FROM kernel_searchentry WHERE words @@ %s::tsquery",
                [question_text(query)],
            )
            found = [key for (key,) in cursor.fetchall()]
        seen = [key for key in found if marks is None or self.marks[key] & set(marks)]
        return sorted(seen, key=lambda key: (-self.at[key].timestamp(), key))


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("marks", [None, ["u1"], ["u2", "p1"], []])
def test_it_finds_what_a_look_at_every_entry_finds_in_the_same_order(
    seed: int, marks: Collection[str] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = _Many(seed)
    monkeypatch.setattr(queries, "_NEWEST_READ", 30)

    for query in QUESTIONS:
        expected = many.expected(query, marks)
        assert _walked(query, marks, limit=1000) == expected, query
        assert _walked(query, marks, limit=7) == expected, query
        keys = search.all_keys(Rule, query, marks=marks, most=50)
        assert (sorted(keys) if keys is not None else None) == (
            sorted(expected) if len(expected) <= 50 else None
        )


@pytest.mark.django_db
@pytest.mark.parametrize("most", [0, 2000])
def test_the_condition_holds_for_exactly_what_matches_be_it_little_or_much(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = [Rule.objects.create(key=f"t.{n}", title=f"{n}") for n in range(9)]
    search.index_many(
        search.Indexed(rule, "báo cáo" if n % 2 else "bao cao", AT) for n, rule in enumerate(rules)
    )
    monkeypatch.setattr(queries, "FEW", most)

    found = Rule.objects.filter(search.matching(Rule, "báo cáo"))

    assert {rule.pk for rule in found} == {rule.pk for rule in rules[1::2]}


@pytest.mark.django_db
def test_new_words_marks_and_days_are_followed_and_old_ones_forgotten() -> None:
    many = _Many(9, count=60)
    for key in range(1, 40):
        many.enter(key)
    many.write(range(1, 40))
    for key in range(20, 50):
        many.marks[key] = {"u3"}
        search.mark(Rule(pk=key), marks=many.marks[key])

    for query in QUESTIONS:
        for marks in (None, ["u1"], ["u3"]):
            assert _walked(query, marks, limit=9) == many.expected(query, marks)


@pytest.mark.django_db
def test_new_keys_wait_in_a_list_that_every_question_can_afford_to_read() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT reloptions FROM pg_class WHERE relname = 'kernel_searchentry_keys'")
        [(options,)] = cursor.fetchall()

    assert set(options) == {"fastupdate=on", "gin_pending_list_limit=64"}


@pytest.mark.django_db
def test_the_keys_are_the_words_and_marks_under_the_name_of_the_drawer() -> None:
    search.index(Rule(pk=1), title="Quý IV", at=AT, marks=["u1", "p2"])
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tsvector_to_array(kernel_search_keys(target_type, at, marks, words)), "
            "kernel_search_keys('a.b', now(), '{}', '') FROM kernel_searchentry"
        )
        [(keys, none)] = cursor.fetchall()

    drawer = f"kernel.rule{int(AT.timestamp()) // 2419200}:"
    assert sorted(keys) == sorted(drawer + key for key in ("quý", "quy", "iv", "@u1", "@p2"))
    assert ":" in none  # its drawer alone, which is no word


@pytest.mark.django_db
def test_a_word_of_the_newest_drawer_opens_no_older_one() -> None:
    _Many(1, count=2000)
    plan = _plan("bao", limit=5, marks=["u1"])

    opened = next(line for line in plan if "Bitmap Heap Scan" in line)
    assert "kernel_searchentry_keys" in "".join(plan)
    assert "loops=1)" in opened


@pytest.mark.django_db
def test_a_rare_word_is_looked_for_in_every_drawer_and_nowhere_else() -> None:
    many = _Many(1, count=2000)
    search.index(Rule(pk=9000), title="hiếm", at=AT - timedelta(days=2000))
    drawers = {at.timestamp() // 2419200 for at in many.at.values()}
    plan = _plan("hiếm", limit=5, marks=None)

    assert "Seq Scan" not in "".join(plan)
    opened = next(line for line in plan if "Bitmap Index Scan" in line)
    assert int(opened.split("loops=")[1].rstrip(")")) <= max(drawers) - min(drawers) + 1


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", '""', "&|!", "bao"])
def test_what_cannot_find_anything_asks_nothing(
    query: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    marks: list[str] | None = [] if query == "bao" else None
    with django_assert_num_queries(0):
        assert search.newest(Rule, query, limit=50, marks=marks) == []
        assert search.all_keys(Rule, query, marks=marks) == []
        assert search.newest(Rule, "bao", limit=0) == []


@pytest.mark.django_db
def test_what_is_common_among_the_newest_is_found_by_one_query_and_the_rest_by_two(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    _Many(2)
    with django_assert_num_queries(1):
        search.newest(Rule, "bao", limit=5)
    with django_assert_num_queries(2):
        search.newest(Rule, "nothing", limit=5)
    with django_assert_num_queries(1):
        search.newest(Rule, "bao", limit=5, marks=["u1"])


@pytest.mark.django_db(transaction=True)
def test_writers_at_once_lose_nothing_and_what_is_not_committed_is_not_found() -> None:
    def enter(first: int) -> None:
        try:
            for key in range(first, first + 40):
                search.index(Rule(pk=key), title=f"báo cáo số {key}", at=AT, marks=["u1"])
        finally:
            connection.close()

    writers = [Thread(target=enter, args=(1000 * n + 1,)) for n in range(1, 5)]
    for writer in writers:
        writer.start()
    seen = 0
    while any(writer.is_alive() for writer in writers):
        found = len(_walked("bao cao", None, limit=50))
        assert found >= seen
        seen = found
    for writer in writers:
        writer.join()
    with transaction.atomic():
        search.index(Rule(pk=77), title="báo cáo", at=AT)
        transaction.set_rollback(True)

    assert _walked("bao cao", None, limit=50) == sorted(
        1000 * n + key for n in range(1, 5) for key in range(1, 41)
    )
    assert SearchEntry.objects.count() == 160


def test_letters_with_and_without_accents_are_among_the_words_of_these_tests() -> None:
    assert {fold(word) for word in WORDS} & set(WORDS) >= {"bao", "cao", "quy", "dat"}


def _walked(query: str, marks: Collection[str] | None, *, limit: int) -> list[int]:
    """Everything, portion by portion."""
    found, after = list[int](), None
    while places := search.newest(Rule, query, limit=limit, marks=marks, after=after):
        found += [place.key for place in places]
        after = places[-1]
    return found


def _plan(query: str, *, limit: int, marks: Collection[str] | None) -> Sequence[str]:
    asked = queries._asked(Rule, query, marks, None, limit)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE kernel_searchentry")
        cursor.execute("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) " + queries._IN_ORDER, asked)
        return [line for (line,) in cursor.fetchall()]
