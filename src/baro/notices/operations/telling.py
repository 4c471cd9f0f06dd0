"""Telling people, in the transaction of what they are told."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import models, transaction
from django.utils import timezone

from baro.notices.kinds import notice_kind
from baro.notices.models import Notice
from baro.notices.queries.channels import Channels, channels_of
from baro.notices.subjects import subject_of
from baro.org import api as org

_TITLE, _BODY = 300, 1000


@dataclass(frozen=True)
class Telling:
    """One thing to tell some people; with `key`, each of them hears it once in all time."""

    kind: str
    people: Collection[org.Person]
    subject: models.Model | None
    title: str
    body: str = ""
    cause: str = ""
    key: str = ""


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
) -> list[Notice]:
    """Tell each person once. Called inside the transaction of the fact, by who knows it.

    `subject` is what it is about, and decides who may still see it later. Without one the words
    themselves are all there is, and must be for the receivers' eyes.
    """
    telling = Telling(kind, people, subject, title, body, cause, key)
    return tell_many([telling], at=at)


@transaction.atomic
def tell_many(tellings: Sequence[Telling], *, at: datetime) -> list[Notice]:
    """Tell many things in as many queries as one: who has heard, how they listen, one insert."""
    tellings = [*tellings, *_for_substitutes(tellings, timezone.localtime(at).date())]
    channels = channels_of({person.pk for telling in tellings for person in telling.people})
    notices = [notice for telling in tellings for notice in _notices(telling, channels, at)]
    keyed = {(notice.person_id, notice.key) for notice in notices if notice.key}
    if not keyed:
        return Notice.objects.bulk_create(notices)
    heard = _heard(keyed)
    fresh = [one for one in notices if (one.person_id, one.key) not in heard]
    # Somebody else may be telling the same at this moment: the later one adds nothing.
    Notice.objects.bulk_create(fresh, ignore_conflicts=True)
    known = _heard(keyed)
    for notice in fresh:
        notice.pk = known.get((notice.person_id, notice.key), notice.pk)
    return fresh


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


def _notices(telling: Telling, channels: Channels, at: datetime) -> Iterator[Notice]:
    kind = notice_kind(telling.kind)
    subject_type, subject_id = subject_of(telling.subject) if telling.subject else ("", None)
    for person_id in dict.fromkeys(person.pk for person in telling.people):
        yield Notice(
            person_id=person_id,
            kind=kind.code,
            subject_type=subject_type,
            subject_id=subject_id,
            title=telling.title.strip()[:_TITLE],
            body=telling.body.strip()[:_BODY],
            cause=telling.cause,
            key=telling.key,
            channel=channels.of(person_id, kind),
            told_at=at,
        )


def _heard(keyed: set[tuple[int, str]]) -> dict[tuple[int, str], int]:
    people, keys = {person for person, _ in keyed}, {key for _, key in keyed}
    rows = Notice.objects.filter(person__in=people, key__in=keys)
    return {(person, key): pk for person, key, pk in rows.values_list("person_id", "key", "pk")}
