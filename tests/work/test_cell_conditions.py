"""A cell as a condition is the cell in which `cell_of` puts an item, whatever its dates."""

from datetime import datetime, timedelta

import pytest
from tests.factories.org import UnitFactory, UserFactory
from tests.factories.work import WorkItemFactory

from baro.work import api as work

_DAYS = (-1, 0, 1)


@pytest.fixture
def every_kind(db: None, noon: datetime) -> list[work.WorkItem]:
    """Each state with each deadline and each delivery: before, at and after the moment."""
    user, unit = UserFactory.create(), UnitFactory.create()
    return [
        WorkItemFactory.create(
            state=state,
            due_at=None if due is None else noon + timedelta(days=due),
            delivered_at=None if handed is None else noon + timedelta(days=handed),
            lead_unit=unit,
            issuer_unit=unit,
            issued_by=user,
        )
        for state in work.State
        for due in (None, *_DAYS)
        for handed in ((None,) if state == "issued" else _DAYS)
    ]


def _in(cells: list[str], noon: datetime, **more: str) -> set[int]:
    asked = work.read_query({"o": ",".join(cells), **more})
    items = work.ground_of(work.WorkItem.objects.all(), asked)
    return set(work.filtered(items, asked, at=noon).values_list("pk", flat=True))


def test_a_cell_as_a_condition_is_the_cell_of_the_item(
    every_kind: list[work.WorkItem], noon: datetime
) -> None:
    ended = ",".join(state.value for state in work.State)

    for cell in work.Cell:
        here = {item.pk for item in every_kind if work.cell_of(item, at=noon) == cell}
        taken_back = {item.pk for item in every_kind if item.state in work.TAKEN_BACK}

        assert _in([cell.value], noon) == here - taken_back
        assert _in([cell.value], noon, trangthai=ended) == here


def test_several_cells_are_all_that_stand_in_one_of_them(
    every_kind: list[work.WorkItem], noon: datetime
) -> None:
    each = [cell.value for cell in work.Cell]

    for first in each:
        for second in each:
            assert _in([first, second], noon) == _in([first], noon) | _in([second], noon)
    assert sum(len(_in([cell], noon)) for cell in each) == len(_in(each, noon))
