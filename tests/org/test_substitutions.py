"""Who is away lets somebody act for them, for some days and by a paper."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from tests.factories.org import AppointmentFactory, PostFactory, UserFactory

from baro.kernel.audit import AuditEvent, describe
from baro.kernel.errors import DomainError
from baro.org import api as org
from baro.org.operations import substitutions

pytestmark = pytest.mark.django_db
ISSUE, SEE = org.Permission.ISSUE_TASK, org.Permission.SEE
MORNING = datetime.fromisoformat("2026-09-07T08:00:00+07:00")
MONDAY, FRIDAY = date(2026, 9, 7), date(2026, 9, 11)


@pytest.fixture
def chair(tree: SimpleNamespace) -> org.User:
    return UserFactory.create(role="leader", unit=tree.committee, is_head=True)


@pytest.fixture
def servant(tree: SimpleNamespace) -> org.User:
    return UserFactory.create(role="civil_servant", unit=tree.office)


def _give(chair: org.User, servant: org.User, **changes: object) -> object:
    facts = {
        "giver": chair.person,
        "substitute": servant.person,
        "valid_from": MONDAY,
        "last_day": FRIDAY,
        "order_number": "12/TB-UBND",
        "by": chair,
        "at": MORNING,
    }
    return org.give_substitution(**{**facts, **changes})  # type: ignore[arg-type]


def _powers(user: org.User, on: date) -> org.Powers:
    return org.powers_of(org.User.objects.get(pk=user.pk), on=on)


def test_the_powers_are_lent_from_the_first_day_to_the_end_of_the_last(
    chair: org.User, servant: org.User, tree: SimpleNamespace
) -> None:
    _give(chair, servant)

    day = timedelta(days=1)
    for on, holds in ((MONDAY - day, False), (MONDAY, True), (FRIDAY, True), (FRIDAY + day, False)):
        assert _powers(servant, on).may(ISSUE, tree.committee) is holds
        assert _powers(chair, on).may(ISSUE, tree.committee)
    powers = _powers(servant, MONDAY)
    assert powers.behalf(tree.committee, ISSUE) == chair.person
    assert powers.behalf(tree.office, SEE) is None
    assert powers.main_unit == tree.office
    away = _powers(chair, MONDAY).away
    assert away
    assert (away.substitute, away.last_day) == (str(servant), FRIDAY)


def test_what_was_lent_is_not_lent_on(
    chair: org.User, servant: org.User, tree: SimpleNamespace
) -> None:
    third = UserFactory.create(role="civil_servant", unit=tree.office)
    _give(chair, servant)

    with pytest.raises(substitutions.SubstitutionOverlaps, match="không giao tiếp"):
        _give(servant, third)
    later = MONDAY + timedelta(days=20)
    _give(servant, third, valid_from=later, last_day=later)
    assert not _powers(third, later).may(ISSUE, tree.committee)


def test_the_keys_of_the_house_stay_with_whom_they_were_given(
    tree: SimpleNamespace, servant: org.User
) -> None:
    manager = UserFactory.create(role="org_manager", unit=tree.office, scope=tree.committee)

    _give(manager, servant)

    assert not _powers(servant, MONDAY).may_somewhere(org.Permission.MANAGE_ORG)
    assert _powers(servant, MONDAY).may(SEE, tree.committee)


def test_what_is_lent_ends_with_the_post_of_the_giver(
    chair: org.User, servant: org.User, tree: SimpleNamespace
) -> None:
    _give(chair, servant)
    held = chair.person.appointments.get()
    held.valid_to = MONDAY + timedelta(days=2)
    held.save(update_fields=["valid_to"])

    assert _powers(servant, MONDAY).may(ISSUE, tree.committee)
    assert not _powers(servant, MONDAY + timedelta(days=2)).may(ISSUE, tree.committee)
    later = {"valid_from": MONDAY + timedelta(days=1), "last_day": MONDAY + timedelta(days=5)}
    other = UserFactory.create(role="civil_servant", unit=tree.committee)
    with pytest.raises(substitutions.SubstitutionOverlaps):
        _give(chair, other, **{**later, "last_day": MONDAY + timedelta(days=1)})
    with pytest.raises(substitutions.NothingToLend, match="không giao người thay lâu hơn"):
        _give(chair, other, **later)


@pytest.mark.parametrize(
    "changes",
    [
        {"last_day": MONDAY - timedelta(days=1)},
        {"valid_from": MONDAY - timedelta(days=1)},
        {"order_number": " "},
    ],
)
def test_days_gone_and_papers_missing_are_refused(
    chair: org.User, servant: org.User, changes: dict[str, object]
) -> None:
    with pytest.raises(DomainError):
        _give(chair, servant, **changes)


def test_only_a_colleague_and_only_by_who_may(
    chair: org.User, servant: org.User, tree: SimpleNamespace
) -> None:
    stranger = UserFactory.create(role="leader", unit=tree.south)

    with pytest.raises(substitutions.SubstituteUnfit):
        _give(chair, stranger)
    with pytest.raises(substitutions.SubstituteUnfit):
        _give(chair, chair)
    with pytest.raises(PermissionDenied):
        _give(chair, servant, by=servant)
    with pytest.raises(PermissionDenied):
        _give(chair, servant, by=stranger)


def test_one_substitute_at_a_time_until_ended_early(
    chair: org.User, servant: org.User, tree: SimpleNamespace
) -> None:
    given = _give(chair, servant)
    other = UserFactory.create(role="civil_servant", unit=tree.office)
    with pytest.raises(substitutions.SubstitutionOverlaps, match="đã thay"):
        _give(chair, other, valid_from=FRIDAY, last_day=FRIDAY)

    tuesday = MORNING + timedelta(days=1)
    org.end_substitution(given=given, by=chair, at=tuesday)  # type: ignore[arg-type]

    assert not _powers(servant, MONDAY + timedelta(days=1)).standing
    with pytest.raises(substitutions.SubstitutionOver):
        org.end_substitution(given=given, by=chair, at=tuesday)  # type: ignore[arg-type]
    _give(chair, other, valid_from=FRIDAY, last_day=FRIDAY)
    told = [describe(event) for event in AuditEvent.objects.filter(name__contains="substitution")]
    assert "từ 07/09/2026 đến hết 11/09/2026 (12/TB-UBND)" in told[0]


def test_both_see_it_on_every_page_and_on_the_page_of_the_person(
    chair: org.User, tree: SimpleNamespace, client: Client
) -> None:
    servant = UserFactory.create(role="civil_servant", unit=tree.committee)
    today = timezone.localdate()
    client.force_login(chair)
    seat = servant.person.appointments.get()
    form = {
        "substitute": seat.pk,
        "valid_from": f"{today:%d/%m/%Y}",
        "last_day": f"{today:%d/%m/%Y}",
        "order_number": "12/TB-UBND",
    }
    assert client.post(reverse("org:absence")).status_code == 422

    page = client.post(reverse("org:absence"), form, follow=True).content.decode()

    assert "đang thay ông/bà đến hết ngày" in page
    assert "12/TB-UBND" in page
    client.force_login(servant)
    assert "Ông/bà đang thay <a" in client.get(reverse("org:unit-list")).content.decode()


@pytest.mark.usefixtures("reading")
def test_standing_for_somebody_costs_no_more_queries(
    chair: org.User,
    servant: org.User,
    tree: SimpleNamespace,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    _give(chair, servant)
    AppointmentFactory.create(
        person=chair.person, nature="concurrent", post=PostFactory.create(unit=tree.north)
    )
    user = org.User.objects.get(pk=servant.pk)

    with django_assert_num_queries(3):  # the edition, appointments, grants
        assert len(org.powers_of(user, on=MONDAY).standing[0].posts) == 2


def test_of_several_who_lend_it_the_nearest_is_named_and_of_equals_the_higher_post(
    chair: org.User, tree: SimpleNamespace
) -> None:
    servant = UserFactory.create(role="civil_servant", unit=tree.office)
    deputy = UserFactory.create(role="leader", unit=tree.committee)
    head = UserFactory.create(role="unit_head", unit=tree.office, is_head=True)
    for giver, rank in ((head, 1), (deputy, 3), (chair, 7)):
        seat = giver.person.appointments.get().post
        seat.rank = rank
        seat.save()
        _give(giver, servant)

    powers = _powers(servant, MONDAY)

    assert [each.person for each in powers.standing] == [deputy.person, chair.person, head.person]
    assert powers.behalf(tree.committee, ISSUE) == deputy.person
    assert powers.behalf(tree.office, org.Permission.RECEIVE_TASK) == head.person


def test_the_page_of_a_person_has_what_holds_first_then_what_comes_next(
    chair: org.User, tree: SimpleNamespace, client: Client
) -> None:
    servant = UserFactory.create(role="civil_servant", unit=tree.committee)
    today, day = timezone.localdate(), timedelta(days=1)
    for number, days in (("next", 5), ("over", -9), ("live", 0), ("later", 9)):
        start = today + days * day
        at = datetime.combine(start, MORNING.timetz())
        _give(chair, servant, valid_from=start, last_day=start + day, order_number=number, at=at)
    client.force_login(servant)

    page = client.get(reverse("org:person", args=[chair.person_id])).content.decode()

    shown = page.partition("Đang có hiệu lực đứng trước")[2]
    places = [shown.index(f">{number}<") for number in ("live", "next", "later", "over")]
    assert places == sorted(places)


def test_who_may_be_named_stands_in_the_order_that_the_form_tells(
    chair: org.User, tree: SimpleNamespace, client: Client
) -> None:
    below = UserFactory.create(role="unit_head", unit=tree.office, is_head=True)
    peers = [UserFactory.create(role="leader", unit=tree.committee) for _ in range(2)]
    for peer, rank in zip(peers, (9, 4), strict=True):
        seat = peer.person.appointments.get().post
        seat.rank = rank
        seat.save()
    client.force_login(chair)

    page = client.get(reverse("org:absence")).content.decode()

    assert "Người cùng đơn vị đứng trước, theo thứ bậc chức danh" in page
    places = [page.index(str(one.person)) for one in (peers[1], peers[0], below)]
    assert places == sorted(places)
