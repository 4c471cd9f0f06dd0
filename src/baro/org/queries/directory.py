"""What the directory shows: the city's bodies as a tree, its communes, one unit on one day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from baro.org.models import Person, Unit, UnitSuccession, UnitVersion
from baro.org.queries.people import Seat, head_posts_of, holders_of, seats_of
from baro.org.queries.units import children_at, unit_at


@dataclass(frozen=True)
class Branch:
    """One unit with those directly below it, and who answers for it."""

    unit: Unit
    head_title: str
    head: Person | None
    below: tuple["Branch", ...]


@dataclass(frozen=True)
class CommuneRow:
    """One commune with the two people whom everybody looks for."""

    unit: Unit
    secretary: Person | None
    chair: Person | None

    @property
    def is_ward(self) -> bool:
        return self.unit.name.startswith("Phường")


@dataclass(frozen=True)
class Body:
    """A unit below the shown one under its name of the day, who heads it, and what is below it."""

    version: UnitVersion
    head_title: str
    head: Person | None
    below: tuple["Body", ...]


@dataclass(frozen=True)
class UnitOnDay:
    """Everything that the page of one unit says as at one day."""

    version: UnitVersion
    seats: tuple[Seat, ...]
    bodies: tuple[Body, ...]


@dataclass(frozen=True)
class UnitHistory:
    """Every name and place that the unit had, the latest first, and whom it took over from."""

    versions: tuple[UnitVersion, ...]
    predecessors: tuple[UnitSuccession, ...]
    successors: tuple[UnitSuccession, ...]


_HEADS_OF_COMMUNE = (Unit.Kind.PARTY_COMMITTEE, Unit.Kind.PEOPLES_COMMITTEE)
_ORDER = {code: place for place, code in enumerate(("party", "council", "government", "front"))}


def city_tree(*, on: date) -> tuple[Branch, ...]:
    """The bodies of the city itself, Party first, each with its offices and departments."""
    found = Unit.objects.existing(on=on).filter(commune__isnull=True).exclude(kind=Unit.Kind.CITY)
    units = list(found.order_by("sort_key"))
    heads = _heads(units, on=on)
    below: dict[int | None, list[Unit]] = defaultdict(list)
    for unit in units:
        below[unit.parent_id].append(unit)
    listed = {unit.pk for unit in units}
    tops = [unit for unit in units if unit.parent_id not in listed]
    tops.sort(key=lambda unit: _ORDER.get(unit.branch, len(_ORDER)))
    return tuple(_branch(unit, below, heads) for unit in tops)


def commune_rows(*, on: date) -> tuple[CommuneRow, ...]:
    """Every commune and ward in the order of the alphabet."""
    communes = list(Unit.objects.communes().existing(on=on).order_by("sort_key"))
    bodies = list(
        Unit.objects.existing(on=on).filter(parent__in=communes, kind__in=_HEADS_OF_COMMUNE)
    )
    heads = _heads(bodies, on=on)
    people = {(unit.parent_id, unit.kind): heads[unit.pk][1] for unit in bodies}
    party, government = _HEADS_OF_COMMUNE
    return tuple(
        CommuneRow(unit, people.get((unit.pk, party)), people.get((unit.pk, government)))
        for unit in communes
    )


def unit_on_day(unit: Unit, *, on: date) -> UnitOnDay | None:
    """How the unit stood on the day; nothing when it did not exist."""
    version = unit_at(unit, on=on)
    if version is None:
        return None
    return UnitOnDay(version, seats_of(unit, on=on), _bodies(unit, on=on))


def history_of(unit: Unit) -> UnitHistory:
    return UnitHistory(
        versions=tuple(unit.versions.select_related("parent").order_by("-valid_from")),
        predecessors=tuple(unit.inheritances.select_related("predecessor").order_by("on", "pk")),
        successors=tuple(unit.successions.select_related("successor").order_by("on", "pk")),
    )


def _bodies(unit: Unit, *, on: date) -> tuple[Body, ...]:
    """Two levels; the communes below the city have a list of their own."""
    children = [
        child
        for child in children_at(unit, on=on)
        if child.unit.kind != Unit.Kind.COMMUNE or unit.kind != Unit.Kind.CITY
    ]
    grandchildren: dict[int | None, list[UnitVersion]] = defaultdict(list)
    standing = UnitVersion.objects.standing(on=on).filter(
        parent__in=[child.unit_id for child in children]
    )
    for version in standing.select_related("unit").order_by("unit__sort_key"):
        grandchildren[version.parent_id].append(version)
    children.sort(key=lambda child: _ORDER.get(child.branch, len(_ORDER)))
    everything = [*children, *(each for group in grandchildren.values() for each in group)]
    heads = _heads([version.unit for version in everything], on=on)
    below = {
        pk: tuple(Body(each, *heads[each.unit_id], ()) for each in group)
        for pk, group in grandchildren.items()
    }
    return tuple(Body(each, *heads[each.unit_id], below.get(each.unit_id, ())) for each in children)


def _branch(
    unit: Unit, below: dict[int | None, list[Unit]], heads: dict[int, tuple[str, Person | None]]
) -> Branch:
    title, person = heads.get(unit.pk, ("", None))
    children: Sequence[Unit] = below[unit.pk]
    return Branch(unit, title, person, tuple(_branch(child, below, heads) for child in children))


def _heads(units: Iterable[Unit], *, on: date) -> dict[int, tuple[str, Person | None]]:
    units = list(units)
    posts = head_posts_of(units)
    holders = holders_of(posts.values(), on=on)
    found = {pk: (post.title, holders.get(post.pk)) for pk, post in posts.items()}
    return {unit.pk: found.get(unit.pk, ("", None)) for unit in units}
