from datetime import datetime

import pytest
from django.core.exceptions import PermissionDenied
from pytest_django import DjangoAssertNumQueries
from tests.factories.org import UnitFactory, UserFactory
from tests.work.conftest import Cast

from baro.kernel.audit.models import AuditEvent
from baro.kernel.editions import begin_request, end_request
from baro.kernel.errors import DomainError
from baro.org import api as org
from baro.work import api as work

OVERDUE = "o=running_overdue&han=tuan-nay"


def _save(by: org.User, at: datetime, **changes: object) -> work.SavedList:
    facts = {"name": "Quá hạn", "query": OVERDUE, "reach": "own", "unit": None, **changes}
    return work.save_list(**facts, by=by, at=at)  # type: ignore[arg-type]


def _seen_by(user: org.User) -> set[str]:
    return set(work.SavedList.objects.visible_to(user).values_list("name", flat=True))


def test_a_list_is_kept_as_its_canonical_address(cast: Cast, noon: datetime) -> None:
    saved = _save(cast.receiver, noon, name="  Quá   hạn ", query="?han=tuan-nay&o=running_overdue")

    assert (saved.name, saved.query, saved.is_own) == ("Quá hạn", OVERDUE, True)
    assert AuditEvent.objects.get(target_id=saved.pk, name="work.list_saved").facts == {
        "reach": "của tôi"
    }


def test_each_reach_is_seen_by_whom_it_is_for(cast: Cast, noon: datetime) -> None:
    overseer = UserFactory.create(role="office_specialist", unit=cast.committee, oversees=cast.city)
    _save(cast.receiver, noon, name="Riêng")
    _save(cast.receiver, noon, name="Của phường", reach="unit", unit=cast.ward_committee)
    _save(overseer, noon, name="Chung", reach="city")

    assert _seen_by(cast.receiver) == {"Riêng", "Của phường", "Chung"}
    assert _seen_by(cast.officer) == {"Của phường", "Chung"}
    assert _seen_by(UserFactory.create(role="leader")) == {"Chung"}


def test_only_who_gives_out_work_speaks_for_a_unit_and_who_oversees_the_city_for_it(
    cast: Cast, noon: datetime
) -> None:
    for user, reach, unit in [
        (cast.officer, "unit", cast.ward_committee),
        (cast.receiver, "unit", cast.committee),
        (cast.receiver, "unit", None),
        (cast.receiver, "city", None),
    ]:
        with pytest.raises(PermissionDenied):
            _save(user, noon, reach=reach, unit=unit)

    assert not work.SavedList.objects.exists()


def test_a_name_is_given_once_and_never_left_out(cast: Cast, noon: datetime) -> None:
    saved = _save(cast.receiver, noon)

    for name in ("Quá hạn", "   "):
        with pytest.raises(DomainError) as refused:
            _save(cast.receiver, noon, name=name)
        assert refused.value.field == "name"
    work.change_list(saved=saved, name="Quá hạn", by=cast.receiver, at=noon)
    with pytest.raises(DomainError):
        _save(cast.receiver, noon, name="Dài", query="q=" + "x" * 2100)


def test_a_list_is_changed_shared_and_removed_by_who_may(cast: Cast, noon: datetime) -> None:
    saved = _save(cast.receiver, noon)
    work.change_list(
        saved=saved,
        name="Chậm",
        query="o=done_late",
        reach="unit",
        unit=cast.ward_committee,
        by=cast.receiver,
        at=noon,
    )

    saved.refresh_from_db()
    assert (saved.name, saved.query, saved.unit) == ("Chậm", "o=done_late", cast.ward_committee)
    for act in (work.change_list, work.remove_list):
        with pytest.raises(PermissionDenied):
            act(saved=saved, by=cast.officer, at=noon)
    work.remove_list(saved=saved, by=cast.receiver, at=noon)
    assert not work.SavedList.objects.exists()


def test_the_opening_list_is_one_for_each_person(cast: Cast, noon: datetime) -> None:
    first, second = _save(cast.receiver, noon), _save(cast.receiver, noon, name="Hai")

    work.open_with(saved=first, by=cast.receiver, at=noon)
    work.open_with(saved=second, by=cast.receiver, at=noon)

    assert work.opening_key_of(cast.receiver) == second.pk
    work.remove_list(saved=second, by=cast.receiver, at=noon)
    assert work.opening_key_of(cast.receiver) is None


def test_a_question_of_its_own_kind_depends_on_who_asks(cast: Cast, noon: datetime) -> None:
    stranger = UserFactory.create(role="leader", unit=UnitFactory.create())
    with pytest.raises(DomainError):
        work.filtered(work.WorkItem.objects.all(), {"nguoi": "toi"}, at=noon)

    found = work.filtered(work.WorkItem.objects.all(), {"donvi": "cua-toi"}, at=noon, by=stranger)
    assert not found.exists()


def test_lists_that_are_held_are_shown_as_they_are_now(cast: Cast, noon: datetime) -> None:
    def shown() -> tuple[list[str], int | None]:
        begin_request({"REQUEST_METHOD": "GET"})
        found = work.saved_lists_of(cast.receiver, on=noon.date())
        end_request()
        return [one.name for one in found.lists], found.opening_key

    saved = _save(cast.receiver, noon)
    assert shown() == (["Quá hạn"], None)

    work.open_with(saved=saved, by=cast.receiver, at=noon)
    assert shown() == (["Quá hạn"], saved.pk)
    overseer = UserFactory.create(role="office_specialist", unit=cast.committee, oversees=cast.city)
    _save(overseer, noon, name="Chung", reach="city")
    assert shown() == (["Quá hạn", "Chung"], saved.pk)


def test_a_request_that_reads_asks_for_the_lists_once_in_an_edition(
    cast: Cast, noon: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    _save(cast.receiver, noon)
    begin_request({"REQUEST_METHOD": "GET"})
    first = work.saved_lists_of(cast.receiver, on=noon.date())

    with django_assert_num_queries(0):
        assert work.saved_lists_of(cast.receiver, on=noon.date()) is first
    end_request()
