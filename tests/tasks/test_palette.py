"""Ctrl-K: one field over tasks, documents, units, people, pages and acts."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.factories.documents import DocumentFactory
from tests.factories.org import UnitFactory
from tests.factories.work import WorkItemFactory
from tests.tasks.conftest import Cast

from baro.kernel.search import api as search
from baro.org import api as org
from baro.work import api as work
from baro.work.api import numbers_meant
from baro.work.queries.sight import marks_of

_ENTRY = re.compile(r'<a class="palette-entry[^>]*?(?: href="([^"]*)")?(?: data-press="[^"]*")?>')


def _asked(client: Client, user: org.User, words: str) -> list[str]:
    """The addresses that the palette offers, in order."""
    client.force_login(user)
    page = client.get(reverse("kernel:palette"), {"q": words}, headers={"HX-Request": "true"})
    return _ENTRY.findall(page.content.decode())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("126", "NV-{year}-000126"),
        ("nv 126", "NV-{year}-000126"),
        ("NV126", "NV-{year}-000126"),
        ("2024-126", "NV-2024-000126"),
        ("nv-2024-000126", "NV-2024-000126"),
    ],
)
def test_a_number_is_understood_as_people_say_it(words: str, expected: str) -> None:
    assert numbers_meant(words)[0] == expected.format(year=date.today().year)  # noqa: DTZ011


@pytest.mark.parametrize("words", ["126 xã", "12/TB", "nv", "", "1234567"])
def test_other_words_are_no_number(words: str) -> None:
    assert numbers_meant(words) == []


def test_a_task_is_found_by_number_and_by_words_and_only_by_who_may_see_it(
    cast: Cast, client: Client
) -> None:
    both = {"issuer_unit": cast.committee, "lead_unit": cast.ward_committee}
    by_number = WorkItemFactory.create(number=f"NV-{date.today():%Y}-000126", **both)  # noqa: DTZ011
    by_words = WorkItemFactory.create(title="Rà soát hộ tịch", **both)
    search.index(
        by_words,
        title=by_words.title,
        at=by_words.issued_at,
        marks=marks_of(by_words, by_words.parties.values_list("unit_id", flat=True)),
    )
    task = reverse("tasks:task", args=[by_number.pk])
    other = reverse("tasks:task", args=[by_words.pk])

    assert _asked(client, cast.receiver, "nv 126")[0] == task
    assert _asked(client, cast.receiver, "ra soat")[0] == other
    assert _asked(client, cast.receiver, "rà soát")[0] == other
    assert _asked(client, cast.receiver, "rá soát") == []
    assert _asked(client, cast.stranger, "nv 126") == []
    assert _asked(client, cast.stranger, "ra soat") == []


def test_a_document_is_found_by_number_symbol_and_words_by_who_may_see_it(
    cast: Cast, client: Client
) -> None:
    paper = DocumentFactory.create(
        owner_unit=cast.committee, number=77, symbol="77/KL-UBND", subject="Kết luận giao ban"
    )
    address = reverse("documents:document", args=[paper.pk])

    for words in ("77", "77/kl", "77/KL-UBND"):
        assert _asked(client, cast.issuer, words)[0] == address
        assert _asked(client, cast.stranger, words) == []


def test_units_and_people_are_open_to_all_and_found_by_initials_and_without_accents(
    cast: Cast, client: Client
) -> None:
    ward = UnitFactory.create(is_commune=True, name="Phường Hoàn Kiếm", parent=cast.city)

    assert reverse("org:unit", args=[ward.code]) in _asked(client, cast.stranger, "hk")
    person = cast.receiver.person
    found = _asked(client, cast.stranger, person.full_name.lower())
    assert reverse("org:person", args=[person.pk]) in found


def test_a_saved_list_is_found_by_its_name_by_whoever_may_open_it(
    cast: Cast, client: Client, noon: datetime
) -> None:
    saved = work.save_list(
        name="Quá hạn của phường", query="o=running_overdue", reach="own", by=cast.issuer, at=noon
    )
    address = f"{reverse('tasks:task-list')}?o=running_overdue&amp;ds={saved.pk}"

    assert _asked(client, cast.issuer, "qua han")[0] == address
    assert address not in _asked(client, cast.receiver, "qua han")


def test_acts_are_offered_to_whoever_may_do_them(cast: Cast, client: Client) -> None:
    creation = reverse("tasks:task-creation")

    assert _asked(client, cast.issuer, "gnv")[0] == creation
    assert creation not in _asked(client, cast.officer, "giao nhiem vu")
    assert reverse("kernel:health") not in _asked(client, cast.issuer, "he thong")
    assert _asked(client, cast.officer, "")[0] != ""


def test_more_than_a_few_lead_to_the_whole_list_with_a_bounded_number_of_queries(
    cast: Cast, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(20):
        item = WorkItemFactory.create(issuer_unit=cast.committee, lead_unit=cast.ward_committee)
        search.index(
            item,
            title=item.title,
            at=item.issued_at,
            marks=marks_of(item, item.parties.values_list("unit_id", flat=True)),
        )
    client.force_login(cast.receiver)

    with django_assert_max_num_queries(19):
        found = _asked(client, cast.receiver, "ra soat")

    assert len(found) == 7
    assert found[-1] == reverse("tasks:task-list") + "?q=ra+soat"


@pytest.mark.parametrize("words", ["'", "\\", "((&|!", "%", "_", "🦜", "a" * 400, "1" * 90, "\0"])
def test_whatever_is_typed_it_answers(cast: Cast, client: Client, words: str) -> None:
    client.force_login(cast.receiver)

    assert client.get(reverse("kernel:palette"), {"q": words}).status_code == 200


def test_without_scripts_it_is_a_page_with_links(cast: Cast, client: Client) -> None:
    client.force_login(cast.issuer)

    page = client.get(reverse("kernel:palette"), {"q": "giao nhiem vu"}).content.decode()

    assert "<h1" in page
    assert f'<li><a class="palette-entry" href="{reverse("tasks:task-creation")}">' in page


@pytest.mark.parametrize("words", ["bo nhiem", "bổ nhiệm", "Bổ  Nhiệm"])
def test_titles_that_say_the_very_words_stand_above_newer_ones_with_the_words_apart(
    cast: Cast, client: Client, noon: datetime, words: str
) -> None:
    said = _found_item(cast, "Quy trình bổ nhiệm cán bộ", noon - timedelta(days=90))
    apart = [
        _found_item(cast, f"Bổ sung nhiệm vụ {day}", noon - timedelta(days=day)) for day in range(9)
    ]

    found = _asked(client, cast.receiver, words)

    tasks = [reverse("tasks:task", args=[item.pk]) for item in (said, *apart)]
    assert [address for address in found if address in tasks] == tasks[:6]


def test_a_number_stands_above_a_title_that_says_it(
    cast: Cast, client: Client, noon: datetime
) -> None:
    titled = _found_item(cast, "126 xã, phường rà soát", noon)
    numbered = WorkItemFactory.create(
        number=f"NV-{date.today():%Y}-000126",  # noqa: DTZ011
        lead_unit=cast.ward_committee,
    )

    found = _asked(client, cast.receiver, "126")

    assert found[:2] == [reverse("tasks:task", args=[item.pk]) for item in (numbered, titled)]


def _found_item(cast: Cast, title: str, issued_at: datetime) -> work.WorkItem:
    item = WorkItemFactory.create(
        title=title,
        issuer_unit=cast.committee,
        lead_unit=cast.ward_committee,
        issued_at=issued_at,
    )
    marks = marks_of(item, item.parties.values_list("unit_id", flat=True))
    search.index(item, title=item.title, at=item.issued_at, marks=marks)
    return item
