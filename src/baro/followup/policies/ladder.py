"""Who may change the ladder, and who may speak to the leaders' list."""

from datetime import date

from baro.org import api as org
from baro.work import api as work

_BODIES = {org.Unit.Kind.PEOPLES_COMMITTEE, org.Unit.Kind.PARTY_COMMITTEE}


def can_change_ladder(user: org.User, *, on: date) -> bool:
    """Who looks after the system, and the general specialists of the city's own offices."""
    powers = org.powers_of(user, on=on)
    return powers.may_somewhere(org.Permission.MANAGE_SYSTEM) or any(
        post.role == org.Role.OFFICE_SPECIALIST
        and post.scope.commune_id is None
        and post.scope.kind in _BODIES
        for post in powers.posts
    )


def can_remark_on_item(user: org.User, item: work.WorkItem, *, on: date) -> bool:
    """The issuer's leader, or the specialist who writes down what the leader said."""
    return org.powers_of(user, on=on).may(org.Permission.ISSUE_TASK, item.issuer_unit)
