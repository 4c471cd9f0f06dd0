"""Telling people, in the transaction of what they are told."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils import timezone

from baro.kernel.prepared import insert_facts
from baro.kernel.transactions import whole
from baro.notices.kinds import notice_kind
from baro.notices.models import Notice
from baro.notices.queries.channels import Channels, channels_of
from baro.notices.subjects import subject_of
from baro.org import api as org

_TITLE, _BODY = 300, 1000


@dataclass(frozen=True)
class Telling:
    """One thing to tell some people, but not to `by`, who did it and knows.

    With `key`, each of them hears it once in all time.
    """

    kind: str
    people: Collection[org.Person]
    subject: models.Model | None
    title: str
    body: str = ""
    cause: str = ""
    key: str = ""
    by: org.User | None = None


def tell(
    *,
    kind: str,
    people: Collection[org.Person],
    subject: models.Model | None,
    title: str,
    body: str = "",
    at: datetime,
    cause: str = "",
    key: str = "",
    by: org.User | None = None,
) -> list[int]:
    """Tell each person once; the keys of the notices. Called inside the transaction of the fact.

    `subject` is what it is about, and decides who may still see it later. Without one the words
    themselves are all there is, and must be for the receivers' eyes.
    """
    telling = Telling(kind, people, subject, title, body, cause, key, by)
    return tell_many([telling], at=at)


@whole
def tell_many(tellings: Sequence[Telling], *, at: datetime) -> list[int]:
    """Tell many things in as many queries as one: who has heard, how they listen, one insert."""
    tellings = [*tellings, *_for_substitutes(tellings, timezone.localtime(at).date())]
    channels = channels_of({person.pk for telling in tellings for person in telling.people})
    told = [facts for telling in tellings for facts in _notices(telling, channels, at)]
    plain = insert_facts(Notice, (facts for facts in told if not facts["key"]))
    keyed = {(facts["person_id"], facts["key"]): facts for facts in told if facts["key"]}
    return [*plain, *_tell_once(keyed)] if keyed else plain


def _tell_once(keyed: Mapping[tuple[int, str], Mapping[str, Any]]) -> list[int]:
    """Those whose person has not heard of their key; somebody may be telling it at this moment."""
    heard = _heard(keyed)
    fresh = {key: Notice(**facts) for key, facts in keyed.items() if key not in heard}
    Notice.objects.bulk_create(fresh.values(), ignore_conflicts=True)
    return list(_heard(fresh).values())


def _for_substitutes(tellings: Sequence[Telling], on: date) -> Iterator[Telling]:
    """The same to whoever stands for those who are away; what is about no thing is their own."""
    told = {person.pk: person for each in tellings if each.subject for person in each.people}
    away = org.substitutes_of(told.values(), on=on) if told else {}
    for telling in tellings if away else ():
        already = {person.pk for person in telling.people}
        for person in telling.people if telling.subject else ():
            substitute = away.get(person.pk)
            if substitute and substitute.pk not in already:
                title = f"Thay {person}: {telling.title}"
                yield replace(telling, people=[substitute], title=title)


def _notices(telling: Telling, channels: Channels, at: datetime) -> Iterator[dict[str, Any]]:
    kind = notice_kind(telling.kind)
    subject_type, subject_id = subject_of(telling.subject) if telling.subject else ("", None)
    knows = telling.by.person_id if telling.by else None
    same = {
        "kind": kind.code,
        "subject_type": subject_type,
        "subject_id": subject_id,
        "title": telling.title.strip()[:_TITLE],
        "body": telling.body.strip()[:_BODY],
        "cause": telling.cause,
        "key": telling.key,
        "told_at": at,
    }
    for person_id in {person.pk: None for person in telling.people if person.pk != knows}:
        yield {**same, "person_id": person_id, "channel": channels.of(person_id, kind)}


def _heard(keyed: Iterable[tuple[int, str]]) -> dict[tuple[int, str], int]:
    pairs = list(keyed)
    people, keys = {person for person, _ in pairs}, {key for _, key in pairs}
    rows = Notice.objects.filter(person__in=people, key__in=keys)
    return {(person, key): pk for person, key, pk in rows.values_list("person_id", "key", "pk")}
