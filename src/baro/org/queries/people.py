"""Questions about posts and who holds them on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, QuerySet, Value, When

from baro.kernel.editions import Edition, held
from baro.kernel.errors import DomainError
from baro.kernel.prepared import prepared
from baro.org.models import Appointment, Person, Post, RoleGrant, Unit

_FULL_HOLDERS_FIRST = Case(
    When(nature=Appointment.Nature.ACTING, then=Value(1)),
    default=Value(0),
    output_field=IntegerField(),
)


class NobodyWithThatCode(DomainError):
    """A caller named a person by a code that nobody bears, or nobody there."""


@dataclass(frozen=True)
class Seat:
    """One post on one day with those in it: the holder first, then who acts; nobody if vacant."""

    post: Post
    appointments: tuple[Appointment, ...]


@dataclass(frozen=True)
class PersonFound:
    """Somebody whom a search found, and where they sit; nowhere if they hold no post."""

    person: Person
    appointment: Appointment | None


def head_post_of(unit: Unit) -> Post | None:
    """The post that answers for the unit."""
    return head_posts_of([unit]).get(unit.pk)


def head_posts_of(units: Iterable[Unit]) -> dict[int, Post]:
    """For each unit that has one, by primary key of the unit, the post that answers for it."""
    return dict(_held_heads(tuple(unit.pk for unit in units)))


@held(Edition.Group.ORG, asks=False)
def _held_heads(units: tuple[int, ...]) -> dict[int, Post]:
    return {post.unit_id: post for post in _heads(units=list(units))}


@prepared(units=list[int])
def _heads(*, units: list[int]) -> QuerySet[Post]:
    return Post.objects.filter(unit__in=units, is_head=True).select_related("unit")


def holders_of(posts: Iterable[Post], *, on: date) -> dict[int, Person]:
    """For each post that somebody is in on the day, by its primary key, that person.

    Where a holder and somebody acting stand side by side, the holder counts.
    """
    return dict(_held_holders(tuple(post.pk for post in posts), on))


@held(Edition.Group.ORG, asks=False)
def _held_holders(posts: tuple[int, ...], on: date) -> dict[int, Person]:
    holders: dict[int, Person] = {}
    for appointment in _holding(posts=list(posts), on=on):
        holders.setdefault(appointment.post_id, appointment.person)
    return holders


@prepared(posts=list[int], on=date)
def _holding(*, posts: list[int], on: date) -> QuerySet[Appointment]:
    live = Appointment.objects.live(on=on).filter(post__in=posts).select_related("person")
    return live.order_by("post_id", _FULL_HOLDERS_FIRST, "pk")


def people_of(unit: Unit, *, on: date) -> QuerySet[Appointment]:
    """Live appointments to posts of this very unit, in order of rank."""
    return _live(on).filter(post__unit=unit).order_by("post__rank", "post_id", _FULL_HOLDERS_FIRST)


def assignable_people(unit: Unit, *, on: date) -> QuerySet[Appointment]:
    """Live appointments to posts of the unit and everything below it: to whom work may be given."""
    below = _live(on).filter(post__unit__path__startswith=unit.path)
    return below.order_by("post__unit__path", "post__rank", "post_id", _FULL_HOLDERS_FIRST)


def seats_of(unit: Unit, *, on: date) -> tuple[Seat, ...]:
    """Every post of the unit in order of rank, the vacant ones too."""
    taken: dict[int, list[Appointment]] = {}
    for appointment in people_of(unit, on=on):
        taken.setdefault(appointment.post_id, []).append(appointment)
    posts = Post.objects.filter(unit=unit).order_by("rank", "pk")
    return tuple(Seat(post, tuple(taken.get(post.pk, ()))) for post in posts)


def appointments_of(person: Person) -> QuerySet[Appointment]:
    """Every post that the person holds or held, the latest first."""
    held = Appointment.objects.filter(person=person)
    return held.select_related("post__unit").order_by("-valid_from", "-pk")


def people_named(words: str, *, on: date, most: int) -> tuple[PersonFound, ...]:
    """People whose name or code has these words, each with the first post that they hold."""
    people = list(Person.objects.named(words)[:most])
    first: dict[int, Appointment] = {}
    held = _live(on).filter(person__in=people).exclude(nature=Appointment.Nature.ACTING)
    for appointment in held.order_by("-nature", "pk"):  # main before concurrent
        first.setdefault(appointment.person_id, appointment)
    return tuple(PersonFound(person, first.get(person.pk)) for person in people)


def grants_of(person: Person, *, on: date) -> QuerySet[RoleGrant]:
    """Roles given to the person beside their posts that hold on the day."""
    live = RoleGrant.objects.live(on=on).filter(person=person)
    return live.select_related("unit").order_by("valid_from", "pk")


def _live(on: date) -> QuerySet[Appointment]:
    return Appointment.objects.live(on=on).select_related("person", "post__unit")
