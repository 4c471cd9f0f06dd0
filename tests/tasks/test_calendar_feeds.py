"""Deadlines in calendar programs: they move, are cancelled, and end with their address."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from icalendar import Calendar
from tests.tasks.conftest import Cast

from baro.org import api as org
from baro.tasks import api as tasks
from baro.work.models import CalendarFeed
from baro.work.operations.feeds import (
    CalendarAlreadyRevoked,
    make_calendar,
    revoke_calendar,
)


def _read(client: Client, secret: str) -> dict[str, Any]:
    """Events by their title, without the words before it."""
    answer = client.get(f"/lich/{secret}.ics")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    return {str(event["summary"]).removeprefix("Hạn: "): event for event in events}


def test_a_date_that_moves_moves_in_the_calendar(
    cast: Cast, task: tasks.Task, client: Client, noon: datetime
) -> None:
    _, secret = make_calendar(unit=None, by=cast.receiver, at=noon)
    [first] = _read(client, secret).values()
    tasks.receive_task(task=task, by=cast.receiver, at=noon)
    facts: dict[str, Any] = {"task": task, "at": noon + timedelta(hours=2)}
    tasks.ask_task_extension(
        proposed_due_on=date(2026, 9, 25), grounds="Thiếu sổ", by=cast.receiver, **facts
    )
    [asked] = _read(client, secret).values()
    tasks.decide_task_extension(is_granted=True, by=cast.issuer, **facts)
    [second] = _read(client, secret).values()

    assert first["uid"] == asked["uid"] == second["uid"]
    assert (first["dtstart"].dt, second["dtstart"].dt) == (date(2026, 9, 18), date(2026, 9, 25))
    assert first["sequence"] == asked["sequence"] < second["sequence"]
    assert first["last-modified"].dt == noon
    assert second["last-modified"].dt == noon + timedelta(hours=2)
    assert str(second["url"]).endswith(f"/nhiem-vu/{task.pk}/")


def test_what_is_taken_back_is_cancelled_and_later_gone(
    cast: Cast, task: tasks.Task, client: Client, noon: datetime
) -> None:
    now = datetime.now(noon.tzinfo)
    _, secret = make_calendar(unit=cast.ward_committee, by=cast.receiver, at=noon)
    [before] = _read(client, secret).values()
    tasks.withdraw_tasks(tasks=[task], reason="Trùng việc", by=cast.issuer, at=now)
    [after] = _read(client, secret).values()

    assert (before["status"], after["status"]) == ("CONFIRMED", "CANCELLED")
    assert after["sequence"] > before["sequence"]
    task.item.refresh_from_db()
    task.item.closed_at = now - timedelta(days=31)
    task.item.save()
    assert _read(client, secret) == {}


def test_a_person_sees_what_is_in_their_hands_and_a_unit_what_it_leads(
    cast: Cast, task: tasks.Task, client: Client, noon: datetime
) -> None:
    """And nothing any more once the account is closed."""
    tasks.receive_task(task=task, by=cast.receiver, at=noon)
    tasks.assign_task(
        task=task, unit=cast.division, person=cast.officer.person, by=cast.receiver, at=noon
    )
    _, own = make_calendar(unit=None, by=cast.officer, at=noon)
    _, head = make_calendar(unit=None, by=cast.receiver, at=noon)
    _, unit = make_calendar(unit=cast.ward_committee, by=cast.receiver, at=noon)
    _, stranger = make_calendar(unit=None, by=cast.stranger, at=noon)

    titles = [list(_read(client, secret)) for secret in (own, head, unit, stranger)]
    assert titles == [[task.item.title], [], [task.item.title], []]

    org.User.objects.filter(pk=cast.officer.pk).update(is_active=False)
    assert _read(client, own) == {}


def test_an_address_ends_with_the_next_one_and_with_being_revoked(
    cast: Cast, client: Client, noon: datetime
) -> None:
    _, first = make_calendar(unit=None, by=cast.receiver, at=noon)
    feed, second = make_calendar(unit=None, by=cast.receiver, at=noon)
    assert [client.get(f"/lich/{one}.ics").status_code for one in (first, second)] == [404, 200]
    assert second not in str(CalendarFeed.objects.filter(pk=feed.pk).values().get())

    with pytest.raises(PermissionDenied):
        revoke_calendar(feed=feed, by=cast.stranger, at=noon)
    revoke_calendar(feed=feed, by=cast.receiver, at=noon)
    assert client.get(f"/lich/{second}.ics").status_code == 404
    with pytest.raises(CalendarAlreadyRevoked):
        revoke_calendar(feed=feed, by=cast.receiver, at=noon)


def test_only_who_takes_its_work_in_makes_the_calendar_of_a_unit(
    cast: Cast, client: Client, noon: datetime
) -> None:
    with pytest.raises(PermissionDenied):
        make_calendar(unit=cast.ward_committee, by=cast.officer, at=noon)

    client.force_login(cast.officer)
    assert client.post("/tai-khoan/lich/", {"unit": cast.ward_committee.pk}).status_code == 404
    client.force_login(cast.receiver)
    page = client.post("/tai-khoan/lich/", {"unit": cast.ward_committee.pk}).text
    assert "chỉ hiện một lần" in page
    assert "chỉ hiện một lần" not in client.get("/tai-khoan/lich/").text


def test_a_calendar_that_did_not_change_is_not_sent_again_and_costs_few_queries(
    cast: Cast, client: Client, noon: datetime, django_assert_max_num_queries: Any
) -> None:
    for _ in range(6):
        tasks.issue_tasks(specs=[cast.spec()], by=cast.issuer, at=noon)
    _, secret = make_calendar(unit=None, by=cast.receiver, at=noon)

    with django_assert_max_num_queries(12):
        answer = client.get(f"/lich/{secret}.ics")
    again = client.get(f"/lich/{secret}.ics", headers={"If-None-Match": answer["ETag"]})

    assert answer.content.count(b"BEGIN:VEVENT") == 6
    assert again.status_code == 304
