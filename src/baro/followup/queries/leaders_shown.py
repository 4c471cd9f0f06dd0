"""How a leaders' list is called in notices, and where it is."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone

from baro.notices import api as notices
from baro.org import api as org


def shown_lists(user: org.User, keys: Iterable[int]) -> dict[int, notices.Shown]:
    """Those of the issuing units that the user oversees or acts for."""
    reach = org.powers_of(user, on=timezone.localdate()).reach(org.Permission.SEE)
    units = org.Unit.objects.within(reach).filter(pk__in=list(keys))
    return {
        unit.pk: notices.Shown(
            title=f"Danh sách trình lãnh đạo, {unit.name}",
            href=reverse("followup:leaders-list", query={"giao": unit.code}),
        )
        for unit in units
    }
