"""How people want to hear of each kind."""

from collections.abc import Collection
from dataclasses import dataclass

from baro.notices.kinds import Channel, NoticeKind
from baro.org import api as org


@dataclass(frozen=True)
class Channels:
    """The wishes of some people; whoever has no address hears by the bell alone."""

    reachable: frozenset[int]

    def of(self, person_id: int, kind: NoticeKind) -> Channel:
        return kind.channel if person_id in self.reachable else Channel.BELL


def channels_of(people: Collection[int]) -> Channels:
    return Channels(_reachable(people))


def _reachable(people: Collection[int]) -> frozenset[int]:
    """Those with an account that has an e-mail address."""
    accounts = org.User.objects.filter(person__in=people, is_active=True).exclude(email="")
    return frozenset(accounts.values_list("person_id", flat=True))
