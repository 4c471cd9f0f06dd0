"""Which deadlines stand in whose calendar."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from baro.org import api as org
from baro.work.models import CalendarFeed, WorkItem
from baro.work.models.feeds import address_hash
from baro.work.models.items import WorkItemQuerySet
from baro.work.queries.inbox_sections import acting_units, in_hand
from baro.work.states import State

_CANCELLED_SHOWN = timedelta(days=30)
_MOST = 2000


def feed_at(secret: str) -> CalendarFeed | None:
    """The feed behind an address, unless it was revoked."""
    live = CalendarFeed.objects.live().select_related("unit", "person__user")
    return live.filter(sha256=address_hash(secret)).first()


def calendar_items(feed: CalendarFeed, *, at: datetime) -> WorkItemQuerySet:
    """Dated items of the feed: open ones, and for a month those that were taken back.

    A person's are those in their hands, as far as they may still be seen; a unit's those it leads.
    """
    taken_back = Q(state__in=[State.WITHDRAWN, State.REPLACED], closed_at__gt=at - _CANCELLED_SHOWN)
    items = _items_of(feed, at).filter(due_at__isnull=False)
    items = items.filter(Q(closed_at__isnull=True) | taken_back)
    told = items.select_related("issuer_unit", "lead_unit")
    return told.prefetch_related("extensions", "pauses").order_by("due_at", "pk")[:_MOST]


def feed_units(user: org.User, *, at: datetime) -> list[org.Unit]:
    """Units for which this user may make a calendar: those they sit in or work for and act for."""
    powers = org.powers_of(user, on=timezone.localtime(at).date())
    places = {place.pk: place for post in powers.posts for place in (post.scope, post.unit)}
    receiving = org.Permission.RECEIVE_TASK
    return [unit for unit in places.values() if powers.may(receiving, unit)]


def _items_of(feed: CalendarFeed, at: datetime) -> WorkItemQuerySet:
    if feed.unit:
        return WorkItem.objects.filter(lead_unit=feed.unit, is_collective=False)
    user = org.User.objects.filter(person=feed.person_id, is_active=True).first()
    if user is None:
        return WorkItem.objects.none()
    mine = in_hand(user, acting_units(user, at=at))
    return WorkItem.objects.visible_to(user).filter(mine)
