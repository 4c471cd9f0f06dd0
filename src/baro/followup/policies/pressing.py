"""Who presses, and who lets the letters out."""

from datetime import date

from baro.followup.models import Pressing
from baro.org import api as org


def can_prepare_pressing(user: org.User, unit: org.Unit, *, on: date) -> bool:
    """Whoever gives tasks for the unit presses for them."""
    return org.powers_of(user, on=on).may(org.Permission.ISSUE_TASK, unit)


def can_issue_pressing(user: org.User, pressing: Pressing, *, on: date) -> bool:
    """Whoever may press and also keeps the unit's register, in which each letter is numbered."""
    keeps = org.powers_of(user, on=on).may(org.Permission.REGISTER_DOCUMENT, pressing.unit)
    return keeps and can_prepare_pressing(user, pressing.unit, on=on)
