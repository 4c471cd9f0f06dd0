"""Which units a user may register for, and which unit a printed name means."""

from datetime import date

from django.db.models import Q, QuerySet

from baro.documents.models import Document
from baro.org import api as org


def registering_units(user: org.User, *, on: date) -> list[org.Unit]:
    """The units whose register the user keeps: the user's own first, then those below."""
    powers = org.powers_of(user, on=on)
    reach = powers.reach(org.Permission.REGISTER_DOCUMENT)
    units = (
        org.Unit.objects.within(reach)
        .living()
        .exclude(branch=org.Unit.Branch.TERRITORY)
        .filter(_near(powers))
        .order_by("path")
    )
    first = [unit.pk for unit in (powers.main_scope, powers.main_unit) if unit]
    return sorted(units, key=lambda unit: first.index(unit.pk) if unit.pk in first else len(first))


def of_own_register(user: org.User, *, on: date) -> Q:
    """Documents of the body in which the user sits, or for which the user's office works."""
    paths = set()
    for post in org.powers_of(user, on=on).posts:
        paths |= {post.unit.path, post.scope.path}
        if post.unit.kind == org.Unit.Kind.DIVISION:
            paths.add(post.unit.path.removesuffix(f"{post.unit.path.split('/')[-2]}/"))
    return Q(owner_unit__path__in=paths)


def unit_named(name: str) -> org.Unit | None:
    """The one open unit with this full or short name; none when no unit or several bear it."""
    if not name:
        return None
    found = org.Unit.objects.living().exclude(branch=org.Unit.Branch.TERRITORY)
    same = list(found.filter(Q(name__iexact=name) | Q(short_name__iexact=name))[:2])
    return same[0] if len(same) == 1 else None


def recipients_of(document: Document) -> QuerySet[org.Unit]:
    return org.Unit.objects.filter(pk__in=document.recipients.values("unit")).order_by("sort_key")


def _near(powers: org.Powers) -> Q:
    """City-wide keepers are not offered the registers inside each commune."""
    commune = powers.main_unit.commune_id if powers.main_unit else None
    return Q(commune=commune) if commune else Q(commune__isnull=True)
