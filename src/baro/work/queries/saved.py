"""Which saved lists somebody has before them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from baro.kernel.editions import Edition, held
from baro.kernel.prepared import prepared
from baro.org import api as org
from baro.work.models import OpeningList, SavedList


@dataclass(frozen=True)
class SavedLists:
    """All that the user may open: their own, those of their bodies, the city's."""

    lists: tuple[SavedList, ...]
    opening_key: int | None

    def found(self, key: str) -> SavedList | None:
        return next((one for one in self.lists if str(one.pk) == key), None)

    def asking(self, canonical: str) -> SavedList | None:
        """The one that asks exactly this."""
        return next((one for one in self.lists if one.query == canonical), None)


def saved_lists_of(user: org.User, *, on: date) -> SavedLists:
    return _held_lists(user.pk, tuple(SavedList.objects.paths_seen(user, on=on)))


@held(Edition.Group.LISTS, Edition.Group.ORG, most=512, asks=False)  # each with its lists' owners
def _held_lists(user: int, paths: tuple[str, ...]) -> SavedLists:
    lists = _lists(user=user, paths=list(paths))
    ranked = sorted(lists, key=lambda one: (_RANK[one.reach], one.name))
    opening = next((one.pk for one in ranked if getattr(one, "is_opening", False)), None)
    return SavedLists(tuple(ranked), opening)


@prepared(user=int, paths=list[str])
def _lists(*, user: int, paths: list[str]) -> QuerySet[SavedList]:
    chosen = OpeningList.objects.filter(user=user, saved_list=OuterRef("pk"))
    lists = SavedList.objects.seen_from(user, paths).annotate(is_opening=Exists(chosen))
    return lists.select_related("unit", "owner__person")


def opening_key_of(user: org.User) -> int | None:
    return OpeningList.objects.filter(user=user).values_list("saved_list_id", flat=True).first()


_RANK = {reach.value: place for place, reach in enumerate(SavedList.Reach)}
