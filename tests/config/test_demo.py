from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction
from django.db.models import Count, F

from baro.config.demo import PASSWORD, accounts
from baro.config.demo.accounts import STORY_COMMUNE
from baro.config.demo.build import CityNotEmpty, build
from baro.config.demo.chance import Days
from baro.config.demo.checks import Summary
from baro.config.demo.city import City
from baro.config.demo.names import WELL_KNOWN, invented_names
from baro.config.demo.planning import planned_papers
from baro.config.demo.sample import TOPIC, subject_of
from baro.config.demo.scale import FULL, SMALL
from baro.config.demo.sectors import sectors
from baro.documents.api import Document
from baro.kernel.calendar.api import CITY, built_in_calendar, working_calendar
from baro.org import api as org
from baro.tasks import api as tasks
from baro.work import api as work

TODAY = date(2026, 11, 23)
MORNING = built_in_calendar().start_of(TODAY).replace(hour=8)


@pytest.fixture(scope="module")
def told() -> list[str]:
    return []


@pytest.fixture(scope="module")
def summary(django_db_setup: None, django_db_blocker: object, told: list[str]) -> Iterator[Summary]:
    """One small city for all questions; nothing of it stays."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        yield build(today=TODAY, say=told.append, scale=SMALL)
        transaction.set_rollback(True)


def test_the_counts_come_out_exactly(summary: Summary) -> None:
    items = work.WorkItem.objects.counted().between_bodies()

    assert summary.tally.total == items.count() == SMALL.counted
    assert len(work.longest_overdue(items, at=MORNING, limit=1000)) == SMALL.overdue
    assert sum(count for _, count in summary.tally.cells()) == SMALL.counted


def test_the_full_city_is_the_published_one() -> None:
    assert (FULL.counted, FULL.overdue, FULL.accounts) == (24_321, 728, 600)


def test_nothing_overdue_was_updated_lately(summary: Summary) -> None:
    items = work.WorkItem.objects.counted().between_bodies()

    overdue = work.longest_overdue(items, at=MORNING, limit=1000)

    assert all(item.last_update_at < work.fresh_since(MORNING) for item in overdue)


def test_every_quote_stands_in_its_document(summary: Summary) -> None:
    rows = tasks.Task.objects.select_related("item__source_document")

    for row in rows:
        document = row.item.source_document
        assert document
        assert document.text[row.quote_start : row.quote_end] == row.quote != ""


def test_a_deadline_is_what_the_clock_works_out(summary: Summary) -> None:
    moved = work.WorkItem.objects.exclude(due_at=F("original_due_at")).filter(due_at__isnull=False)

    assert moved.exists()
    assert all(
        work.due_chain(item, work.extensions_of(item=item.pk))[-1].due_at == item.due_at
        for item in moved
    )


def test_a_collective_task_is_closed_with_its_last_child(summary: Summary) -> None:
    parents = work.WorkItem.objects.filter(is_collective=True)

    for parent in parents:
        is_all_closed = not parent.children.open().exists()
        assert parent.is_open is not is_all_closed


def test_numbers_go_on_after_the_last_one(summary: Summary) -> None:
    numbers = set(work.WorkItem.objects.values_list("number", flat=True))

    [following] = work.take_numbers(prefix="NV", year=TODAY.year, count=1)

    last = max(number for number in numbers if str(TODAY.year) in number)
    assert following not in numbers
    assert int(following[-6:]) == int(last[-6:]) + 1


def test_every_history_reads_without_a_gap(summary: Summary) -> None:
    done = tasks.Task.objects.filter(item__state="done").annotate(many=Count("progress_notes"))

    for task in done.order_by("-many")[:25]:
        told = [entry.sentence for entry in tasks.history_of(task)]
        assert len(told) >= 2
        assert not [sentence for sentence in told if "…" in sentence or "None" in sentence]


@pytest.mark.parametrize(
    ("username", "sections"),
    [
        ("cv.tonghop", {"others"}),
        ("ct.hoankiem", {"later", "others"}),
        ("cv.hoankiem", {"overdue"}),
        ("gd.sxd", set()),
        ("cv.thanhuy", set()),
    ],
)
def test_the_people_of_the_story_find_work(
    summary: Summary, username: str, sections: set[str]
) -> None:
    user = org.User.objects.get(username=username)

    inbox = work.inbox_of(user, at=MORNING)

    found = {section.code for section in inbox.sections if section.total}
    assert found >= sections
    assert found


def test_each_account_of_the_sign_in_page_exists_and_opens(summary: Summary) -> None:
    users = {user.username: user for user in org.User.objects.all()}

    assert all(users[one.username].check_password(PASSWORD) for one in accounts())
    assert len({one.role for one in accounts()}) == len(accounts()) >= len(org.Role)
    assert len(users) == SMALL.accounts


def test_people_are_invented_and_nobody_bears_a_known_name(summary: Summary) -> None:
    people = org.Person.objects.all()

    assert not people.filter(is_invented=False).exists()
    assert not set(people.values_list("full_name", flat=True)) & WELL_KNOWN
    assert 1900 < people.count() < 2200


def test_a_second_city_is_refused_in_a_clear_sentence(summary: Summary) -> None:
    with pytest.raises(CityNotEmpty, match="không dựng thành phố dùng thử lên trên"):
        build(today=TODAY, say=lambda line: None, scale=SMALL)


def test_letters_tell_who_drafted_them_and_begin_with_a_capital(summary: Summary) -> None:
    letters = Document.objects.filter(type="CV", owner_unit__branch="government")

    assert letters.exists()
    assert all("-" in letter.symbol for letter in letters)
    assert not [one.subject for one in Document.objects.all() if one.subject[0].islower()]


def test_the_paper_on_the_desk_is_not_the_sample_file(summary: Summary) -> None:
    assert not Document.objects.filter(subject=subject_of(TOPIC)).exists()


def test_a_paper_waits_for_review(summary: Summary) -> None:
    drafts = tasks.TaskDraft.objects.filter(status="open")

    assert drafts.count() >= 7
    assert [draft for draft in drafts if any("30/2" in doubt for doubt in draft.doubts)]


def test_texts_differ_from_paper_to_paper(summary: Summary) -> None:
    own = Document.objects.exclude(register="incoming").values_list("text", flat=True)
    arrived = Document.objects.filter(register="incoming").count()

    assert len(set(own)) == len(own) == summary.documents - arrived


def test_two_builds_on_one_day_plan_the_same(summary: Summary) -> None:
    city, days = City.standing(), Days(TODAY, working_calendar())

    first, second = (planned_papers(city, days, FULL) for _ in range(2))

    assert [
        (paper.issued_on, item.title, [unit.code for unit in item.leads], item.due_on)
        for paper in first
        for item in paper.assigned
    ] == [
        (paper.issued_on, item.title, [unit.code for unit in item.leads], item.due_on)
        for paper in second
        for item in paper.assigned
    ]
    given = sum(len(item.leads) for paper in first for item in paper.assigned)
    assert given == FULL.counted + FULL.withdrawn


def test_dates_move_with_the_day_of_the_build() -> None:
    calendar = built_in_calendar()

    early, late = (Days(day, calendar) for day in (date(2026, 9, 9), TODAY))

    assert early.working[-1] < date(2026, 9, 9)
    assert late.working[-1] < TODAY
    assert late.end.astimezone(CITY).date() == date(2026, 11, 22)


def test_names_repeat_with_the_seed_and_never_within_it() -> None:
    names = invented_names(1)
    again = invented_names(1)

    drawn = [next(names) for _ in range(2500)]

    assert drawn == [next(again) for _ in range(2500)]
    assert len(set(drawn)) == len(drawn)
    assert not set(drawn) & WELL_KNOWN


def test_every_sector_has_duties_for_units_and_for_all() -> None:
    for sector in sectors():
        everyone = "committees" if sector.is_party else "communes"
        assert len(sector.duties_to(everyone)) >= 3, sector.key
        assert sector.duties_to("department"), sector.key
        assert sector.duties_to("places", "party-places"), sector.key


def test_a_ward_has_a_chain_and_arrivals_at_every_step(summary: Summary) -> None:
    arrivals = Document.objects.filter(register="incoming")
    plan = Document.objects.get(type="KH", owner_unit__code=f"{STORY_COMMUNE}.UBND")

    letter = plan.links.get(kind="carries_out").target
    assert letter is not None
    assert letter.links.get(kind="carries_out").target is not None
    states = arrivals.values_list("handling__state", flat=True)
    assert set(states) == {"waiting", "submitted", "assigned", "finished"}
    assert [each.symbol for each in arrivals if each.is_registered_late] == [
        "188/TCS-NV",
        "73/CAP-TM",
    ]
