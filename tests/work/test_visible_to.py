from tests.factories.org import UnitFactory, UserFactory
from tests.factories.work import WorkItemFactory
from tests.work.conftest import Cast

from baro.org import api as org
from baro.work import api as work


def _seen(user: org.User) -> list[work.WorkItem]:
    """What a list shows; asked of one item after another the answer must be the same."""
    seen = list(work.WorkItem.objects.visible_to(user))
    every = work.WorkItem.objects.select_related("assigned_unit")
    assert {item for item in every if work.is_visible(user, item)} == set(seen)
    return seen


def test_each_side_and_what_is_above_it_sees_the_item_once(cast: Cast, item: work.WorkItem) -> None:
    work.WorkParty.objects.create(item=item, unit=cast.committee, part="inspector")

    assert _seen(cast.issuer) == _seen(cast.receiver) == [item]


def test_a_division_does_not_see_what_lies_with_the_committee_above(
    cast: Cast, item: work.WorkItem
) -> None:
    assert _seen(cast.head_of_division) == _seen(cast.officer) == _seen(cast.stranger) == []


def test_the_assignee_sees_it_wherever_they_sit(cast: Cast, item: work.WorkItem) -> None:
    item.assignee = cast.officer.person
    item.save()

    assert _seen(cast.officer) == [item]


def test_a_division_sees_what_was_given_to_it(cast: Cast, item: work.WorkItem) -> None:
    item.assigned_unit = cast.division
    item.save()

    assert _seen(cast.head_of_division) == [item]


def test_who_oversees_the_city_sees_everything_and_does_nothing(
    cast: Cast, item: work.WorkItem
) -> None:
    overseer = UserFactory.create(role="civil_servant", unit=cast.division, oversees=cast.city)

    assert _seen(overseer) == [item]
    assert work.allowed_actions(overseer, item) == ()


def test_who_oversees_a_ward_sees_what_it_has_a_part_in(cast: Cast, item: work.WorkItem) -> None:
    WorkItemFactory.create(lead_unit=cast.committee)
    other = UnitFactory.create(is_commune=True, parent=cast.city)

    assert _seen(UserFactory.create(role="inspector", unit=cast.ward)) == [item]
    assert _seen(UserFactory.create(role="inspector", unit=other)) == []


def test_a_list_of_the_visible_can_be_narrowed_and_counted(cast: Cast, item: work.WorkItem) -> None:
    seen = work.WorkItem.objects.visible_to(cast.receiver)

    assert seen.open().filter(title=item.title).count() == 1
    assert seen.exclude(pk=item.pk).count() == 0
