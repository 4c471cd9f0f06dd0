"""Weeks by their Mondays, and which of them went by without a word; nothing here reads a table."""

from collections.abc import Collection
from datetime import date, timedelta

_WEEK = timedelta(days=7)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def weeks_between(first: date, last: date) -> list[date]:
    """The Mondays of the weeks from that of one day to that of another, the latest first."""
    monday, end, found = monday_of(last), monday_of(first), []
    while monday >= end:
        found.append(monday)
        monday -= _WEEK
    return found


def missing_weeks(said: Collection[date], *, since: date, until: date) -> list[date]:
    """Weeks that ended without a word, the latest first.

    The running week is not missing yet, and that in which the work came on the list never is:
    nobody was asked at its beginning.
    """
    full = weeks_between(monday_of(since) + _WEEK, monday_of(until) - _WEEK)
    return [monday for monday in full if monday not in said]
