"""Deciding which letters there are to be; what stands in them is decided when they are sent."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from baro.notices.kinds import Channel
from baro.notices.models import Letter, Notice, QuietHours
from baro.notices.queries.channels import quiet_hours_of
from baro.notices.queries.rules import MailRules, mail_rules


@transaction.atomic
def write_urgent_letters(*, at: datetime) -> list[Letter]:
    """One letter for each person with what they want to hear at once.

    In quiet hours only what is urgent and mandatory waits for their end; the rest goes into the
    morning's letter, as does what was not sent for so long that it is no news any more.
    """
    rules = mail_rules(at=at)
    pending = _unwritten(Channel.AT_ONCE, before=at)
    quiet = quiet_hours_of({one.person_id for one in pending}, usual=rules.quiet_hours)
    ready: dict[int, list[Notice]] = defaultdict(list)
    late: list[int] = []
    for notice in pending:
        if _belongs_to_morning(notice, quiet[notice.person_id], rules, at):
            late.append(notice.pk)
        elif not _is_quiet(quiet[notice.person_id], at):
            ready[notice.person_id].append(notice)

    Notice.objects.filter(pk__in=late).update(channel=Channel.DIGEST)
    letters = {
        person: Letter(
            person_id=person, kind=Letter.Kind.AT_ONCE, day=rules.day, made_at=at, next_try_at=at
        )
        for person in ready
    }
    Letter.objects.bulk_create(letters.values())
    _put_in(letters, ready)
    return list(letters.values())


@transaction.atomic
def make_digests(*, at: datetime) -> list[Letter]:
    """On a working morning, one letter for each person who was told anything since the last one.

    Whoever got one today gets no second; what was told after the hour of the letter waits for the
    next working day. A letter of another day that could not be sent yet takes today's news along.
    """
    rules = mail_rules(at=at)
    if not settings.MAIL_IS_SET_UP or rules.is_day_off or at < rules.digest_at:
        return []
    waiting: dict[int, list[Notice]] = defaultdict(list)
    for notice in _unwritten(Channel.DIGEST, before=rules.digest_at):
        waiting[notice.person_id].append(notice)
    quiet = quiet_hours_of(waiting.keys(), usual=rules.quiet_hours)
    digests = Letter.objects.filter(kind=Letter.Kind.DIGEST, person__in=waiting)
    served = set(digests.filter(day=rules.day).values_list("person_id", flat=True))
    ready = {
        person: notices
        for person, notices in waiting.items()
        if person not in served and not _is_quiet(quiet[person], at)
    }
    letters = _letters_of_day(ready, rules, at)
    _put_in(letters, ready)
    return list(letters.values())


def _letters_of_day(people: Iterable[int], rules: MailRules, at: datetime) -> dict[int, Letter]:
    earlier = Letter.objects.waiting().filter(kind=Letter.Kind.DIGEST, person__in=list(people))
    letters = {one.person_id: one for one in earlier.select_for_update(skip_locked=True)}
    for letter in letters.values():
        letter.day = rules.day
    Letter.objects.bulk_update(letters.values(), ["day"])
    fresh = {
        person: Letter(
            person_id=person, kind=Letter.Kind.DIGEST, day=rules.day, made_at=at, next_try_at=at
        )
        for person in people
        if person not in letters
    }
    Letter.objects.bulk_create(fresh.values())
    return letters | fresh


def _put_in(letters: Mapping[int, Letter], ready: Mapping[int, list[Notice]]) -> None:
    for person, letter in letters.items():
        for notice in ready[person]:
            notice.letter = letter
    Notice.objects.bulk_update([one for told in ready.values() for one in told], ["letter"])


def _unwritten(channel: Channel, *, before: datetime) -> list[Notice]:
    """Locked; what another worker is writing about at this moment is left to it."""
    pending = Notice.objects.unwritten(channel).filter(told_at__lte=before).order_by("pk")
    return list(pending.select_for_update(skip_locked=True))


def _belongs_to_morning(notice: Notice, quiet: QuietHours, rules: MailRules, at: datetime) -> bool:
    if at - notice.told_at > rules.stale_after:
        return True
    cannot_wait = notice.reason.is_urgent and notice.reason.is_mandatory
    is_day_off = rules.is_day_off and quiet.is_quiet_on_days_off
    return not cannot_wait and (is_day_off or _is_quiet(quiet, at))


def _is_quiet(hours: QuietHours, at: datetime) -> bool:
    return hours.covers(timezone.localtime(at).time())
