"""Telling people once, each in the way they want, in a few queries however many they are."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from tests.factories.org import UnitFactory, UserFactory

from baro.notices import api as notices
from baro.notices.kinds import KindUnknown
from baro.notices.models import Notice
from baro.notices.operations import finish_notices
from baro.notices.subjects import shown_to, subject_of
from baro.org import api as org

pytestmark = pytest.mark.django_db


def test_each_person_is_told_once_for_each_key(noon: datetime) -> None:
    unit, (one, two) = UnitFactory.create(), UserFactory.create_batch(2)
    facts: dict[str, Any] = {"kind": "reminded", "subject": unit, "title": "Còn 3 ngày làm việc."}
    people = [one.person, one.person, two.person]

    first = notices.tell(**facts, people=people[:2], key="ladder:1:3", at=noon)
    again = notices.tell(**facts, people=people, key="ladder:1:3", at=noon + timedelta(days=1))
    keyless = notices.tell(**facts, people=people, at=noon)

    told = Notice.objects.in_bulk([*first, *again, *keyless])
    assert [told[key].person_id for key in first] == [one.person_id]
    assert [told[key].person_id for key in again] == [two.person_id]
    assert len(keyless) == 2
    assert len(told) == Notice.objects.count() == 4


def test_a_kind_that_the_data_do_not_have_is_refused(noon: datetime) -> None:
    with pytest.raises(KindUnknown):
        notices.tell(kind="gossip", people=[], subject=None, title="Nghe nói", at=noon)


def test_telling_a_hundred_units_costs_as_much_as_telling_one(
    noon: datetime, django_assert_max_num_queries: Any
) -> None:
    users, units = UserFactory.create_batch(20), UnitFactory.create_batch(20)
    tellings = [
        notices.Telling("given", [user.person], unit, "Giao", key=f"given:{unit.pk}")
        for user, unit in zip(users, units, strict=True)
    ]

    with django_assert_max_num_queries(7):
        notices.tell_many(tellings, at=noon)

    assert Notice.objects.open().count() == 20


def test_only_what_may_be_seen_is_shown(secret_units: set[int]) -> None:
    reader, (open_unit, secret) = UserFactory.create(), UnitFactory.create_batch(2)
    secret_units.add(secret.pk)

    shown = shown_to(reader, [subject_of(open_unit), subject_of(secret), ("nobody.knows", 1)])

    assert list(shown) == [("org.unit", open_unit.pk)]


def test_what_was_dealt_with_asks_nobody_any_more(noon: datetime) -> None:
    unit, other = UnitFactory.create_batch(2)
    people = [user.person for user in UserFactory.create_batch(2)]
    for kind, subject in (("given", unit), ("returned", unit), ("given", other)):
        notices.tell(kind=kind, people=people, subject=subject, title="Có việc", at=noon)

    closed = notices.settle(subjects=[unit], kinds=("given",), at=noon)

    assert closed == 2
    left = Notice.objects.open().values_list("kind", "subject_id").distinct()
    assert set(left) == {("returned", unit.pk), ("given", other.pk)}


class TestBellPage:
    @pytest.fixture
    def reader(self, client: Client) -> org.User:
        user: org.User = UserFactory.create()
        client.force_login(user)
        return user

    def test_it_says_why_and_hides_what_one_may_no_longer_see(
        self, client: Client, reader: org.User, secret_units: set[int], noon: datetime
    ) -> None:
        unit, secret = UnitFactory.create(name="Sở Mở"), UnitFactory.create()
        secret_units.add(secret.pk)
        for subject, title in ((unit, "Sở Mở giao việc"), (secret, "Chuyện kín")):
            notices.tell(
                kind="given", people=[reader.person], subject=subject, title=title, at=noon
            )

        page = client.get("/thong-bao/").text

        assert "Sở Mở giao việc" in page
        assert f'href="/don-vi/{unit.code}/"' in page
        assert "Chuyện kín" not in page
        assert "không còn được xem" in page
        assert "Thông báo: 2 thông báo chưa xong" in page

    def test_marking_one_and_all_as_done(
        self, client: Client, reader: org.User, noon: datetime
    ) -> None:
        told = [
            notices.tell(
                kind="given", people=[reader.person], subject=None, title=f"Tin {n}", at=noon
            )[0]
            for n in range(3)
        ]

        client.post(f"/thong-bao/{told[0]}/xong/")
        left = client.get("/thong-bao/").text
        client.post("/thong-bao/xong/")

        assert "Tin 0" not in left
        assert "Tin 1" in left
        assert "Tin 0" in client.get("/thong-bao/?xong=1").text
        assert not Notice.objects.open().exists()

    def test_nobody_marks_the_notices_of_others(
        self, client: Client, reader: org.User, noon: datetime
    ) -> None:
        other = UserFactory.create()
        [told] = notices.tell(
            kind="given", people=[other.person], subject=None, title="Việc riêng", at=noon
        )

        assert client.post(f"/thong-bao/{told}/xong/").status_code == 404
        assert finish_notices(notices=[told], by=reader, at=noon) == 0
        assert "Việc riêng" not in client.get("/thong-bao/").text

    def test_fifty_notices_cost_as_many_queries_as_one(
        self,
        client: Client,
        reader: org.User,
        noon: datetime,
        django_assert_max_num_queries: Any,
    ) -> None:
        for unit in UnitFactory.create_batch(12):
            notices.tell(kind="given", people=[reader.person], subject=unit, title="Giao", at=noon)

        with django_assert_max_num_queries(9):
            client.get("/thong-bao/")
