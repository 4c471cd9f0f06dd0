"""How people want to hear of each kind, and when not."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet

from baro.kernel.prepared import prepared
from baro.notices.kinds import Channel, NoticeKind
from baro.notices.models import ChannelChoice, QuietHours
from baro.org import api as org


@dataclass(frozen=True)
class Channels:
    """The wishes of some people; whoever has no address hears by the bell alone."""

    reachable: frozenset[int]
    chosen: Mapping[tuple[int, str], Channel]

    def of(self, person_id: int, kind: NoticeKind) -> Channel:
        if person_id not in self.reachable:
            return Channel.BELL
        return self.wish_of(person_id, kind)

    def wish_of(self, person_id: int, kind: NoticeKind) -> Channel:
        """What they chose, as far as it may be chosen: a mandatory kind is never the bell's."""
        chosen = self.chosen.get((person_id, kind.code), kind.channel)
        return kind.channel if kind.is_mandatory and chosen == Channel.BELL else chosen


def channels_of(people: Collection[int]) -> Channels:
    rows = _choices(people=list(people))
    chosen = {(person, kind): Channel(channel) for person, kind, channel in rows}
    return Channels(_reachable(people), chosen)


@prepared(people=list[int])
def _choices(*, people: list[int]) -> "QuerySet[ChannelChoice, tuple[int, str, str]]":
    choices = ChannelChoice.objects.filter(person__in=people)
    return choices.values_list("person_id", "kind", "channel")


def _reachable(people: Collection[int]) -> frozenset[int]:
    """Those with an account that has an e-mail address; nobody while there is no mail server."""
    if not settings.MAIL_IS_SET_UP:
        return frozenset()
    accounts = org.User.objects.filter(person__in=people, is_active=True).exclude(email="")
    return frozenset(accounts.values_list("person_id", flat=True))


def quiet_hours_of(people: Collection[int], *, usual: QuietHours) -> Mapping[int, QuietHours]:
    """For each person their own quiet hours, or the usual ones."""
    own = {hours.person_id: hours for hours in QuietHours.objects.filter(person__in=people)}
    return {person: own.get(person, usual) for person in people}
