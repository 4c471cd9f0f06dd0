"""Deadlines as a calendar that other programs read (RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event

from baro.work.models import WorkExtension, WorkItem
from baro.work.queries.pages import page_of
from baro.work.states import State

_READ_AGAIN = timedelta(hours=1)
_END_OF_DAY = (23, 59)


def calendar_of(name: str, items: Iterable[WorkItem]) -> bytes:
    """One event for each dated item; the same items give the same bytes.

    Items come with their units, extensions and pauses.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Ba Ro//Lich cong viec//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", _READ_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for item in items:
        if item.due_at:
            calendar.add_component(_event(item, item.due_at))
    return bytes(calendar.to_ical())


def _event(item: WorkItem, due_at: datetime) -> Event:
    changes = list(_changes(item))
    changed_at = max(changes, default=item.issued_at)
    event = Event()
    event.add("uid", f"item-{item.pk}@{urlsplit(settings.SITE_ADDRESS).hostname}")
    event.add("sequence", len(changes))
    event.add("dtstamp", changed_at.astimezone(UTC))
    event.add("last-modified", changed_at.astimezone(UTC))
    event.add("summary", f"Hạn: {item.title}")
    event.add("description", _words(item))
    event.add("url", f"{settings.SITE_ADDRESS}{page_of(item)}")
    event.add("status", _status(item))
    event.add("transp", "TRANSPARENT")
    _put_at(event, timezone.localtime(due_at))
    return event


def _put_at(event: Event, due_at: datetime) -> None:
    """A deadline at the end of a day is an event of that day; any other is a moment."""
    if (due_at.hour, due_at.minute) == _END_OF_DAY:
        event.add("dtstart", due_at.date())
        event.add("dtend", due_at.date() + timedelta(days=1))
    else:
        event.add("dtstart", due_at)


def _changes(item: WorkItem) -> Iterable[datetime]:
    """Every moment at which the date moved or the item was closed; they only grow in number."""
    for extension in item.extensions.all():
        if extension.status == WorkExtension.Status.GRANTED and extension.decided_at:
            yield extension.decided_at
    for pause in item.pauses.all():
        yield pause.from_at
        if pause.to_at:
            yield pause.to_at
    if item.closed_at:
        yield item.closed_at


def _status(item: WorkItem) -> str:
    if item.state in {State.WITHDRAWN, State.REPLACED}:
        return "CANCELLED"
    return "TENTATIVE" if item.is_paused else "CONFIRMED"


def _words(item: WorkItem) -> str:
    giving = f"{item.issuer_unit.name} giao {item.lead_unit.name}."
    return f"{item.number}. {giving} Tình trạng: {item.get_state_display().lower()}."
