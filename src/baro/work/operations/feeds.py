"""Making and revoking addresses of calendars."""

import secrets
from datetime import datetime

from django.utils import timezone

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.work import policies
from baro.work.models import CalendarFeed
from baro.work.models.feeds import address_hash


class CalendarAlreadyRevoked(DomainError):
    pass


@whole
def make_calendar(*, unit: org.Unit | None, by: org.User, at: datetime) -> tuple[CalendarFeed, str]:
    """Make a secret address for oneself, or for a unit; the one before stops working.

    The second value is the secret itself, known only now.
    """
    require(
        policies.can_make_calendar(by, unit, on=timezone.localtime(at).date()),
        f"Chỉ người nhận việc cho {unit} mới tạo được lịch của đơn vị này.",
    )
    place = {"unit": unit} if unit else {"person": by.person}

    for feed in CalendarFeed.objects.live().filter(**place).select_for_update(no_key=True):
        _revoke(feed, by, at)
    secret = secrets.token_urlsafe(32)
    feed = CalendarFeed.objects.create(
        **place, hint=secret[:6], sha256=address_hash(secret), made_at=at, made_by=by
    )
    audit.record("work.calendar_made", feed, by=by, at=at)
    return feed, secret


@whole
def revoke_calendar(*, feed: CalendarFeed, by: org.User, at: datetime) -> CalendarFeed:
    """From this moment nothing is found at the address."""
    feed = CalendarFeed.objects.select_for_update(no_key=True).get(pk=feed.pk)
    require(
        policies.can_revoke_calendar(by, feed, on=timezone.localtime(at).date()),
        "Chỉ chủ của lịch mới thu hồi được địa chỉ của lịch.",
    )
    if feed.revoked_at:
        raise CalendarAlreadyRevoked("Địa chỉ này đã được thu hồi trước đó.")

    _revoke(feed, by, at)
    audit.record("work.calendar_revoked", feed, by=by, at=at)
    return feed


def _revoke(feed: CalendarFeed, by: org.User, at: datetime) -> None:
    feed.revoked_at, feed.revoked_by = at, by
    feed.save(update_fields=["revoked_at", "revoked_by"])
