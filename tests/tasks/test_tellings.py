"""Who is told what when something is done to a task, and what closes what was told."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.factories.org import PostFactory, UnitFactory, UserFactory
from tests.tasks.conftest import Cast

from baro.notices import api as notices
from baro.org import api as org
from baro.tasks import api as tasks
from baro.tasks.specs import CooperatingPart, SplitPart


def _open(user: org.User) -> list[str]:
    """Kinds of the open notices of a person, the oldest first."""
    mine = notices.Notice.objects.filter(person=user.person_id, done_at__isnull=True)
    return list(mine.order_by("pk").values_list("kind", flat=True))


def test_the_lead_unit_hears_of_its_task_until_somebody_takes_it_in(
    cast: Cast, task: tasks.Task, noon: datetime, client: Client
) -> None:
    specialist = UserFactory.create(
        role="office_specialist", unit=cast.division, scope=cast.ward_committee
    )
    again = tasks.issue_tasks(specs=[cast.spec()], by=cast.issuer, at=noon)[0]

    assert _open(cast.receiver) == ["given", "given"]
    assert _open(specialist) == ["given"]
    for other in (cast.issuer, cast.officer, cast.head_of_division, cast.stranger):
        assert _open(other) == []
    client.force_login(cast.receiver)
    page = client.get("/thong-bao/").text
    assert f'href="/nhiem-vu/{task.pk}/"' in page
    assert "hạn 18/09/2026" in page

    tasks.receive_task(task=again, by=cast.receiver, at=noon)
    assert (_open(cast.receiver), _open(specialist)) == (["given"], [])


def test_cooperating_units_and_parts_inside_hear_of_their_share(cast: Cast, noon: datetime) -> None:
    helper = UserFactory.create(role="unit_head", unit=cast.department)
    spec = cast.spec(cooperating=(CooperatingPart(cast.department.code, "Cho số liệu"),))
    [task] = tasks.issue_tasks(specs=[spec], by=cast.issuer, at=noon)
    tasks.receive_task(task=task, by=cast.receiver, at=noon)
    part = SplitPart(cast.division, "Rà soát tổ 1", "Biểu số liệu", date(2026, 9, 16))
    tasks.split_task(task=task, parts=[part], by=cast.receiver, at=noon)

    assert _open(helper) == ["cooperating"]
    assert _open(cast.head_of_division) == ["given"]


def test_the_story_of_questions_dates_and_products(
    cast: Cast, received: tasks.Task, noon: datetime
) -> None:
    by_ward: dict[str, Any] = {"task": received, "by": cast.receiver, "at": noon}
    by_city: dict[str, Any] = {"task": received, "by": cast.issuer, "at": noon}

    tasks.ask_about_task(question="Hộ tịch của năm nào?", **by_ward)
    assert _open(cast.issuer) == ["asked"]
    tasks.answer_about_task(answer="Từ năm 2016.", **by_city)
    assert (_open(cast.issuer), _open(cast.receiver)) == ([], ["answered"])

    tasks.assign_task(unit=cast.division, person=cast.officer.person, **by_ward)
    assert _open(cast.officer) == ["assigned"]
    assert _open(cast.head_of_division) == []

    tasks.ask_task_extension(proposed_due_on=date(2026, 9, 25), grounds="Thiếu sổ gốc", **by_ward)
    assert _open(cast.issuer) == ["extension_asked"]
    tasks.decide_task_extension(is_granted=True, **by_city)
    assert _open(cast.issuer) == []
    assert _open(cast.receiver)[-1] == "extended"
    assert _open(cast.officer) == ["assigned", "extended"]

    tasks.deliver_task(task=received, text="Đã rà soát.", by=cast.officer, at=noon)
    assert (_open(cast.issuer), _open(cast.officer)) == (["delivered"], [])
    assert _open(cast.receiver) == ["handed_in"]
    tasks.recall_task(task=received, reason="Nhầm tệp", by=cast.officer, at=noon)
    assert (_open(cast.issuer), _open(cast.receiver)) == (["recalled"], ["recalled"])
    tasks.deliver_task(task=received, text="Đúng tệp.", by=cast.officer, at=noon)
    assert (_open(cast.issuer), _open(cast.receiver)) == (["delivered"], ["handed_in"])
    tasks.return_task(reason="Thiếu biểu 2", **by_city)
    assert (_open(cast.issuer), _open(cast.officer)[-1]) == ([], "returned")
    tasks.deliver_task(task=received, text="Đã bổ sung.", by=cast.officer, at=noon)
    assert "returned" not in _open(cast.officer) + _open(cast.receiver)
    tasks.accept_task(**by_city)
    assert (_open(cast.issuer), _open(cast.officer)) == ([], ["accepted"])


def test_what_was_taken_back_asks_nothing_more(
    cast: Cast, task: tasks.Task, noon: datetime
) -> None:
    tasks.withdraw_tasks(tasks=[task], reason="Đã có văn bản khác", by=cast.issuer, at=noon)

    assert _open(cast.receiver) == ["withdrawn"]


def test_who_has_left_the_office_is_not_asked_but_the_office_is(
    cast: Cast, received: tasks.Task, noon: datetime
) -> None:
    successor = UserFactory.create(role="office_specialist", unit=cast.committee)
    seat = cast.issuer.person.appointments.get()
    seat.valid_to = noon.date()
    seat.save()

    tasks.ask_about_task(
        task=received, question="Năm nào?", by=cast.receiver, at=noon + timedelta(hours=1)
    )

    assert _open(cast.issuer) == []
    assert _open(successor) == ["asked"]


def test_a_hundred_units_are_told_in_as_many_queries_as_two(cast: Cast, noon: datetime) -> None:
    costs = []
    for size in (2, 12):
        units = UnitFactory.create_batch(size, parent=cast.committee)
        for unit in units:
            UserFactory.create(role="unit_head", unit=unit, is_head=True, email=f"{unit.pk}@x.vn")
        spec = cast.spec(lead_codes=tuple(unit.code for unit in units))
        with CaptureQueriesContext(connection) as queries:
            tasks.issue_tasks(specs=[spec], by=cast.issuer, at=noon)
        told = [query["sql"] for query in queries if "notices_" in query["sql"]]
        costs.append(len(told))

    assert costs[0] == costs[1] <= 3
    assert notices.Notice.objects.filter(kind="given").count() == 14


def test_for_a_unit_the_head_and_its_office_hear_and_else_a_deputy(
    cast: Cast, noon: datetime
) -> None:
    on = noon.date()
    deputy = UserFactory.create(role="leader", unit=cast.ward_committee)
    both = org.recipients_of_unit(cast.ward_committee, on=on)
    seat = cast.receiver.person.appointments.get()
    seat.valid_to = on
    seat.save()
    alone = org.recipients_of_unit(cast.ward_committee, on=on)
    empty = PostFactory.create().unit

    assert both == (cast.receiver.person,)
    assert alone == (deputy.person,)
    assert org.recipients_of_unit(empty, on=on) == ()
