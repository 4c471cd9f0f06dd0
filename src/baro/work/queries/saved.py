"""Which saved lists somebody has before them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

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
    chosen = OpeningList.objects.filter(user=user, saved_list=OuterRef("pk"))
    lists = SavedList.objects.visible_to(user, on=on).annotate(is_opening=Exists(chosen))
    ranked = sorted(
        lists.select_related("unit", "owner__person"), key=lambda one: (_RANK[one.reach], one.name)
    )
    opening = next((one.pk for one in ranked if getattr(one, "is_opening", False)), None)
    return SavedLists(tuple(ranked), opening)


def opening_key_of(user: org.User) -> int | None:
    return OpeningList.objects.filter(user=user).values_list("saved_list_id", flat=True).first()


_RANK = {reach.value: place for place, reach in enumerate(SavedList.Reach)}
