"""Choosing how to hear: in the account area, and by the link in a letter."""

from datetime import datetime, time
from typing import Any

import pytest
from django.test import Client
from tests.factories.org import UnitFactory, UserFactory
from tests.notices.post_office import PostOffice, text_of
from tests.rest.callers import caller, told

from baro.kernel.audit import AuditEvent
from baro.notices import api as notices
from baro.notices.models import ChannelChoice, Letter, QuietHours
from baro.org import api as org

pytestmark = pytest.mark.django_db
PAGE = "/tai-khoan/thong-bao/"


@pytest.fixture
def reader(client: Client) -> org.User:
    user: org.User = UserFactory.create(email="doc@xa.example")
    client.force_login(user)
    return user


def _ways(**changed: str) -> dict[str, str]:
    usual = {code: kind.channel.value for code, kind in notices.notice_kinds().items()}
    return {**usual, **changed}


def test_only_what_differs_from_the_usual_way_is_kept(
    client: Client, reader: org.User, office: PostOffice
) -> None:
    answer = client.post(PAGE + "cach-nhan/", _ways(accepted="bell", given="at_once"))

    assert answer.status_code == 302
    kept = ChannelChoice.objects.filter(person=reader.person_id)
    assert set(kept.values_list("kind", "channel")) == {("accepted", "bell"), ("given", "at_once")}
    page = client.get(PAGE).text
    assert 'id="accepted-bell" name="accepted" value="bell" checked' in page
    assert 'id="overdue-bell"' not in page
    assert "doc@xa.example" in page
    assert AuditEvent.objects.about(reader.person).get().name == "notices.channels_chosen"


def test_a_mandatory_kind_is_not_left_to_the_bell_by_a_form_of_ones_own(
    client: Client, reader: org.User
) -> None:
    answer = client.post(PAGE + "cach-nhan/", _ways(overdue="bell"))

    assert answer.status_code == 422
    assert not ChannelChoice.objects.exists()


def test_the_page_says_that_no_mail_is_set_up(
    client: Client, reader: org.User, settings: Any
) -> None:
    settings.MAIL_IS_SET_UP = False

    assert "chưa nối với máy chủ thư" in client.get(PAGE).text


def test_quiet_hours_are_set_and_shown(client: Client, reader: org.User) -> None:
    usual = client.get(PAGE).text
    client.post(PAGE + "gio-yen-lang/", {"starts": "21:30", "ends": "06:15"})
    wrong = client.post(PAGE + "gio-yen-lang/", {"starts": "25:00", "ends": ""})

    hours = QuietHours.objects.get(person=reader.person_id)
    assert 'value="19:00"' in usual
    assert (hours.starts, hours.ends, hours.is_quiet_on_days_off) == (
        time(21, 30),
        time(6, 15),
        False,
    )
    assert 'value="21:30"' in client.get(PAGE).text
    assert wrong.status_code == 422


def test_a_kind_is_stopped_from_the_letter_without_signing_in(
    reader: org.User, office: PostOffice, noon: datetime
) -> None:
    unit = UnitFactory.create()
    facts: dict[str, Any] = {"people": [reader.person], "subject": unit, "at": noon}
    notices.tell(kind="answered", title="Đã trả lời", **facts)
    notices.send_due(at=noon)
    letter = office.only("doc@xa.example")
    address = letter["List-Unsubscribe"].strip("<>").removeprefix("https://ba-ro.thanh-pho.example")
    assert address in text_of(letter)
    stranger = Client(enforce_csrf_checks=True)

    asked = stranger.get(address)
    still = ChannelChoice.objects.exists()
    stopped = stranger.post(address, {"List-Unsubscribe": "One-Click"})
    forged = stranger.post(address[:-6] + "aaaaa/")
    notices.tell(kind="answered", title="Trả lời nữa", **facts)
    notices.send_due(at=noon)

    assert "“Đã trả lời”" in asked.text
    assert not still
    assert "Đã thôi gửi thư" in stopped.text
    assert forged.status_code == 404
    assert office.count == 1


def test_the_administrator_sees_each_letter_and_sends_one_again(
    client: Client, reader: org.User, office: PostOffice, noon: datetime
) -> None:
    notices.tell(kind="returned", people=[reader.person], subject=None, title="Trả lại", at=noon)
    office.answer("doc@xa.example", "550 5.1.1 No such user")
    notices.send_due(at=noon)
    letter = Letter.objects.get()
    client_of_admin = Client()
    client_of_admin.force_login(UserFactory.create(role="system_admin"))

    page = client_of_admin.get("/suc-khoe/thu-bao/?trangthai=refused").text
    health = client_of_admin.get("/suc-khoe/").text
    assert "550 5.1.1 No such user" in page
    assert "1 thư cần xem" in health
    assert client.get("/suc-khoe/thu-bao/").status_code == 403
    assert client.post(f"/suc-khoe/thu-bao/{letter.pk}/gui-lai/").status_code == 403

    assert client_of_admin.post(f"/suc-khoe/thu-bao/{letter.pk}/gui-lai/").status_code == 302
    again = Letter.objects.get()
    assert (again.state, again.attempts) == ("waiting", 0)
    notices.send_due(at=again.next_try_at or noon)
    assert office.count == 1
    assert client_of_admin.post(f"/suc-khoe/thu-bao/{letter.pk}/gui-lai/").status_code == 422


def test_the_api_lists_ones_own_notices_and_marks_them_as_done(
    reader: org.User, secret_units: set[int], noon: datetime
) -> None:
    unit, secret = UnitFactory.create_batch(2)
    other = UserFactory.create()
    for subject in (unit, secret, unit):
        people = [reader.person, other.person]
        notices.tell(kind="given", people=people, subject=subject, title="Giao việc", at=noon)
    secret_units.add(secret.pk)
    program = caller(reader)

    answer = told(program.get("/notices"))
    latest, hidden, _ = answer["items"]
    assert (answer["count"], latest["reason"], latest["subject"]) == (3, "Giao", unit.name)
    assert (hidden["title"], hidden["subject"], hidden["href"]) == ("", None, None)

    assert told(program.post(f"/notices/{latest['id']}/done")) == {"count": 1}
    foreign = notices.Notice.objects.filter(person=other.person).first()
    assert foreign is not None
    assert program.post(f"/notices/{foreign.pk}/done").status_code == 404
    assert told(program.post("/notices/done", {"notices": [foreign.pk]})) == {"count": 0}
    assert told(program.post("/notices/done", {})) == {"count": 2}
    assert told(program.get("/notices", state="done"))["count"] == 3
    assert caller(reader, "read").post("/notices/done", {}).status_code == 403
