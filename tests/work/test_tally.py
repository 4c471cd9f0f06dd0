from datetime import datetime, timedelta
from typing import Any

import pytest
from django.template import engines
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories.org import PostFactory, UnitFactory
from tests.factories.work import CITY, DUE_AT, WorkItemFactory
from tests.work.conftest import Cast

from baro.work import api as work

pytestmark = pytest.mark.django_db
LATER = datetime(2026, 9, 21, 9, tzinfo=CITY)


def _items() -> Any:
    return work.WorkItem.objects.counted()


def test_every_counted_item_is_in_one_of_the_cells(noon: datetime) -> None:
    WorkItemFactory.create(state="done")
    WorkItemFactory.create(state="done", delivered_at=DUE_AT + timedelta(seconds=1))
    WorkItemFactory.create(state="received")
    WorkItemFactory.create(state="received", due_at=noon - timedelta(days=1))
    WorkItemFactory.create(state="received", due_at=None)
    WorkItemFactory.create(state="done", due_at=None)
    WorkItemFactory.create(state="unclear")
    WorkItemFactory.create(state="withdrawn")
    WorkItemFactory.create(state="replaced")
    WorkItemFactory.create(is_collective=True)

    found = work.tally(_items(), at=noon)

    assert [count for _, count in found.cells()] == [1, 1, 1, 1, 2, 1]
    assert (found.total, found.done, found.undated_done, found.running) == (7, 3, 1, 4)
    assert found.completion_rate == pytest.approx(3 / 7)


def test_the_bar_of_cells_calls_each_by_its_name() -> None:
    bar = engines["jinja2"].from_string("{{ ui.cellbar(tally) }}")

    told = bar.render({"tally": dict.fromkeys(work.Cell.values, 1)})

    for cell in work.Cell:
        assert f'<span class="cellbar-name">{cell.label}</span>' in told


def test_what_was_handed_in_on_time_is_not_overdue_while_it_waits(noon: datetime) -> None:
    WorkItemFactory.create(state="delivered")

    assert work.tally(_items(), at=LATER).running_in_time == 1


def test_freshness_counts_running_items_only(noon: datetime) -> None:
    WorkItemFactory.create(state="done", last_update_at=noon)
    WorkItemFactory.create(state="received", last_update_at=noon - timedelta(days=7))
    WorkItemFactory.create(state="received", last_update_at=noon - timedelta(days=7, seconds=1))

    found = work.tally(_items(), at=noon)

    assert (found.fresh, found.running, found.freshness_rate) == (1, 2, 0.5)


def test_nothing_has_no_rate(noon: datetime) -> None:
    found = work.tally(_items(), at=noon)

    assert (found.completion_rate, found.freshness_rate, found.total) == (None, None, 0)


@given(
    state=st.sampled_from(list(work.State)),
    due_in=st.none() | st.integers(-40, 40),
    delivered_in=st.integers(-40, 40),
)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
def test_the_cell_in_sql_is_the_cell_in_python(
    noon: datetime, state: work.State, due_in: int | None, delivered_in: int
) -> None:
    handed_in = state in {work.State.DELIVERED, work.State.DONE}
    item = WorkItemFactory.create(
        state=state,
        due_at=None if due_in is None else noon + timedelta(hours=due_in),
        delivered_at=noon + timedelta(hours=delivered_in) if handed_in else None,
    )

    row = work.WorkItem.objects.with_cell(at=noon).get(pk=item.pk)

    assert row.cell == work.cell_of(row, at=noon)


@pytest.mark.parametrize(
    "key", ["commune", "lead_unit", "issuer", "source", "leader", "week", "due_week"]
)
def test_groups_add_up_to_the_whole(
    cast: Cast, noon: datetime, key: str, django_assert_num_queries: Any
) -> None:
    for state in work.State:
        WorkItemFactory.create(
            state=state,
            lead_unit=cast.division,
            accountable_post=PostFactory.create(),
            issued_at=noon - timedelta(weeks=2),
        )
        WorkItemFactory.create(state=state, lead_unit=UnitFactory.create(), due_at=None)
    whole = work.tally(_items(), at=noon)

    with django_assert_num_queries(2):  # the limit of freshness, and the count
        groups = work.tallies_by(_items(), key, at=noon)

    assert sum(group.total for group in groups.values()) == whole.total == 12
    for name, count in whole.cells():
        assert sum(dict(group.cells())[name] for group in groups.values()) == count


def test_a_commune_is_counted_with_everything_below_it(cast: Cast, noon: datetime) -> None:
    WorkItemFactory.create(lead_unit=cast.division)
    WorkItemFactory.create(lead_unit=cast.ward_committee)
    WorkItemFactory.create(lead_unit=cast.committee)

    groups = work.tallies_by(_items(), "commune", at=noon)

    assert {key: group.total for key, group in groups.items()} == {cast.ward.pk: 2, None: 1}


def test_a_week_begins_on_monday_in_the_city(noon: datetime) -> None:
    sunday_night = datetime(2026, 9, 6, 23, 30, tzinfo=CITY)
    WorkItemFactory.create(issued_at=sunday_night)

    groups = work.tallies_by(_items(), "week", at=noon)

    assert [monday.isoformat() for monday in groups] == ["2026-08-31"]


def test_the_longest_overdue_comes_first(noon: datetime) -> None:
    WorkItemFactory.create(due_at=noon + timedelta(days=1))
    late = WorkItemFactory.create(due_at=noon - timedelta(days=1))
    later = WorkItemFactory.create(due_at=noon - timedelta(days=9))
    WorkItemFactory.create(due_at=noon - timedelta(days=20), state="unclear")

    assert list(work.longest_overdue(_items(), at=noon)) == [later, late]
