"""Incoming documents stand in the list of whoever they wait for."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.documents import notice_text
from tests.factories.org import UserFactory
from tests.work.conftest import Cast

from baro.documents import api as documents
from baro.org import api as org
from baro.work import api as work


@pytest.fixture
def clerk(cast: Cast) -> org.User:
    return UserFactory.create(role=org.Role.CLERK, unit=cast.ward_committee)


def _arrival(cast: Cast, clerk: org.User, at: datetime, number: int = 1) -> documents.Document:
    return documents.register_document(
        register="incoming",
        owner_unit=cast.ward_committee,
        text=notice_text(f"{number}/TB-UBND"),
        by=clerk,
        at=at,
    )


def _waiting(user: org.User, at: datetime) -> list[documents.Document]:
    fresh = org.User.objects.get(pk=user.pk)
    arrivals = work.inbox_of(fresh, at=at).arrivals
    assert arrivals.total == len(arrivals.rows)
    return list(arrivals.rows)


def test_an_arrival_waits_for_the_one_who_has_it_now(
    cast: Cast, clerk: org.User, noon: datetime
) -> None:
    chair, head, officer = cast.receiver, cast.head_of_division, cast.officer
    everybody = (chair, head, officer, clerk, cast.stranger)

    def who_has(arrival: documents.Document) -> list[org.User]:
        return [user for user in everybody if arrival in _waiting(user, noon)]

    # The office's specialist keeps the register too; the head of a division keeps another one.
    arrival = _arrival(cast, clerk, noon)
    assert who_has(arrival) == [chair, clerk]

    leader = UserFactory.create(role=org.Role.LEADER, unit=cast.ward_committee)
    documents.submit_document(document=arrival, to=leader.person, by=clerk, at=noon)
    assert who_has(arrival) == []
    assert _waiting(leader, noon) == [arrival]

    told: dict[str, Any] = {
        "document": arrival,
        "lead_unit": cast.division,
        "instruction": "Tham mưu.",
    }
    documents.assign_document(**told, by=leader, at=noon)
    assert who_has(arrival) == [head]
    assert _waiting(leader, noon) == []

    documents.assign_document(**told, lead_person=officer.person, by=leader, at=noon)
    assert who_has(arrival) == [officer]

    documents.finish_handling(document=arrival, note="Đã trả lời.", by=officer, at=noon)
    assert who_has(arrival) == []


def test_the_clerk_submits_from_the_list_and_the_keepers_above_do_not_see_it(
    client: Client, cast: Cast, clerk: org.User, noon: datetime
) -> None:
    above = UserFactory.create(role=org.Role.CLERK, unit=cast.city)
    arrival = _arrival(cast, clerk, noon)
    assert _waiting(above, noon) == []

    client.force_login(clerk)
    page = client.get(reverse("work:inbox")).content.decode()

    assert f'id="arrival-{arrival.pk}"' in page
    assert "Vào sổ ngày" in page
    assert reverse("documents:document-submission", args=[arrival.pk]) in page


@pytest.mark.usefixtures("reading")
def test_the_page_counts_them_shows_the_first_due_and_leads_on(
    client: Client, cast: Cast, clerk: org.User, noon: datetime, django_assert_num_queries: Any
) -> None:
    for number in range(1, 23):
        documents.assign_document(
            document=_arrival(cast, clerk, noon, number),
            lead_unit=cast.division,
            instruction="Tham mưu.",
            due_on=(noon + timedelta(days=40 - number)).date(),
            by=cast.receiver,
            at=noon,
        )
    reader = org.User.objects.get(pk=cast.head_of_division.pk)

    work.inbox_of(reader, at=noon)  # what seldom changes is held from here on
    # as without arrivals and without rows, and one for what the rows of arrivals show
    with django_assert_num_queries(4):
        inbox = work.inbox_of(reader, at=noon)
        assert [paper.handling.instruction for paper in inbox.arrivals.rows][:1] == ["Tham mưu."]
    assert inbox.arrivals.total == 22
    assert [paper.symbol for paper in inbox.arrivals.rows][:2] == ["22/TB-UBND", "21/TB-UBND"]

    client.force_login(reader)
    first = client.get(reverse("work:inbox")).content.decode()
    assert "Hiện 20 văn bản gần hạn nhất." in first
    assert first.count('id="arrival-') == 20
    rest = client.get(reverse("work:inbox"), {"nhom": "arrivals"}).content.decode()
    assert rest.count('id="arrival-') == 22
