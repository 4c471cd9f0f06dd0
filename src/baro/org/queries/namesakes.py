"""People by their names, for whoever typed one where it is not looked for."""

from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, Func, OuterRef, Subquery, Value
from django.db.models.functions import Concat

from baro.kernel.editions import Edition, held
from baro.kernel.text import fold, nfc
from baro.org.models import Appointment, Person

_MOST_WORDS = 5


@dataclass(frozen=True)
class Namesake:
    """Somebody with a name, and in words where they sit; empty if they hold no post."""

    pk: int
    name: str
    post: str


def namesakes(words: str, *, on: date, most: int) -> tuple[Namesake, ...]:
    """The first people whose name or code has these words, by one question."""
    seats = Appointment.objects.live(on=on).filter(person=OuterRef("pk"))
    full = seats.exclude(nature=Appointment.Nature.ACTING)
    told = Concat("post__title", Value(", "), "post__unit__name")
    post = Subquery(full.order_by("-nature", "pk").values(told=told)[:1])  # main before concurrent
    found = Person.objects.named(words).values_list("pk", "full_name", post)
    return tuple(Namesake(pk, name, post or "") for pk, name, post in found[:most])


def could_be_name(words: str) -> bool:
    """Two to five words of letters, first the surname of somebody here or each with a capital.

    A surname typed with accents counts only as it is written.
    """
    parts = nfc(words).split()
    if not (1 < len(parts) <= _MOST_WORDS and all(part.isalpha() for part in parts)):
        return False
    return all(part[0].isupper() for part in parts) or parts[0].lower() in _surnames()


@held(Edition.Group.ORG)
def _surnames() -> frozenset[str]:
    """As they are written, and without accents."""
    surname = Func("full_name", Value(" "), 1, function="split_part", output_field=CharField())
    found = Person.objects.order_by().values_list(surname, flat=True).distinct()
    written = {nfc(name).lower() for name in found}
    return frozenset(written | {fold(name) for name in written})
