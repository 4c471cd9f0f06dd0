"""Questions to the ledger that people ask every day, kept under a name."""

from collections.abc import Sequence
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from baro.kernel.constraints import known_exactly_when
from baro.kernel.editions import Edition, renewing
from baro.org import api as org


class SavedListQuerySet(models.QuerySet["SavedList"]):
    def visible_to(self, user: org.User, *, on: date | None = None) -> Self:
        """One's own, those of the bodies in which one sits or for which one acts, the city's."""
        return self.seen_from(user.pk, self.paths_seen(user, on=on or timezone.localdate()))

    def paths_seen(self, user: org.User, *, on: date) -> list[str]:
        """The bodies whose lists the user has before them."""
        powers = org.powers_of(user, on=on)
        return sorted(powers.bodies_above() | {post.scope.path for post in powers.posts})

    def seen_from(self, owner: int, paths: Sequence[str]) -> Self:
        """What `visible_to` says, of an account and the paths of its bodies."""
        bodies = Q(reach=SavedList.Reach.UNIT, unit__path__in=paths)
        return self.filter(Q(owner=owner) | bodies | Q(reach=SavedList.Reach.CITY))


class SavedList(models.Model):
    """A list under a name: the query string of its address, and for whom it is.

    It holds no rows and gives no rights: whoever opens it sees what they may see at that moment.
    """

    class Reach(models.TextChoices):
        OWN = "own", "Của tôi"
        UNIT = "unit", "Của đơn vị"
        CITY = "city", "Toàn thành phố"

    name = models.CharField(max_length=80)
    query = models.CharField(max_length=2000)
    reach = models.CharField(max_length=8, choices=Reach, default=Reach.OWN)
    unit = models.ForeignKey("org.Unit", models.PROTECT, null=True, related_name="+")
    owner = models.ForeignKey("org.User", models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()

    objects = SavedListQuerySet.as_manager()

    class Meta:
        ordering = ["reach", "name", "pk"]
        constraints = [
            known_exactly_when(Q(reach="unit"), "unit"),
            models.UniqueConstraint(
                fields=["owner", "name"], name="work_savedlist_once_for_each_owner"
            ),
        ]
        triggers = renewing(Edition.Group.LISTS)

    def __str__(self) -> str:
        return self.name

    @property
    def is_own(self) -> bool:
        return self.reach == self.Reach.OWN


class OpeningList(models.Model):
    """The saved list with which somebody's page of tasks opens."""

    user = models.OneToOneField("org.User", models.CASCADE, related_name="+")
    saved_list = models.ForeignKey(SavedList, models.CASCADE, related_name="+")

    class Meta:
        triggers = renewing(Edition.Group.LISTS)

    def __str__(self) -> str:
        return f"{self.user}: {self.saved_list}"
