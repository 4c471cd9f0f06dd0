"""Who is told what, when something is done to a task; always without the one who did it.

The receiving side is told what it has to do and what became of it, the issuing side what it has to
answer, judge or decide. What was dealt with settles the notices that asked for it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from django.utils import timezone

from baro.notices import api as notices
from baro.org import api as org
from baro.tasks.models import Task
from baro.tasks.operations.traces import day_words, due_words
from baro.work import api as work

_RECEIVERS = org.Permission.RECEIVE_TASK
_URGING = ("reminded", "due_now", "overdue", "still_overdue", "pressed", "directed")
_DOING = (*_URGING, "given", "assigned", "returned", "recalled", "moved", "answered", "extended")


def tell_receivers(
    tasks: Sequence[Task],
    cooperating: Mapping[int, Sequence[org.Unit]],
    *,
    by: org.User,
    at: datetime,
) -> None:
    """Tell each lead unit what it was given, and each cooperating one in what it has a part.

    `cooperating` has units by the key of the item. A few queries, also for all the communes.
    """
    on = timezone.localtime(at).date()
    given = [task.item for task in tasks if not task.item.is_collective]
    units = [item.lead_unit for item in given]
    units += [unit for parts in cooperating.values() for unit in parts]
    people = org.recipients_of_units(units, on=on, permission=_RECEIVERS)
    tellings = [_given(item, people.get(item.lead_unit_id, ()), by) for item in given]
    items = {task.pk: task.item for task in tasks}
    for key, parts in cooperating.items():
        told = [person for unit in parts for person in people.get(unit.pk, ())]
        tellings.append(_cooperating(items[key], told, by))
    notices.tell_many(tellings, at=at)


def _given(item: work.WorkItem, people: Iterable[org.Person], by: org.User) -> notices.Telling:
    is_own = item.assignee is not None
    told = [item.assignee] if item.assignee else people
    return notices.Telling(
        kind="assigned" if is_own else "given",
        people=list(told),
        subject=item,
        title=f"{item.issuer_unit.short_name} giao, {due_words(item.due_at)}.",
        by=by,
    )


def _cooperating(
    item: work.WorkItem, people: Iterable[org.Person], by: org.User
) -> notices.Telling:
    lead = "" if item.is_collective else f" do {item.lead_unit.short_name} chủ trì"
    title = (
        f"{item.issuer_unit.short_name} giao phối hợp trong việc{lead}, {due_words(item.due_at)}."
    )
    return notices.Telling("cooperating", list(people), item, title, by=by)


def tell_lead_side(
    kind: str, item: work.WorkItem, title: str, *, by: org.User, at: datetime, body: str = ""
) -> None:
    """Tell whoever has the task in hand: the assignee, else the head; and who answers for it."""
    on = timezone.localtime(at).date()
    people = list(_holders([item.accountable_post, *_heads(item.assigned_unit)], on))
    if item.assignee:
        people.append(item.assignee)
    people = people or list(org.recipients_of_unit(item.lead_unit, on=on))
    notices.tell(kind=kind, people=people, subject=item, title=title, body=body, at=at, by=by)


def tell_issuer_side(
    kind: str, item: work.WorkItem, title: str, *, by: org.User, at: datetime, body: str = ""
) -> None:
    """Tell who gave the task, as long as they sit there, and who follows it."""
    on = timezone.localtime(at).date()
    people = list(_holders([item.inspector_post], on))
    giver = by if by.pk == item.issued_by_id else item.issued_by
    if org.powers_of(giver, on=on).may(org.Permission.ISSUE_TASK, item.issuer_unit):
        people.append(giver.person)
    if not people:
        permission = org.Permission.ACCEPT_PRODUCT
        people = list(org.recipients_of_unit(item.issuer_unit, on=on, permission=permission))
    notices.tell(kind=kind, people=people, subject=item, title=title, body=body, at=at, by=by)


def tell_assigned(item: work.WorkItem, *, by: org.User, at: datetime) -> None:
    """Tell the person, or the head of the division, into whose hands the task was put."""
    on = timezone.localtime(at).date()
    people = [item.assignee] if item.assignee else _holders(_heads(item.assigned_unit), on)
    notices.tell(
        kind="assigned",
        people=list(people),
        subject=item,
        by=by,
        title=f"{by} phân công, {due_words(item.due_at)}.",
        at=at,
    )


def tell_withdrawn(
    items: Sequence[work.WorkItem], title: str, *, by: org.User, at: datetime
) -> None:
    """Nothing about these is open any more; those who had them are told that, and why."""
    notices.settle(subjects=items, at=at)
    titles = {item.pk: title for item in items}
    _tell_lead_units("withdrawn", items, titles, by=by, at=at)


def tell_replaced(tasks: Collection[Task], reason: str, *, by: org.User, at: datetime) -> None:
    """Each of these has another in its place, as `replaced_by` says; who had it hears which."""
    items = [task.item for task in tasks]
    notices.settle(subjects=items, at=at)
    titles = {
        task.pk: f"Việc được thay bằng {task.replaced_by.item.number}: {reason}."
        for task in tasks
        if task.replaced_by
    }
    _tell_lead_units("withdrawn", items, titles, by=by, at=at)


def tell_moved(held: Sequence[work.WorkExtension], *, by: org.User, at: datetime) -> None:
    """What was said about the old day no longer holds."""
    items = [one.item for one in held]
    notices.settle(subjects=items, kinds=(*_URGING, "moved"), at=at)
    titles = {
        one.item_id: f"Hạn đổi từ {day_words(one.old_due_at)} thành {day_words(one.new_due_at)}."
        for one in held
    }
    _tell_lead_units("moved", items, titles, by=by, at=at, body=held[-1].grounds)


def _tell_lead_units(
    kind: str,
    items: Sequence[work.WorkItem],
    titles: Mapping[int, str],
    *,
    by: org.User,
    at: datetime,
    body: str = "",
) -> None:
    """The units that have these in hand, and the people inside who do; for any number of items.

    `titles` by the keys of the items.
    """
    on = timezone.localtime(at).date()
    owed = [item for item in items if not item.is_collective]
    units = [item.lead_unit for item in owed]
    people = org.recipients_of_units(units, on=on, permission=_RECEIVERS)
    tellings = []
    for item in owed:
        told = [*([item.assignee] if item.assignee else []), *people.get(item.lead_unit_id, ())]
        tellings.append(notices.Telling(kind, told, item, titles[item.pk], body, by=by))
    notices.tell_many(tellings, at=at)


def settle(item: work.WorkItem, *kinds: str, at: datetime) -> None:
    """Close what notices of these kinds asked for: it has been done."""
    notices.settle(subjects=[item], kinds=kinds, at=at)


def settle_doing(item: work.WorkItem, *, at: datetime) -> None:
    """The product is in other hands now: nobody needs to be moved to make it."""
    settle(item, *_DOING, at=at)


def settle_judging(item: work.WorkItem, *, at: datetime) -> None:
    """The product came back to who made it: nobody needs to judge it any more."""
    settle(item, "delivered", "handed_in", at=at)


def settle_all(items: Iterable[work.WorkItem], *, at: datetime) -> None:
    """These are closed; whatever was asked about them is over."""
    notices.settle(subjects=items, at=at)


def _holders(posts: Iterable[org.Post | None], on: date) -> Collection[org.Person]:
    held = [post for post in posts if post]
    return org.holders_of(held, on=on).values() if held else ()


def _heads(unit: org.Unit | None) -> list[org.Post | None]:
    return [org.head_post_of(unit)] if unit else []
