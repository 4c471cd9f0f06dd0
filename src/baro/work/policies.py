"""Who may do what to an item; in which state it can be done at all is said in `states`.

On which side of the item somebody stands is worked out in `sides`.
"""

from datetime import date

from baro.org import api as org
from baro.org.api import Permission
from baro.work import sides
from baro.work.models import CalendarFeed, SavedList, WorkParty


def can_receive_item(user: org.User, item: sides.Sided, *, on: date) -> bool:
    return sides.may_receive(sides.sides_of(user, item, on=on))


def can_send_back_item(user: org.User, item: sides.Sided, *, on: date) -> bool:
    return sides.may_send_back(sides.sides_of(user, item, on=on))


def can_assign_item(user: org.User, item: sides.Sided, *, on: date) -> bool:
    return sides.may_assign(sides.sides_of(user, item, on=on))


def can_note_update(user: org.User, item: sides.Sided, *, on: date) -> bool:
    return sides.may_deliver(sides.sides_of(user, item, on=on))


def can_deliver_item(user: org.User, item: sides.Sided, *, on: date) -> bool:
    return sides.may_deliver(sides.sides_of(user, item, on=on))


def can_split_item(user: org.User, item: sides.Sided, *, on: date) -> bool:
    return sides.may_split(sides.sides_of(user, item, on=on))


def can_ask_extension(user: org.User, item: sides.Sided, *, on: date) -> bool:
    return sides.may_ask_extension(sides.sides_of(user, item, on=on))


def can_answer_item(user: org.User, item: sides.Sided, *, on: date) -> bool:
    return sides.may_issue(sides.sides_of(user, item, on=on))


def can_accept_item(user: org.User, item: sides.Sided, *, on: date) -> bool:
    return sides.may_accept(sides.sides_of(user, item, on=on))


def can_decide_extension(user: org.User, item: sides.Sided, *, on: date) -> bool:
    return sides.may_decide_extension(sides.sides_of(user, item, on=on))


def can_withdraw_item(user: org.User, item: sides.Sided, *, on: date) -> bool:
    return sides.may_issue(sides.sides_of(user, item, on=on))


def can_add_watcher(user: org.User, item: sides.Sided, *, on: date) -> bool:
    return sides.may_issue(sides.sides_of(user, item, on=on))


def can_open_items(user: org.User, issuer_unit: org.Unit, *, on: date) -> bool:
    return org.powers_of(user, on=on).may(Permission.ISSUE_TASK, issuer_unit)


def can_finish_part(user: org.User, party: WorkParty, *, on: date) -> bool:
    return org.powers_of(user, on=on).may(Permission.DELIVER_PRODUCT, party.unit)


def can_save_list(user: org.User, reach: str, unit: org.Unit | None, *, on: date) -> bool:
    """For oneself everybody; for a unit who gives out its work; for the city who oversees it."""
    powers = org.powers_of(user, on=on)
    if reach == SavedList.Reach.OWN:
        return True
    if reach == SavedList.Reach.UNIT:
        return unit is not None and powers.may(Permission.ASSIGN_TASK, unit)
    return powers.may_for_the_whole_city(Permission.SEE) and powers.may_somewhere(
        Permission.ISSUE_TASK
    )


def can_change_list(user: org.User, saved: SavedList, *, on: date) -> bool:
    """Its owner, and for a list of many whoever could have made it."""
    if saved.owner_id == user.pk:
        return True
    return not saved.is_own and can_save_list(user, saved.reach, saved.unit, on=on)


def can_make_calendar(user: org.User, unit: org.Unit | None, *, on: date) -> bool:
    """Everybody for themselves; for a unit who takes its work in."""
    return unit is None or org.powers_of(user, on=on).may(Permission.RECEIVE_TASK, unit)


def can_revoke_calendar(user: org.User, feed: CalendarFeed, *, on: date) -> bool:
    """One's own, and that of a unit whose work one takes in, whoever made it."""
    if feed.unit is None:
        return feed.person_id == user.person_id
    return can_make_calendar(user, feed.unit, on=on)
