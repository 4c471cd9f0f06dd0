"""Who stands for whom."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from baro.kernel.editions import Edition, held
from baro.kernel.prepared import prepared
from baro.org.models import Appointment, Person, Substitution


def substitutes_of(people: Iterable[Person], *, on: date) -> dict[int, Person]:
    """For each of the people who is away on the day, by their key, who stands for them."""
    away = _held_substitutes(on)
    return {person.pk: away[person.pk] for person in people if person.pk in away}


@held(Edition.Group.ORG, asks=False)
def _held_substitutes(on: date) -> dict[int, Person]:
    return {each.giver_id: each.substitute for each in _standing_in(on=on)}


@prepared(on=date)
def _standing_in(*, on: date) -> QuerySet[Substitution]:
    return Substitution.objects.live(on=on).select_related("substitute")


def substitutions_about(person: Person) -> QuerySet[Substitution]:
    """Every time that the person was away or stood for somebody, the latest first."""
    about = Substitution.objects.about(person)
    return about.select_related("giver", "substitute", "given_by__person")


def possible_substitutes(giver: Person, *, on: date) -> QuerySet[Appointment]:
    """Colleagues of the giver's own unit, and who heads a unit directly below it."""
    units = [held.post.unit_id for held in _seats_of(giver, on)]
    near = Q(post__unit__in=units) | Q(post__unit__parent__in=units, post__is_head=True)
    live = Appointment.objects.live(on=on).filter(near).exclude(person=giver)
    return live.select_related("person", "post__unit").order_by(
        "post__unit__path", "post__rank", "pk"
    )


def _seats_of(person: Person, on: date) -> QuerySet[Appointment]:
    return Appointment.objects.live(on=on).filter(person=person).select_related("post")
