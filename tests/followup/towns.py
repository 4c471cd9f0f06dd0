"""A committee that gives work, a ward that owes it, a department that helps; heads in all."""

from datetime import datetime
from types import SimpleNamespace
from typing import Any

from tests.factories.org import UnitFactory, UserFactory
from tests.factories.tasks import TaskFactory
from tests.factories.work import CITY

from baro.followup.models import Reminder, Rung
from baro.tasks import api as tasks

START = datetime(2026, 9, 1, 8, tzinfo=CITY)


def at(day: int, hour: int = 8) -> datetime:
    return datetime(2026, 9, day, hour, tzinfo=CITY)


def lay_out_town() -> SimpleNamespace:
    city = UnitFactory.create(code="HN", kind="city", branch="territory")
    committee = UnitFactory.create(parent=city, committee=True)
    ward = UnitFactory.create(committee=True)
    helper = UnitFactory.create()
    town = SimpleNamespace(committee=committee, ward=ward, helper=helper)
    for name in ("committee", "ward", "helper"):
        user = UserFactory.create(role="unit_head", unit=getattr(town, name), is_head=True)
        setattr(town, f"head_of_{name}", user.person)
        setattr(town, f"{name}s_head", user)
    town.giver = UserFactory.create(role="office_specialist", unit=committee)
    town.officer = UserFactory.create(role="civil_servant", unit=ward).person
    town.stranger = UserFactory.create(role="unit_head", unit=UnitFactory.create())
    return town


def give_task(town: SimpleNamespace, **item: Any) -> tasks.Task:
    given = {
        "issuer_unit": town.committee,
        "lead_unit": town.ward,
        "issued_by": town.giver,
        "state": "received",
        **item,
    }
    return TaskFactory.create(**{f"item__{key}": value for key, value in given.items()})


def remind_on(task: tasks.Task, *days: int, people: tuple[int, ...] = ()) -> None:
    """Rows as reminding on these days of September leaves them, by whatever rungs there are."""
    rungs = list(Rung.objects.order_by("offset"))
    due_at = task.item.due_at
    assert due_at is not None
    for rung, day in zip(rungs, days, strict=False):
        Reminder.objects.create(
            item=task.item,
            rung=rung,
            due_on=due_at.astimezone(CITY).date(),
            planned_at=at(day, 0),
            fired_at=at(day),
            fired_on=at(day).date(),
            people=list(people),
        )
