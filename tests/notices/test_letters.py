"""Letters through a real mail server: once each, when they should, with what may be seen."""

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tests.factories.org import UnitFactory, UserFactory
from tests.notices.post_office import PostOffice, text_of

from baro.notices import api as notices
from baro.notices import operations
from baro.notices.models import ChannelChoice, Letter, Notice
from baro.notices.operations.wishes import KindIsMandatory
from baro.notices.smtp import MailServer
from baro.notices.unsubscribing import read_unsubscribe_token, unsubscribe_token
from baro.org import api as org

pytestmark = pytest.mark.django_db
CITY = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING = datetime(2026, 9, 10, 7, 5, tzinfo=CITY)  # a Thursday
NIGHT = datetime(2026, 9, 9, 22, tzinfo=CITY)
SATURDAY = datetime(2026, 9, 12, 10, tzinfo=CITY)
MONDAY = datetime(2026, 9, 14, 7, 5, tzinfo=CITY)


@pytest.fixture
def reader() -> org.User:
    user: org.User = UserFactory.create(email="doc@xa.example")
    return user


@pytest.fixture
def unit() -> org.Unit:
    found: org.Unit = UnitFactory.create(name="Rà soát hộ tịch")
    return found


def _told(kind: str, reader: org.User, unit: org.Unit, at: datetime, title: str = "Tin") -> Notice:
    [key] = notices.tell(kind=kind, people=[reader.person], subject=unit, title=title, at=at)
    return Notice.objects.get(pk=key)


def _the_letter() -> Letter:
    return Letter.objects.get()


def test_what_is_urgent_goes_at_once_in_one_letter_and_only_once(
    office: PostOffice, reader: org.User, unit: org.Unit, noon: datetime
) -> None:
    _told("returned", reader, unit, noon, "UBND trả lại sản phẩm.")
    _told("overdue", reader, unit, noon, "Quá hạn 1 ngày.")

    sent = [notices.send_due(at=noon + timedelta(minutes=each)) for each in (1, 2, 3)]

    assert sent == [1, 0, 0]
    letter = office.only("doc@xa.example")
    assert letter["From"] == "Ba Rõ <ba-ro@thanh-pho.example>"
    assert letter["Subject"] == "Ba Rõ: 2 thông báo cần xem"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["List-Unsubscribe"] is None  # both kinds are mandatory
    for kind in ("plain", "html"):
        assert "UBND trả lại sản phẩm." in text_of(letter, kind)
        assert f"https://ba-ro.thanh-pho.example/don-vi/{unit.code}/" in text_of(letter, kind)
    assert _the_letter().state == "sent"
    assert _the_letter().message_id == letter["Message-ID"]


def test_a_letter_put_off_is_tried_again_with_longer_and_longer_pauses(
    office: PostOffice, reader: org.User, unit: org.Unit, noon: datetime
) -> None:
    _told("returned", reader, unit, noon)
    office.answer("doc@xa.example", "451 4.3.0 Try again later")
    office.answer_text("doc@xa.example", "452 4.2.2 Mailbox full")

    tries = [0, 0.5, 1, 5, 6]
    sent = [notices.send_due(at=noon + timedelta(minutes=minute)) for minute in tries]

    assert sent == [0, 0, 0, 0, 1]  # refused at 0, put off at 1 (pause 1), gone at 6 (pause 5)
    assert (_the_letter().state, _the_letter().attempts, _the_letter().last_error) == (
        "sent",
        3,
        "",
    )
    assert office.announced == 3


def test_a_letter_that_is_refused_for_good_is_not_tried_again(
    office: PostOffice, reader: org.User, unit: org.Unit, noon: datetime
) -> None:
    _told("returned", reader, unit, noon)
    office.answer("doc@xa.example", "550 5.1.1 No such user")

    for hour in range(3):
        notices.send_due(at=noon + timedelta(hours=hour))

    letter = _the_letter()
    assert (letter.state, letter.attempts) == ("refused", 1)
    assert letter.last_error == "550 5.1.1 No such user"
    assert office.announced == 1


def test_a_server_that_is_down_puts_every_letter_off_until_it_is_given_up(
    office: PostOffice, reader: org.User, unit: org.Unit, noon: datetime, settings: Any
) -> None:
    other = UserFactory.create(email="khac@xa.example")
    for user in (reader, other):
        _told("returned", user, unit, noon)
    settings.EMAIL_PORT = 1  # nobody listens there

    at = noon
    for _ in range(10):
        notices.send_due(at=at)
        at += timedelta(days=1)

    assert set(Letter.objects.values_list("state", "attempts")) == {("failed", 10)}


def test_who_dies_while_handing_a_letter_over_leaves_it_in_doubt_and_it_never_goes_twice(
    office: PostOffice,
    reader: org.User,
    unit: org.Unit,
    noon: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Killed(BaseException):
        pass

    hand_over = MailServer.hand_over

    def die(server: MailServer, letter: bytes) -> None:
        hand_over(server, letter)
        raise Killed

    _told("returned", reader, unit, noon)
    monkeypatch.setattr(MailServer, "hand_over", die)
    with pytest.raises(Killed):
        notices.send_due(at=noon)
    monkeypatch.undo()

    for hour in (0, 1, 24, 48):
        notices.send_due(at=noon + timedelta(hours=hour))
        notices.make_digests(at=noon + timedelta(hours=hour))

    assert office.count == 1
    assert _the_letter().state == "unsure"


def test_who_dies_before_that_has_sent_nothing_and_the_letter_goes_later(
    office: PostOffice,
    reader: org.User,
    unit: org.Unit,
    noon: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Killed(BaseException):
        pass

    def die(server: MailServer, **facts: str) -> None:
        raise Killed

    _told("returned", reader, unit, noon)
    monkeypatch.setattr(MailServer, "announce", die)
    with pytest.raises(Killed):
        notices.send_due(at=noon)
    monkeypatch.undo()
    notices.send_due(at=noon)

    assert office.count == 1


def test_the_morning_brings_one_letter_with_everything_else(
    office: PostOffice, reader: org.User, unit: org.Unit, noon: datetime
) -> None:
    for title in ("Giao việc một", "Giao việc hai"):
        _told("given", reader, unit, noon, title)
    _told("delivered", reader, unit, noon, "Sản phẩm đã nộp")
    _told("commented", reader, unit, noon, "Chỉ ở chuông")

    notices.make_digests(at=MORNING - timedelta(minutes=10))  # before the hour
    early = Letter.objects.count()
    _told("given", reader, unit, MORNING, "Sau giờ của thư sáng")
    for minute in range(0, 30, 5):
        notices.make_digests(at=MORNING + timedelta(minutes=minute))
        notices.send_due(at=MORNING + timedelta(minutes=minute))

    assert early == 0
    letter = office.only("doc@xa.example")
    text = text_of(letter)
    assert letter["Subject"] == "Ba Rõ: 3 thông báo, sáng 10/09/2026"
    assert "Giao việc một" in text
    assert "Giao việc hai" in text
    assert "Sản phẩm đã nộp" in text
    assert "Chỉ ở chuông" not in text
    assert "Sau giờ của thư sáng" not in text
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"

    notices.make_digests(at=SATURDAY)
    assert Letter.objects.count() == 1
    notices.make_digests(at=MONDAY)
    assert Letter.objects.count() == 2


def test_what_comes_late_into_the_morning_waits_for_the_next_one(
    office: PostOffice, reader: org.User, unit: org.Unit, noon: datetime
) -> None:
    """An urgent notice of two days ago is found only after today's letter was written."""
    _told("given", reader, unit, noon, "Giao việc")
    notices.make_digests(at=MORNING)
    _told("returned", reader, unit, noon - timedelta(days=2), "Trả lại từ hôm kia")
    notices.send_due(at=MORNING)

    notices.make_digests(at=MORNING + timedelta(minutes=5))
    assert Letter.objects.count() == 1
    notices.make_digests(at=MORNING + timedelta(days=1))
    notices.send_due(at=MORNING + timedelta(days=1))

    first, second = map(text_of, office.letters["doc@xa.example"])
    assert "Trả lại từ hôm kia" not in first
    assert "Trả lại từ hôm kia" in second


def test_a_morning_letter_that_could_not_leave_takes_the_next_mornings_news_along(
    office: PostOffice, reader: org.User, unit: org.Unit, noon: datetime, settings: Any
) -> None:
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    _told("given", reader, unit, noon, "Tin cũ")
    notices.make_digests(at=MORNING)
    notices.send_due(at=MORNING)

    _told("given", reader, unit, MORNING + timedelta(hours=3), "Tin mới")
    next_morning = MORNING + timedelta(days=1)
    notices.make_digests(at=next_morning)
    settings.EMAIL_PORT = port
    notices.send_due(at=next_morning)

    text = text_of(office.only("doc@xa.example"))
    assert "Tin cũ" in text
    assert "Tin mới" in text


@pytest.mark.parametrize(
    ("kind", "asleep", "awake"),
    [
        ("overdue", 0, 1),  # urgent and mandatory: when the quiet hours end
        ("assigned", 0, 0),  # the rest is left to the morning's letter
        ("answered", 0, 0),
    ],
)
def test_nobody_is_written_to_in_quiet_hours(
    office: PostOffice, reader: org.User, unit: org.Unit, kind: str, asleep: int, awake: int
) -> None:
    _told(kind, reader, unit, NIGHT)

    assert notices.send_due(at=NIGHT) == asleep
    assert notices.send_due(at=MORNING) == awake
    notices.make_digests(at=MORNING)
    assert notices.send_due(at=MORNING) == 1 - awake
    assert office.count == 1


def test_quiet_hours_and_ways_are_each_persons_own(
    office: PostOffice, reader: org.User, unit: org.Unit, noon: datetime
) -> None:
    always = operations.QuietHoursWish(time(0), time(0), is_quiet_on_days_off=False)
    operations.set_quiet_hours(wish=always, by=reader, at=noon)
    ways = {"accepted": notices.Channel.AT_ONCE, "answered": notices.Channel.BELL}
    operations.choose_channels(channels=ways, by=reader, at=noon)

    _told("answered", reader, unit, NIGHT)
    _told("accepted", reader, unit, SATURDAY, "Nghiệm thu ngày nghỉ")

    assert notices.send_due(at=SATURDAY) == 1
    assert "Nghiệm thu ngày nghỉ" in text_of(office.only("doc@xa.example"))


def test_a_kind_that_became_mandatory_is_written_about_again(
    office: PostOffice, reader: org.User, unit: org.Unit, noon: datetime
) -> None:
    """Whatever was chosen while it was not, on screen or by the link in an old letter."""
    ChannelChoice.objects.create(person=reader.person, kind="overdue", channel="bell")

    assert _told("overdue", reader, unit, noon).channel == "at_once"
    asked = read_unsubscribe_token(unsubscribe_token(reader.person_id, ["overdue", "accepted"]))
    assert asked is not None
    assert [kind.code for kind in asked.kinds] == ["accepted"]


def test_a_mandatory_kind_cannot_be_left_to_the_bell(reader: org.User, noon: datetime) -> None:
    with pytest.raises(KindIsMandatory, match="luôn được gửi qua thư"):
        operations.choose_channels(channels={"overdue": notices.Channel.BELL}, by=reader, at=noon)


def test_what_one_may_no_longer_see_or_has_dealt_with_is_not_in_the_letter(
    office: PostOffice,
    reader: org.User,
    unit: org.Unit,
    secret_units: set[int],
    noon: datetime,
) -> None:
    secret = UnitFactory.create(name="Chuyện của nơi khác")
    _told("given", reader, unit, noon, "Còn được xem")
    _told("given", reader, secret, noon, "Nay không được xem")
    done = _told("given", reader, unit, noon, "Đã xem ở chuông")
    notices.make_digests(at=MORNING)

    secret_units.add(secret.pk)
    operations.finish_notices(notices=[done.pk], by=reader, at=MORNING)
    notices.send_due(at=MORNING)

    text = text_of(office.only("doc@xa.example"))
    assert "Còn được xem" in text
    assert "Nay không được xem" not in text
    assert "Chuyện của nơi khác" not in text
    assert "Đã xem ở chuông" not in text


def test_a_letter_of_which_nothing_is_left_is_not_sent(
    office: PostOffice, reader: org.User, unit: org.Unit, secret_units: set[int], noon: datetime
) -> None:
    _told("returned", reader, unit, noon)
    secret_units.add(unit.pk)

    assert notices.send_due(at=noon) == 0
    assert _the_letter().state == "empty"
    assert office.announced == 0


def test_old_news_is_not_sent_in_a_hurry(
    office: PostOffice, reader: org.User, unit: org.Unit, noon: datetime
) -> None:
    """The worker was down for two days."""
    for each in range(40):
        _told("returned", reader, unit, noon, f"Việc số {each}")

    assert notices.send_due(at=noon + timedelta(days=2)) == 0
    notices.make_digests(at=noon + timedelta(days=2))
    assert notices.send_due(at=noon + timedelta(days=2)) == 1
    text = text_of(office.only("doc@xa.example"))
    assert text.count("Việc số") == 30
    assert "Còn 10 thông báo nữa" in text


def test_without_a_mail_server_nothing_is_queued(
    reader: org.User, unit: org.Unit, noon: datetime, settings: Any
) -> None:
    settings.MAIL_IS_SET_UP = False
    notice = _told("returned", reader, unit, noon)
    settings.MAIL_IS_SET_UP = True

    assert notice.channel == "bell"
    notices.make_digests(at=MORNING)
    operations.write_urgent_letters(at=noon)
    assert not Letter.objects.exists()
