"""Finding objects by words, the last entered first, without ever looking at all that match.

Who may see them is asked by the caller's own `visible_to`; marks only keep away early what it
would refuse.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db import connection, models
from django.db.models import Exists, OuterRef, Q

from baro.kernel.search.models import SearchEntry
from baro.kernel.search.words import keys_text, question_text

FEW = 2000
_NEWEST_READ = 1000
# Some of what is found is not asked for: one more look costs more than a few keys.
_SPARE = 16
_WIDER = 8
_MOST_AT_ONCE = 4000

# Words that are common among the newest entries are found by reading these.
_AMONG_NEWEST = """
    SELECT target_id, at FROM (
        SELECT target_id, at, words FROM kernel_searchentry
        WHERE target_type = %(type)s AND at <= %(before)s
        ORDER BY at DESC, target_id LIMIT %(read)s
    ) newest
    WHERE words @@ %(question)s::tsquery AND (at < %(before)s OR target_id > %(after)s)
    ORDER BY at DESC, target_id LIMIT %(limit)s
"""

# One drawer after the other, until enough is found: the inner LIMIT needs the order of a drawer,
# the outer one lets no older drawer be opened in vain. OFFSET 0 keeps the planner from reading all
# entries of the type instead of the keys. The rows come in the order of the drawers, since each
# is asked for in turn; an ORDER BY would first open them all.
_BY_DRAWERS = """
    SELECT found.target_id, found.at
    FROM (
        SELECT extract(epoch FROM min(at)) AS first,
               extract(epoch FROM nullif(least(max(at), %(before)s), 'infinity')) AS last
        FROM kernel_searchentry WHERE target_type = %(type)s
    ) span,
    generate_series(floor(last / 2419200)::int, floor(first / 2419200)::int, -1) drawer,
    LATERAL (
        SELECT target_id, at FROM (
            SELECT target_id, at, words FROM kernel_searchentry
            WHERE kernel_search_keys(target_type, at, marks, words)
                @@ replace(%(keys)s, '~', drawer::text)::tsquery
            OFFSET 0
        ) entry
        WHERE words @@ %(question)s::tsquery
            AND (at < %(before)s OR at = %(before)s AND target_id > %(after)s)
        {order} LIMIT %(limit)s
    ) found
    LIMIT %(limit)s
"""
_IN_ORDER = _BY_DRAWERS.format(order="ORDER BY at DESC, target_id")
_IN_ANY_ORDER = _BY_DRAWERS.format(order="")


@dataclass(frozen=True)
class Place:
    """Where an object stands among all of its type, the last entered first.

    Of those entered at one moment, as a duty of many units is, the first one stands first.
    """

    at: datetime
    key: int


def newest(
    model: type[models.Model],
    query: str,
    *,
    limit: int,
    marks: Collection[str] | None = None,
    after: Place | None = None,
) -> list[Place]:
    """The last entered objects in which all words occur; fewer than `limit` when there are no more.

    `marks` are those of the reader, None for whoever may see everything. Never fails, whatever is
    typed; a query without any word matches nothing.
    """
    asked = _asked(model, query, marks, after, limit)
    if asked is None:
        return []
    if marks is None:
        found = _places(_AMONG_NEWEST, asked)
        if len(found) == limit:
            return found
    return _places(_IN_ORDER, asked)


def newest_among(
    objects: models.QuerySet[Any, Any],
    query: str,
    *,
    limit: int,
    marks: Collection[str] | None = None,
) -> list[int]:
    """The keys of the last entered of these objects in which all words occur.

    What is found is looked at in ever larger portions, and those are kept that are among the
    objects; so neither all that match nor all objects are ever looked at, unless hardly any of
    the one are among the other.
    """
    objects, found, size = objects.order_by(), list[int](), limit + _SPARE
    after: Place | None = None
    while len(found) < limit:
        places = newest(objects.model, query, limit=size, marks=marks, after=after)
        if places:
            keys = [place.key for place in places]
            fitting = set(objects.filter(pk__in=keys).values_list("pk", flat=True))
            found += [key for key in keys if key in fitting]
        if len(places) < size:
            break
        after, size = places[-1], min(size * _WIDER, _MOST_AT_ONCE)
    return found[:limit]


def all_keys(
    model: type[models.Model],
    query: str,
    *,
    marks: Collection[str] | None = None,
    most: int | None = None,
) -> list[int] | None:
    """The keys of all that match, in no order; None when they are more than `most` or `FEW`."""
    most = FEW if most is None else most
    asked = _asked(model, query, marks, None, most + 1)
    if asked is None:
        return []
    found = _places(_IN_ANY_ORDER, asked)
    return None if len(found) > most else [place.key for place in found]


def matching(model: type[models.Model], query: str, *, marks: Collection[str] | None = None) -> Q:
    """A condition on the objects of `model`: all words occur.

    What few objects match is found at once; many are left to be looked at one by one, in whatever
    order the caller asks for. Both are exact.
    """
    keys = all_keys(model, query, marks=marks)
    if keys is not None:
        return Q(pk__in=keys)
    entries = SearchEntry.objects.filter(
        target_type=model._meta.label_lower,
        target_id=OuterRef("pk"),
        words=_Question(question_text(query)),
    )
    return Q(Exists(entries))


def _asked(
    model: type[models.Model],
    query: str,
    marks: Collection[str] | None,
    after: Place | None,
    limit: int,
) -> dict[str, Any] | None:
    """What the statements are to be given; None when nothing can be found."""
    question, name = question_text(query), model._meta.label_lower
    if not question or limit < 1 or (marks is not None and not marks):
        return None
    return {
        "type": name,
        "question": question,
        "keys": keys_text(query, f"{name}~:", marks),
        "before": after.at if after else "infinity",
        "after": after.key if after else 0,
        "read": _NEWEST_READ,
        "limit": limit,
    }


def _places(statement: str, asked: dict[str, Any]) -> list[Place]:
    with connection.cursor() as cursor:
        cursor.execute(statement, asked)
        return [Place(at, key) for key, at in cursor.fetchall()]


class _Question(SearchQuery):
    """Our own notation, taken as it stands: PostgreSQL's parsers would cut the words again."""

    template = "(%(expressions)s)::tsquery"
