"""Pressing a few units: who may, what is refused, stopping and going on."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.factories.org import UnitFactory, UserFactory
from tests.factories.tasks import TaskFactory

from baro.documents import api as documents
from baro.documents.models import NumberRecord
from baro.documents.operations import UnitKeepsNoRegister
from baro.followup.models import PressedItem, Pressing, PressingLetter
from baro.followup.operations import pressing as operations
from baro.notices.api import Notice
from baro.org import api as org
from baro.tasks import api as tasks
from baro.work import api as work

STATUS = PressingLetter.Status


@dataclass(frozen=True)
class Cast:
    committee: org.Unit
    wards: tuple[org.Unit, ...]
    issuer: org.User
    leader: org.User
    chair_of_ward: org.User
    stranger: org.User

    def owed(self, ward: int = 0, **item: Any) -> tasks.Task:
        shape = {"issuer_unit": self.committee, "lead_unit": self.wards[ward], "state": "received"}
        return TaskFactory.create(
            **{f"item__{name}": value for name, value in {**shape, **item}.items()}
        )

    def begun(self, *given: tasks.Task, at: datetime) -> Pressing:
        return operations.begin_pressing(
            item_ids=[task.pk for task in given], unit=self.committee, by=self.issuer, at=at
        )


@pytest.fixture
def at(noon: datetime) -> datetime:
    """Twenty days on: what was due on 18/9 is eleven days late."""
    return noon + timedelta(days=20)


@pytest.fixture
def cast(db: None) -> Cast:
    city = UnitFactory.create(code="HN", kind="city", branch="territory", name="Thành phố Hà Nội")
    committee = UnitFactory.create(code="UBND-TP", parent=city, committee=True)
    wards = [
        UnitFactory.create(parent=UnitFactory.create(is_commune=True, parent=city), committee=True)
        for _ in range(3)
    ]
    return Cast(
        committee=committee,
        wards=tuple(wards),
        issuer=UserFactory.create(role="office_specialist", unit=committee),
        leader=UserFactory.create(role="leader", unit=committee, is_head=True),
        chair_of_ward=UserFactory.create(role="leader", unit=wards[0], is_head=True),
        stranger=UserFactory.create(role="office_specialist", unit=wards[2]),
    )


def _issue(pressing: Pressing, at: datetime) -> None:
    operations.issue_letters(pressing_id=pressing.pk, now=lambda: at)


def _statuses(pressing: Pressing) -> list[str]:
    return list(pressing.letters.order_by("pk").values_list("status", flat=True))


def test_each_unit_gets_one_letter_with_its_own_items(cast: Cast, at: datetime) -> None:
    one, two, other = cast.owed(0), cast.owed(0, due_at=None), cast.owed(1)
    pressing = cast.begun(one, two, other, at=at)
    operations.start_pressing(pressing=pressing, by=cast.issuer, at=at)

    _issue(pressing, at)

    pressing.refresh_from_db()
    assert pressing.is_issued
    letter = pressing.letters.get(unit=cast.wards[0])
    assert letter.document
    assert letter.document.symbol.endswith("/UBND")
    assert letter.document.subject == "đôn đốc thực hiện nhiệm vụ được giao"
    assert {p.item_id for p in letter.pressed.all()} == {one.pk, two.pk}
    assert one.item.number in letter.document.text
    assert other.item.number not in letter.document.text
    assert "02 nhiệm vụ chưa hoàn thành, trong đó 01 nhiệm vụ đã quá hạn" in " ".join(
        letter.document.text.split()
    )
    assert documents.Document.objects.visible_to(cast.chair_of_ward).filter(pk=letter.document.pk)
    told = Notice.objects.get(kind="pressed", person=cast.chair_of_ward.person)
    assert str(letter.document) in told.title
    last = tasks.history_of(one)[-1]
    assert last.sentence.endswith(
        f"đôn đốc: {letter.document}, đã quá hạn 7 ngày làm việc, trả lời trước 06/10/2026."
    )
    assert last.document_id == letter.document.pk


def test_what_is_done_meanwhile_is_left_out_and_an_empty_letter_stays_away(
    cast: Cast, at: datetime
) -> None:
    kept, done, alone = cast.owed(0), cast.owed(0), cast.owed(1)
    pressing = cast.begun(kept, done, alone, at=at)
    operations.start_pressing(pressing=pressing, by=cast.issuer, at=at)
    for task in (done, alone):
        task.item.state, task.item.delivered_at = work.State.DELIVERED, at
        task.item.save()

    _issue(pressing, at)

    assert sorted(_statuses(pressing)) == [STATUS.ISSUED, STATUS.NEEDLESS]
    assert PressedItem.objects.get(item=done.pk).left_out == "đã nộp sản phẩm"
    document = pressing.letters.get(unit=cast.wards[0]).document
    assert document
    assert done.item.number not in document.text
    assert NumberRecord.objects.count() == 1


def test_a_stopped_round_goes_on_where_it_stopped(cast: Cast, at: datetime) -> None:
    pressing = cast.begun(*(cast.owed(ward) for ward in range(3)), at=at)
    operations.start_pressing(pressing=pressing, by=cast.issuer, at=at)
    calls = iter(range(9))

    def stop_after_the_first() -> datetime:
        if next(calls) == 2:
            operations.stop_pressing(pressing=pressing, by=cast.issuer, at=at)
        return at

    operations.issue_letters(pressing_id=pressing.pk, now=stop_after_the_first)

    assert sorted(_statuses(pressing)) == [STATUS.ISSUED, STATUS.WAITING, STATUS.WAITING]
    operations.start_pressing(pressing=pressing, by=cast.issuer, at=at)
    _issue(pressing, at)
    assert _statuses(pressing) == [STATUS.ISSUED] * 3
    numbers = list(NumberRecord.objects.order_by("number").values_list("number", flat=True))
    assert numbers == [1, 2, 3]


def test_a_worker_that_dies_in_a_letter_has_used_no_number(
    cast: Cast, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressing = cast.begun(cast.owed(0), cast.owed(1), at=at)
    operations.start_pressing(pressing=pressing, by=cast.issuer, at=at)
    share, shared = documents.share_document, []

    def die_in_the_second(**given: Any) -> Any:
        shared.append(given)
        if len(shared) == 2:
            raise KeyboardInterrupt
        return share(**given)

    monkeypatch.setattr(documents, "share_document", die_in_the_second)
    with pytest.raises(KeyboardInterrupt):
        _issue(pressing, at)

    assert _statuses(pressing) == [STATUS.ISSUED, STATUS.WAITING]
    assert NumberRecord.objects.count() == 1
    _issue(pressing, at)
    assert _statuses(pressing) == [STATUS.ISSUED, STATUS.ISSUED]
    assert [r.number for r in NumberRecord.objects.order_by("number")] == [1, 2]


def test_a_run_that_was_overtaken_ends(cast: Cast, at: datetime) -> None:
    pressing = cast.begun(cast.owed(0), at=at)
    operations.start_pressing(pressing=pressing, by=cast.issuer, at=at)
    calls = iter(range(9))

    def another_begins() -> datetime:
        if next(calls) == 1:
            Pressing.objects.update(run=7)
        return at

    operations.issue_letters(pressing_id=pressing.pk, now=another_begins)

    assert _statuses(pressing) == [STATUS.WAITING]


def test_a_letter_that_breaks_does_not_hold_the_others(
    cast: Cast, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressing = cast.begun(cast.owed(0), cast.owed(1), at=at)
    operations.start_pressing(pressing=pressing, by=cast.issuer, at=at)
    write = documents.write_paper

    def broken_for_the_first(**given: Any) -> Any:
        if given["content"].addressees == cast.wards[0].name:
            raise RuntimeError
        return write(**given)

    monkeypatch.setattr(documents, "write_paper", broken_for_the_first)

    _issue(pressing, at)

    pressing.refresh_from_db()
    assert pressing.is_issued
    broken = pressing.letters.get(unit=cast.wards[0])
    assert broken.is_failed
    assert broken.failure.startswith("Chương trình gặp lỗi")
    monkeypatch.undo()
    operations.start_pressing(pressing=pressing, by=cast.issuer, at=at)
    _issue(pressing, at)
    assert _statuses(pressing) == [STATUS.ISSUED] * 2


def test_a_silent_round_is_shown_as_stopped(cast: Cast, at: datetime) -> None:
    pressing = cast.begun(cast.owed(0), at=at)
    operations.start_pressing(pressing=pressing, by=cast.issuer, at=at)

    assert operations.stop_silent_pressings(silent_since=at, at=at) == 0
    assert operations.stop_silent_pressings(silent_since=at + timedelta(hours=1), at=at) == 1

    pressing.refresh_from_db()
    assert pressing.is_stopped


def test_what_cannot_be_pressed_is_refused(cast: Cast, at: datetime) -> None:
    paused = cast.owed(0, state="unclear", is_paused=True)
    handed_in = cast.owed(0, state="delivered", delivered_at=at)
    foreign = TaskFactory.create(item__issuer_unit=cast.wards[0], item__lead_unit=cast.wards[1])

    for given, refusal in (
        ([], operations.NothingChosen),
        ([paused], operations.AllPaused),
        ([paused, handed_in], operations.NothingChosen),
    ):
        with pytest.raises(refusal):
            cast.begun(*given, at=at)
    chief = UserFactory.create(role="office_specialist", unit=org.Unit.objects.get(code="HN"))
    with pytest.raises(operations.ItemsOfOtherIssuers, match="Có 1 nhiệm vụ do"):
        operations.begin_pressing(
            item_ids=[foreign.pk, cast.owed(0).pk], unit=cast.committee, by=chief, at=at
        )
    with pytest.raises(UnitKeepsNoRegister):
        operations.begin_pressing(
            item_ids=[foreign.pk], unit=org.Unit.objects.get(code="HN"), by=chief, at=at
        )


def test_only_the_issuer_presses_and_only_who_keeps_the_register_issues(
    cast: Cast, at: datetime
) -> None:
    owed = cast.owed(0)
    for outsider in (cast.chair_of_ward, cast.stranger):
        with pytest.raises(PermissionDenied):
            operations.begin_pressing(item_ids=[owed.pk], unit=cast.committee, by=outsider, at=at)
    pressing = operations.begin_pressing(
        item_ids=[owed.pk], unit=cast.committee, by=cast.leader, at=at
    )

    with pytest.raises(PermissionDenied, match="giữ sổ"):
        operations.start_pressing(pressing=pressing, by=cast.leader, at=at)

    assert not Pressing.objects.visible_to(cast.stranger).exists()


def test_the_words_are_looked_at_before_anything_goes_out(cast: Cast, at: datetime) -> None:
    pressing = cast.begun(cast.owed(0), at=at)

    def revised(**changes: Any) -> None:
        values = {
            "subject": "đôn đốc",
            "opening": "Đến nay còn:",
            "ask": "Báo cáo trước [hạn trả lời].",
            "answer_by": at.date() + timedelta(days=3),
            "signer": pressing.signer,
        }
        text = operations.PressingText(**{**values, **changes})
        operations.revise_and_start(pressing=pressing, text=text, by=cast.issuer, at=at)

    with pytest.raises(operations.AnswerInThePast):
        revised(answer_by=at.date())
    with pytest.raises(operations.PlaceUnknown, match=r"\[ngày mai\]"):
        revised(ask="Trước [ngày mai].")
    with pytest.raises(operations.SignerMissing):
        revised(signer=None)
    revised()
    with pytest.raises(operations.PressingMovedOn):
        operations.discard_pressing(pressing=pressing, by=cast.issuer, at=at)


def test_a_letter_is_not_signed_by_the_head_of_another_body(
    cast: Cast, client: Client, at: datetime
) -> None:
    office = UnitFactory.create(parent=cast.committee, kind="office")
    by_order = UserFactory.create(role="unit_head", unit=office, is_head=True)
    department = UnitFactory.create(parent=cast.committee, kind="department")
    director = UserFactory.create(role="unit_head", unit=department, is_head=True)
    pressing = cast.begun(cast.owed(0), at=at)
    client.force_login(cast.issuer)

    page = reverse("followup:pressing-round", args=[pressing.pk])
    shown = client.get(page).content.decode()

    assert f"{cast.leader.person.full_name}, " in shown
    assert f"{by_order.person.full_name}, " in shown
    assert f"{director.person.full_name}, " not in shown


def test_the_page_of_choices_costs_the_same_for_many_units(
    cast: Cast, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.issuer)
    cast.owed(0)
    address = reverse("followup:pressing")
    client.get(address)
    with django_assert_num_queries(7):
        client.get(address)
    for ward in (0, 1, 1, 2):
        cast.owed(ward)
    client.get(address)
    with django_assert_num_queries(7):
        page = client.get(address).content.decode()

    assert page.count('name="viec"') == 5


def test_the_page_of_a_round_costs_the_same_for_many_letters(
    cast: Cast, client: Client, at: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.issuer)
    rounds = [
        cast.begun(cast.owed(0), at=at),
        cast.begun(*(cast.owed(ward) for ward in range(3)), at=at),
    ]
    for pressing in rounds:
        operations.start_pressing(pressing=pressing, by=cast.issuer, at=at)
        _issue(pressing, at)
    addresses = [reverse("followup:pressing-round", args=[one.pk]) for one in rounds]
    for address in addresses:
        client.get(address)
        with django_assert_num_queries(5):
            client.get(address)
