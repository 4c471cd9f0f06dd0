"""Who keeps a portfolio of difficult works, who reports on a work, who decides."""

from datetime import date

from baro.followup.models import DifficultObstacle, DifficultWork
from baro.org import api as org


def can_star_work(user: org.User, unit: org.Unit, *, on: date) -> bool:
    """Whoever gives tasks for the body puts works on its list and takes them off."""
    return org.powers_of(user, on=on).may(org.Permission.ISSUE_TASK, unit)


def can_steer_work(user: org.User, work: DifficultWork, *, on: date) -> bool:
    """The body whose list it is, and whoever answers for the work."""
    return can_star_work(user, work.unit, on=on) or _sits_in(user, work.leader_post_id, on=on)


def can_report_work(user: org.User, work: DifficultWork, *, on: date) -> bool:
    """Those who steer it, and those who act for the lead unit."""
    powers = org.powers_of(user, on=on)
    leads = powers.may(org.Permission.RECEIVE_TASK, work.lead_unit)
    return leads or can_steer_work(user, work, on=on)


def can_clear_obstacle(user: org.User, obstacle: DifficultObstacle, *, on: date) -> bool:
    """Those who report on the work, and whoever was to clear it."""
    powers = org.powers_of(user, on=on)
    return (
        powers.may(org.Permission.RECEIVE_TASK, obstacle.owner_unit)
        or _sits_in(user, obstacle.owner_post_id, on=on)
        or can_report_work(user, obstacle.work, on=on)
    )


def can_decide_obstacle(user: org.User, obstacle: DifficultObstacle, *, on: date) -> bool:
    """Nobody but who sits in the post that was asked, or stands for them while they are away."""
    return _sits_in(user, obstacle.needs_decision_of_id, on=on)


def _sits_in(user: org.User, post_id: int | None, *, on: date) -> bool:
    return any(post.pk == post_id for post in org.powers_of(user, on=on).acting_posts)
