"""Difficult works: what each may do to them, what the leadership sees, and what it decides."""

import io
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from tests.factories.org import UserFactory
from tests.followup.towns import lay_out_town

from baro.followup.difficult_weeks import missing_weeks, monday_of
from baro.followup.models import DifficultMilestone, DifficultObstacle, DifficultWeek, DifficultWork
from baro.followup.operations import difficult as operations
from baro.followup.operations.difficult import TaskWanted
from baro.followup.queries.difficult import Part, portfolio
from baro.kernel import audit
from baro.notices.api import Notice
from baro.org import api as org
from baro.work import api as work_api

MONDAY = date(2026, 9, 7)


def test_a_week_is_missing_once_it_has_ended_and_the_first_never_is() -> None:
    friday = MONDAY + timedelta(days=4)
    weeks = [MONDAY + timedelta(days=7 * n) for n in range(5)]

    assert monday_of(friday) == MONDAY
    assert missing_weeks([], since=friday, until=friday) == []
    assert missing_weeks([], since=friday, until=weeks[1] + timedelta(days=6)) == []
    assert missing_weeks([], since=friday, until=weeks[2]) == [weeks[1]]
    assert missing_weeks([weeks[2]], since=MONDAY, until=weeks[4]) == [weeks[3], weeks[1]]


@pytest.fixture
def town() -> SimpleNamespace:
    town = lay_out_town()
    town.now = timezone.now()
    town.today = timezone.localdate(town.now)
    town.post = org.head_post_of(town.committee)
    return town


def _star(town: SimpleNamespace, name: str = "Kè bờ sông", **facts: Any) -> DifficultWork:
    given: dict[str, Any] = {
        "unit": town.committee,
        "name": name,
        "stuck": "Chưa thu hồi được đất của 12 hộ.",
        "lead_unit": town.ward,
        "leader_post": town.post,
        "due_on": town.today + timedelta(days=60),
        "by": town.giver,
        "at": town.now,
        **facts,
    }
    return operations.star_work(**given)


def _obstacle(town: SimpleNamespace, work: DifficultWork, **facts: Any) -> DifficultObstacle:
    given: dict[str, Any] = {
        "work": work,
        "what": "Chưa có giá đất cụ thể",
        "owner_unit": town.helper,
        "clear_by": town.today + timedelta(days=10),
        "by": town.wards_head,
        "at": town.now,
        **facts,
    }
    return operations.raise_obstacle(**given)


def _kinds() -> list[tuple[str, org.Person]]:
    return [(notice.kind, notice.person) for notice in Notice.objects.order_by("pk")]


def _told(work: DifficultWork) -> str:
    return " ".join(line.text for line in audit.history(work))


@pytest.mark.django_db
def test_a_work_goes_its_way_from_the_list_to_its_result(town: SimpleNamespace) -> None:
    work = _star(town)
    assert {kind for kind, _ in _kinds()} == {"difficult_starred"}
    assert {person for _, person in _kinds()} == {town.head_of_ward, town.head_of_committee}

    step = operations.add_milestone(
        work=work,
        title="Chi trả xong",
        due_on=town.today + timedelta(days=9),
        by=town.giver,
        at=town.now,
    )
    later = town.today + timedelta(days=20)
    operations.move_milestone(
        milestone=step, day=later, reason="Chờ giá đất.", by=town.giver, at=town.now
    )
    operations.finish_milestone(milestone=step, done_on=town.today, by=town.wards_head, at=town.now)
    step.refresh_from_db()
    assert (step.due_on, step.done_on) == (later, town.today)
    assert [move.old_day for move in step.moves.all()] == [town.today + timedelta(days=9)]

    operations.say_week(
        work=work, tone="at_risk", words="Mới chi trả 3 hộ.", by=town.wards_head, at=town.now
    )
    operations.say_week(
        work=work, tone="stuck", words="Hộ thứ tư không nhận.", by=town.wards_head, at=town.now
    )
    assert DifficultWeek.objects.get().tone == "stuck"

    obstacle = _obstacle(town, work)
    with pytest.raises(operations.ObstaclesOpen, match="Còn 1 vướng mắc"):
        operations.end_work(work=work, result="Xong.", by=town.giver, at=town.now)
    helper = org.User.objects.get(person=town.head_of_helper)
    operations.clear_obstacle(obstacle=obstacle, how="Đã có giá.", by=helper, at=town.now)
    operations.end_work(work=work, result="Bàn giao mặt bằng.", by=town.giver, at=town.now)

    with pytest.raises(operations.WorkEnded, match="đã kết thúc theo dõi"):
        operations.say_week(work=work, tone="going", words="Ổn.", by=town.giver, at=town.now)
    told = _told(work)
    for words in (
        "vào danh mục việc khó",
        "Chờ giá đất.",
        "Mới chi trả 3 hộ.",
        "Hộ thứ tư không nhận.",
        "Chưa có giá đất cụ thể",
        "Đã có giá.",
        "Bàn giao mặt bằng.",
    ):
        assert words in told


@pytest.mark.django_db
def test_an_obstacle_waits_in_the_list_of_who_must_decide_until_they_did(
    town: SimpleNamespace, client: Client
) -> None:
    work = _star(town)
    Notice.objects.all().delete()
    obstacle = _obstacle(town, work, needs_decision_of=town.post)
    assert _kinds() == [
        ("decision_asked", town.head_of_committee),
        ("obstacle_given", town.head_of_helper),
    ]

    def waiting(user: org.User) -> list[str]:
        fresh = org.User.objects.get(pk=user.pk)
        return [ask.title for ask in work_api.inbox_of(fresh, at=town.now).asks]

    assert waiting(town.committees_head) == ["Chưa có giá đất cụ thể"]
    for other in (town.giver, town.wards_head, town.stranger):
        assert waiting(other) == []
    client.force_login(town.committees_head)
    page = client.get(reverse("work:inbox")).content.decode()
    assert "Chờ tôi quyết định" in page
    assert reverse("followup:difficult-obstacle", args=[obstacle.pk]) in page

    with pytest.raises(operations.DecisionPending, match="đang chờ"):
        operations.clear_obstacle(obstacle=obstacle, how="Xong.", by=town.giver, at=town.now)
    Notice.objects.filter(kind="obstacle_given").delete()
    wanted = TaskWanted("Trình giá đất", "Quyết định giá đất", town.today + timedelta(days=7))
    operations.decide_obstacle(
        obstacle=obstacle,
        decision="Duyệt giá trong tuần này.",
        task=wanted,
        by=town.committees_head,
        at=town.now,
    )

    obstacle.refresh_from_db()
    item = obstacle.decision_item
    assert item is not None
    assert (item.title, item.lead_unit, item.issuer_unit) == (
        "Trình giá đất",
        town.helper,
        town.committee,
    )
    assert waiting(town.committees_head) == []
    assert Notice.objects.get(kind="decision_asked").done_at == town.now
    back = {person for kind, person in _kinds() if kind == "difficult_decided"}
    assert back == {town.head_of_ward, town.head_of_helper}
    assert f"Duyệt giá trong tuần này. Đã giao {item.number}." in _told(work)
    with pytest.raises(operations.ObstacleDecided):
        operations.decide_obstacle(
            obstacle=obstacle, decision="Lần nữa.", by=town.committees_head, at=town.now
        )


@pytest.mark.django_db
def test_who_may_not_is_refused(town: SimpleNamespace) -> None:
    work = _star(town)
    obstacle = _obstacle(town, work, needs_decision_of=town.post)
    step = operations.add_milestone(
        work=work, title="Mốc", due_on=town.today, by=town.giver, at=town.now
    )
    who = {"by": town.stranger, "at": town.now}
    day = town.today + timedelta(days=5)
    for act in (
        lambda: _star(town, by=town.wards_head),
        lambda: operations.change_work(
            work=work, stuck="Khác.", leader_post=town.post, due_on=day, **who
        ),
        lambda: operations.end_work(work=work, result="Xong.", **who),
        lambda: operations.add_milestone(work=work, title="Mốc", due_on=day, **who),
        lambda: operations.move_milestone(milestone=step, day=day, reason="Vì thế.", **who),
        lambda: operations.finish_milestone(milestone=step, done_on=town.today, **who),
        lambda: operations.say_week(work=work, tone="going", words="Ổn.", **who),
        lambda: _obstacle(town, work, by=town.stranger),
        lambda: operations.clear_obstacle(obstacle=obstacle, how="Xong.", **who),
        # The specialist keeps the list, and still decides nothing for the leader.
        lambda: operations.decide_obstacle(
            obstacle=obstacle, decision="Duyệt.", by=town.giver, at=town.now
        ),
        # The lead unit reports, and does not move its own milestones.
        lambda: operations.move_milestone(
            milestone=step, day=day, reason="Vì thế.", by=town.wards_head, at=town.now
        ),
    ):
        with pytest.raises(PermissionDenied):
            act()


@pytest.mark.django_db
def test_refusals_say_why(town: SimpleNamespace) -> None:
    who = {"by": town.giver, "at": town.now}
    past = town.today - timedelta(days=1)
    with pytest.raises(operations.DayMissing, match="không được trước hôm nay"):
        _star(town, due_on=past)
    with pytest.raises(operations.WordsMissing, match="một câu"):
        _star(town, stuck="  ")
    work = _star(town)
    step = operations.add_milestone(work=work, title="Mốc", due_on=town.today, **who)
    with pytest.raises(operations.SameDay, match="đúng ngày"):
        operations.move_milestone(milestone=step, day=town.today, reason="Vì thế.", **who)
    ahead = town.today + timedelta(days=1)
    with pytest.raises(operations.DayAhead, match="không được sau hôm nay"):
        operations.finish_milestone(milestone=step, done_on=ahead, **who)
    operations.finish_milestone(milestone=step, done_on=town.today, **who)
    with pytest.raises(operations.MilestoneDone, match="đã đạt"):
        operations.move_milestone(milestone=step, day=past, reason="Vì thế.", **who)
    obstacle = _obstacle(town, work)
    with pytest.raises(operations.DecisionNotAsked):
        operations.decide_obstacle(obstacle=obstacle, decision="Duyệt.", **who)
    operations.clear_obstacle(obstacle=obstacle, how="Xong.", **who)
    with pytest.raises(operations.ObstacleCleared, match="gỡ xong ngày"):
        operations.clear_obstacle(obstacle=obstacle, how="Xong.", **who)


def _lived(town: SimpleNamespace, name: str, *, tone: str, weeks_ago: int) -> DifficultWork:
    """On the list for five weeks, with one line so many weeks ago."""
    work = _star(town, name)
    DifficultWork.objects.filter(pk=work.pk).update(starred_at=town.now - timedelta(days=35))
    work.weeks.create(
        monday=monday_of(town.today) - timedelta(days=7 * weeks_ago),
        tone=tone,
        words="=HYPERLINK(1) chưa xong",
        said_at=town.now,
        said_by=town.giver,
    )
    obstacle = _obstacle(town, work, needs_decision_of=town.post)
    DifficultObstacle.objects.filter(pk=obstacle.pk).update(
        raised_at=town.now - timedelta(days=20), clear_by=town.today - timedelta(days=2)
    )
    DifficultMilestone.objects.create(
        work=work, title="Mốc trễ", due_on=town.today - timedelta(days=3)
    )
    return work


@pytest.mark.django_db
def test_every_figure_is_the_number_of_its_rows(town: SimpleNamespace, client: Client) -> None:
    stuck = _lived(town, "Đang tắc", tone="stuck", weeks_ago=0)
    silent = _lived(town, "Lâu không nói", tone="going", weeks_ago=2)
    fresh = _star(town, "Mới vào")
    done = _star(town, "Đã xong")
    operations.end_work(work=done, result="Xong.", by=town.giver, at=town.now)

    shown = portfolio(town.giver, on=town.today)

    assert [(row.work, row.tone) for row in shown.rows] == [
        (stuck, "stuck"),
        (silent, "silent"),
        (fresh, "silent"),
    ]
    assert [len(row.missing) for row in shown.rows] == [4, 3, 0]
    assert (shown.rows[0].oldest_days, len(shown.rows[0].late_milestones)) == (20, 1)
    for part in Part:
        rows = portfolio(town.giver, part=part, on=town.today).rows
        assert len(rows) == shown.counts[part], part
    assert shown.counts[Part.UNDECIDED] == shown.counts[Part.NOT_CLEARED] == 2
    assert shown.counts[Part.ENDED] == 1

    client.force_login(town.giver)
    page = client.get(reverse("followup:difficult-list")).content.decode()
    assert "Đang tắc" in page
    assert "Mốc trễ" in page
    sheet = load_workbook(
        io.BytesIO(client.get(reverse("followup:difficult-excel")).content)
    ).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert [cell.value for cell in cells].count("=HYPERLINK(1) chưa xong") == 2
    printed = client.get(reverse("followup:difficult-print")).content.decode()
    assert printed.count("Chưa có giá đất cụ thể") == 2
    client.force_login(town.stranger)
    assert "Kè" not in client.get(reverse("followup:difficult-list")).content.decode()
    for name, key in (
        ("difficult-work", stuck.pk),
        ("difficult-milestone", stuck.milestones.get().pk),
        ("difficult-obstacle", stuck.obstacles.get().pk),
    ):
        assert client.get(reverse(f"followup:{name}", args=[key])).status_code == 404


@pytest.mark.django_db
def test_many_works_cost_as_many_queries_as_one(town: SimpleNamespace, client: Client) -> None:
    client.force_login(town.giver)
    counts = []
    for more in (1, 6):
        for n in range(more):
            _lived(town, f"Việc {more}.{n}", tone="stuck", weeks_ago=0)
        work = DifficultWork.objects.latest("pk")
        addresses = (
            reverse("followup:difficult-list"),
            reverse("followup:difficult-work", args=[work.pk]),
        )
        for address in addresses:
            client.get(address)  # what seldom changes is held from here on
            with CaptureQueriesContext(connection) as asked:
                client.get(address)
            counts.append(len(asked))
        for n in range(5):
            _obstacle(town, work, what=f"Vướng {n}")
            step = work.milestones.create(title=f"Mốc {n}", due_on=town.today)
            step.moves.create(
                old_day=town.today - timedelta(days=9),
                new_day=town.today,
                reason="Vì thế.",
                moved_at=town.now,
                moved_by=town.giver,
            )
        with CaptureQueriesContext(connection) as asked:
            client.get(addresses[1])
        counts.append(len(asked))

    assert counts[0] == counts[3]
    assert len({counts[1], counts[2], counts[4], counts[5]}) == 1


@pytest.mark.django_db
def test_the_acts_of_the_pages(town: SimpleNamespace, client: Client) -> None:
    client.force_login(town.giver)
    day = f"{town.today + timedelta(days=30):%d/%m/%Y}"
    star = {
        "danh-muc": town.committee.code,
        "name": "Đường vành đai",
        "stuck": "Chưa có mặt bằng.",
        "lead_unit": town.ward.name,
        "leader_post": town.post.pk,
        "due_on": day,
    }
    refused = client.post(reverse("followup:difficult-starring"), {**star, "item": "NV-1"})
    assert "Không có nhiệm vụ nào mang số NV-1." in refused.content.decode()
    client.post(reverse("followup:difficult-starring"), star)
    work = DifficultWork.objects.get()
    address = reverse("followup:difficult-work", args=[work.pk])
    for sent in (
        {"viec": "tinh-hinh", "tone": "stuck", "words": "Chưa ai nhận tiền."},
        {"viec": "moc", "title": "Cắm mốc", "due_on": day},
        {
            "viec": "vuong-mac",
            "what": "Thiếu quỹ đất tái định cư",
            "owner_unit": town.helper.name,
            "clear_by": day,
            "needs_decision_of": town.post.pk,
        },
        {"viec": "sua", "stuck": "Còn hai hộ.", "leader_post": town.post.pk, "due_on": day},
    ):
        assert client.post(address, sent).status_code == 302
    assert client.post(address, {"viec": "ket-thuc", "result": "Xong."}).status_code == 422
    step, obstacle = DifficultMilestone.objects.get(), DifficultObstacle.objects.get()
    step_address = reverse("followup:difficult-milestone", args=[step.pk])
    client.post(step_address, {"viec": "doi", "day": f"{town.today:%d/%m/%Y}", "reason": "Gấp."})
    client.post(step_address, {"viec": "dat", "done_on": f"{town.today:%d/%m/%Y}"})
    step.refresh_from_db()
    assert step.is_done

    decide = {"viec": "quyet-dinh", "decision": "Giao quỹ đất.", "title": "Bố trí quỹ đất"}
    obstacle_address = reverse("followup:difficult-obstacle", args=[obstacle.pk])
    assert client.post(obstacle_address, {**decide, "title": ""}).status_code == 403
    client.force_login(town.committees_head)
    assert client.post(obstacle_address, decide).status_code == 422
    whole = {**decide, "expected_product": "Tờ trình", "due_on": day}
    assert client.post(obstacle_address, whole).status_code == 302
    obstacle.refresh_from_db()
    assert obstacle.decision_item is not None
    client.post(obstacle_address, {"viec": "go", "how": "Đã có quỹ đất."})
    client.post(address, {"viec": "ket-thuc", "result": "Thông xe."})
    work.refresh_from_db()
    assert work.is_ended
    assert "Thông xe." in client.get(address).content.decode()


@pytest.mark.django_db
def test_what_waits_stays_with_the_post(town: SimpleNamespace) -> None:
    """Who comes into the post finds the obstacle; who left it does not."""
    _obstacle(town, _star(town), needs_decision_of=town.post)
    held = town.post.appointments.get()
    held.valid_to = town.today
    held.save(update_fields=["valid_to"])
    successor = UserFactory.create(role="civil_servant", unit=town.helper)
    org.Appointment.objects.create(
        person=successor.person, post=town.post, valid_from=town.today, order_number="1/QĐ"
    )

    def asks(user: org.User) -> int:
        fresh = org.User.objects.get(pk=user.pk)
        return len(work_api.inbox_of(fresh, at=town.now).asks)

    assert (asks(town.committees_head), asks(successor)) == (0, 1)


@pytest.mark.django_db
def test_who_sees_several_lists_chooses_one(town: SimpleNamespace, client: Client) -> None:
    _star(town, "Việc của thành phố")
    ward_keeper = UserFactory.create(role="office_specialist", unit=town.ward)
    _star(town, "Việc của phường", unit=town.ward, by=ward_keeper)
    client.force_login(ward_keeper)
    address = reverse("followup:difficult-list")

    page = client.get(address).content.decode()
    assert "Việc của thành phố" in page
    assert "Mọi cơ quan được xem" in page
    chosen = {"danh-muc": town.ward.code, "muc": "im-lang"}
    one = client.get(address, chosen).content.decode()
    assert "Việc của thành phố" not in one
    assert 'name="muc" value="im-lang"' in one
