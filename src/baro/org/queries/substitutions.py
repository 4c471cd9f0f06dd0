"""Who stands for whom."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

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


def substitutions_about(person: Person, *, on: date) -> list[Substitution]:
    """Every time that the person was away or stood for somebody.

    What holds on the day first, then what is to come, the next first, then what is over.
    """
    about = Substitution.objects.about(person)
    found = list(about.select_related("giver", "substitute", "given_by__person"))
    over = [one for one in found if one.is_over(on=on)]
    rest = [one for one in found if not one.is_over(on=on)]
    return [
        *sorted(rest, key=lambda one: (not one.is_live(on=on), one.valid_from, one.pk)),
        *over,
    ]


def possible_substitutes(giver: Person, *, on: date) -> QuerySet[Appointment]:
    """Colleagues of the giver's own unit by rank, then who heads a unit directly below it."""
    units = [held.post.unit_id for held in _seats_of(giver, on)]
    near = Q(post__unit__in=units) | Q(post__unit__parent__in=units, post__is_head=True)
    live = Appointment.objects.live(on=on).filter(near).exclude(person=giver)
    is_below = Case(
        When(post__unit__in=units, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    return live.select_related("person", "post__unit").order_by(
        is_below, "post__unit__sort_key", "post__rank", "pk"
    )


def _seats_of(person: Person, on: date) -> QuerySet[Appointment]:
    return Appointment.objects.live(on=on).filter(person=person).select_related("post")
