"""Notices that need no more attention: because the person says so, or because the thing is over.

Both close many rows at once and meet in some; so both take them in the order of their keys.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import models

from baro.kernel.prepared import run
from baro.notices.subjects import subject_of
from baro.org import api as org

_CLOSE = """
    UPDATE notices_notice SET done_at = %(at)s WHERE id = ANY(ARRAY(
        SELECT id FROM notices_notice WHERE done_at IS NULL AND {about}
        ORDER BY id FOR NO KEY UPDATE
    )) RETURNING 1
"""
_OF_PERSON = _CLOSE.format(about="person_id = %(person)s")
_CHOSEN = _CLOSE.format(about="person_id = %(person)s AND id = ANY(%(keys)s::bigint[])")
_ABOUT = _CLOSE.format(about="subject_type = %(label)s AND subject_id = ANY(%(keys)s::bigint[])")
_OF_KINDS = _CLOSE.format(
    about="subject_type = %(label)s AND subject_id = ANY(%(keys)s::bigint[])"
    " AND kind = ANY(%(kinds)s)"
)


def finish_notices(*, notices: Iterable[int] | None = None, by: org.User, at: datetime) -> int:
    """Mark one's own open notices as done, all of them or those with these keys; says how many."""
    mine = {"person": by.person_id, "at": at}
    if notices is None:
        return len(run(_OF_PERSON, mine))
    return len(run(_CHOSEN, mine | {"keys": list(notices)}))


def settle(
    *, subjects: Iterable[models.Model], kinds: Collection[str] | None = None, at: datetime
) -> int:
    """Close everybody's open notices about things that were dealt with, of some kinds or of all.

    What has been received needs nobody's receiving any more. Says how many were closed.
    """
    keys: dict[str, list[int]] = defaultdict(list)
    for label, key in map(subject_of, subjects):
        keys[label].append(key)
    closed = 0
    for label in sorted(keys):
        about = {"label": label, "keys": keys[label], "at": at}
        if kinds is None:
            closed += len(run(_ABOUT, about))
        else:
            closed += len(run(_OF_KINDS, about | {"kinds": list(kinds)}))
    return closed
