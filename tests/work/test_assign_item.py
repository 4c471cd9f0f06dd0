from datetime import datetime

import pytest
from django.core.exceptions import PermissionDenied
from tests.factories.org import PostFactory, UnitFactory, UserFactory
from tests.work.conftest import Cast

from baro.kernel.errors import DomainError
from baro.work import api as work


def test_a_person_is_given_the_item_where_they_sit(
    cast: Cast, item: work.WorkItem, noon: datetime
) -> None:
    given = work.assign_item(item=item, person=cast.officer.person, by=cast.receiver, at=noon)

    assert (given.assignee, given.assigned_unit) == (cast.officer.person, cast.division)
    assert given.state == work.State.RECEIVED
    assert work.WorkItem.objects.visible_to(cast.officer).get() == item


def test_a_post_means_whoever_holds_it(cast: Cast, item: work.WorkItem, noon: datetime) -> None:
    post = cast.head_of_division.person.appointments.get().post

    given = work.assign_item(item=item, post=post, by=cast.receiver, at=noon)

    assert given.assignee == cast.head_of_division.person


def test_a_vacant_post_is_told(cast: Cast, item: work.WorkItem, noon: datetime) -> None:
    with pytest.raises(DomainError, match="chưa có người giữ chức vụ"):
        work.assign_item(
            item=item, post=PostFactory.create(unit=cast.division), by=cast.receiver, at=noon
        )


def test_the_head_of_the_division_gives_it_on_inside(
    cast: Cast, item: work.WorkItem, noon: datetime
) -> None:
    work.assign_item(item=item, unit=cast.division, by=cast.receiver, at=noon)

    given = work.assign_item(
        item=item, person=cast.officer.person, by=cast.head_of_division, at=noon
    )

    assert given.assignee == cast.officer.person


def test_but_not_to_another_division(cast: Cast, item: work.WorkItem, noon: datetime) -> None:
    other = UnitFactory.create(parent=cast.ward_committee, kind="division")
    colleague = UserFactory.create(role="civil_servant", unit=other)
    work.assign_item(item=item, unit=cast.division, by=cast.receiver, at=noon)

    for choice in ({"unit": other}, {"person": colleague.person}):
        with pytest.raises(DomainError):
            work.assign_item(item=item, by=cast.head_of_division, at=noon, **choice)


def test_it_can_be_taken_back(cast: Cast, item: work.WorkItem, noon: datetime) -> None:
    work.assign_item(item=item, person=cast.officer.person, by=cast.receiver, at=noon)

    given = work.assign_item(item=item, unit=cast.ward_committee, by=cast.receiver, at=noon)

    assert (given.assignee, given.assigned_unit) == (None, None)


def test_nobody_outside_is_given_it(cast: Cast, item: work.WorkItem, noon: datetime) -> None:
    with pytest.raises(DomainError, match="không giữ chức vụ nào trong"):
        work.assign_item(item=item, person=cast.issuer.person, by=cast.receiver, at=noon)
    with pytest.raises(DomainError, match="không thuộc"):
        work.assign_item(item=item, unit=cast.stranger_unit, by=cast.receiver, at=noon)
    with pytest.raises(DomainError, match="Hãy chọn"):
        work.assign_item(item=item, by=cast.receiver, at=noon)


@pytest.mark.parametrize("who", ["issuer", "officer", "head_of_division", "stranger"])
def test_only_the_unit_that_has_it_assigns(
    cast: Cast, item: work.WorkItem, noon: datetime, who: str
) -> None:
    with pytest.raises(PermissionDenied, match="mới phân công việc này được"):
        work.assign_item(item=item, unit=cast.division, by=getattr(cast, who), at=noon)
