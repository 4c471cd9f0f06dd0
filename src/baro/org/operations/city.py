"""Laying the ground: the built-in list of the city becomes units and posts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from baro.kernel import audit
from baro.kernel.policies import require
from baro.kernel.text import sort_key
from baro.org import policies
from baro.org.built_in import PostRow, UnitRow, built_in_posts, built_in_units
from baro.org.models import Post, Unit, UnitVersion, User
from baro.org.models.units import name_words, path_below

_FIRST_DAY = date(2025, 3, 1)
_FIRST_LIST = "Danh mục có sẵn khi cài đặt"


@dataclass(frozen=True)
class CityLoad:
    """How many rows were added; two zeros when the city was already complete."""

    units: int
    posts: int


@transaction.atomic
def load_city(*, by: User | None = None, at: datetime) -> CityLoad:
    """Add whatever units and posts of the built-in list are missing; what exists stays as it is."""
    known = {unit.code: unit for unit in Unit.objects.select_for_update(no_key=True).order_by("pk")}
    if by:
        require(
            "HN" in known and policies.can_manage_org(by, known["HN"], on=timezone.localdate(at)),
            "Chỉ người quản trị tổ chức của thành phố mới nạp được danh mục có sẵn.",
        )

    units = _add_units(built_in_units(), known)
    posts = _add_posts(built_in_posts(), known)

    load = CityLoad(units=units, posts=posts)
    if units or posts:
        facts = {"units": units, "posts": posts}
        audit.record("org.city_loaded", known["HN"], by=by, at=at, facts=facts)
    return load


def _add_units(rows: Iterable[UnitRow], known: dict[str, Unit]) -> int:
    """One insert for each level of the tree, because a child needs its parent's key."""
    waiting = [row for row in rows if row.code not in known]
    count = len(waiting)
    while waiting:
        ready = [row for row in waiting if row.parent is None or row.parent in known]
        created = Unit.objects.bulk_create(_unit(row, known) for row in ready)
        known.update((unit.code, unit) for unit in created)
        places = [unit for unit in created if unit.kind == Unit.Kind.COMMUNE]
        for place in places:
            place.commune = place
        Unit.objects.bulk_update(places, ["commune"])
        UnitVersion.objects.bulk_create(_version(row, known) for row in ready)
        waiting = [row for row in waiting if row.code not in known]
    return count


def _unit(row: UnitRow, known: dict[str, Unit]) -> Unit:
    parent = known[row.parent] if row.parent else None
    return Unit(
        code=row.code,
        name=row.name,
        short_name=row.short_name,
        kind=row.kind,
        branch=row.branch,
        parent=parent,
        commune=known.get(row.commune) if row.commune else None,
        path=path_below(parent, row.code),
        sort_key=sort_key(row.name),
        opened_on=row.opened_on,
    )


def _version(row: UnitRow, known: dict[str, Unit]) -> UnitVersion:
    return UnitVersion(
        unit=known[row.code],
        code=row.code,
        name=row.name,
        short_name=row.short_name,
        branch=row.branch,
        parent=known[row.parent] if row.parent else None,
        valid_from=row.opened_on or _FIRST_DAY,
        legal_basis=row.legal_basis or _FIRST_LIST,
        words=name_words(row.name, row.short_name, row.code, *row.aliases),
    )


def _add_posts(rows: Iterable[PostRow], known: dict[str, Unit]) -> int:
    existing = set(Post.objects.values_list("unit_id", "code"))
    headed = set(Post.objects.filter(is_head=True).values_list("unit_id", flat=True))
    missing = [row for row in rows if (known[row.unit].pk, row.code) not in existing]
    Post.objects.bulk_create(
        Post(
            unit=known[row.unit],
            code=row.code,
            title=row.title,
            role=row.role,
            scope=known[row.scope],
            oversees=known[row.oversees] if row.oversees else None,
            rank=row.rank,
            is_head=row.is_head and known[row.unit].pk not in headed,
        )
        for row in missing
    )
    return len(missing)
