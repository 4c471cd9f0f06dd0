"""How old the last real update may be."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from baro.kernel.rules import api as rules

LIMIT_RULE = "work.freshness_limit_days"


def freshness_limit(*, on: date) -> int:
    """Days after which an item that nobody reported on counts as stale."""
    return int(rules.value_of(LIMIT_RULE, as_at=on))


def fresh_since(at: datetime) -> datetime:
    """Updates from this moment on are fresh."""
    return at - timedelta(days=freshness_limit(on=timezone.localtime(at).date()))
