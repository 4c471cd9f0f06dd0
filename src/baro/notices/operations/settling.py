"""Notices that need no more attention: because the person says so, or because the thing is over."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import models

from baro.notices.models import Notice
from baro.notices.subjects import subject_of
from baro.org import api as org


def finish_notices(*, notices: Iterable[int] | None = None, by: org.User, at: datetime) -> int:
    """Mark one's own open notices as done, all of them or those with these keys; says how many."""
    mine = Notice.objects.filter(person=by.person_id).open()
    if notices is not None:
        mine = mine.filter(pk__in=notices)
    return mine.update(done_at=at)


def settle(
    *, subjects: Iterable[models.Model], kinds: Collection[str] | None = None, at: datetime
) -> int:
    """Close everybody's open notices about things that were dealt with, of some kinds or of all.

    What has been received needs nobody's receiving any more. Says how many were closed.
    """
    about = Notice.objects.open().about(subject_of(thing) for thing in subjects)
    if kinds is not None:
        about = about.filter(kind__in=kinds)
    return about.update(done_at=at)
