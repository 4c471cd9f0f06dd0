"""Posts, people and who holds what: three tables, because a post exists without its holder."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Expression, F, Func, Q, Value
from django.db.models.functions import Concat, Lower

from baro.kernel.constraints import one_window_at_a_time
from baro.kernel.editions import Edition, renewing
from baro.kernel.text import fold, nfc, sort_key
from baro.org.models.units import Unit, begins
from baro.org.roles import Role

_ACCENTED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"


def _words_of(*columns: str) -> Concat:
    """Words for finding, kept by the database: as written, then without accents.

    Letters are translated one by one, because what `lower` knows depends on the server's locale.
    """
    parts = [part for column in columns for part in (Value(" "), F(column))]
    written = Lower(_translated(Concat(*parts), _ACCENTED.upper(), _ACCENTED))
    return Concat(written, _translated(written, _ACCENTED, fold(_ACCENTED)))


def _translated(text: Expression, letters: str, others: str) -> Func:
    return Func(text, Value(letters), Value(others), function="translate")


class Post(models.Model):
    """A place in a unit that somebody may hold, and the role that goes with it.

    `scope` is the unit over whose subtree the role reaches: an office works for the body that it
    serves, not for itself. `oversees` is a wider unit that the holder may look at and no more.
    `code` tells posts of one unit apart and does not change with the title.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts")
    code = models.CharField(max_length=30)
    title = models.CharField(max_length=160)
    role = models.CharField(max_length=20, choices=Role.choices)
    scope = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    oversees = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    rank = models.PositiveSmallIntegerField()
    is_head = models.BooleanField(default=False)

    class Meta:
        ordering = ["rank", "pk"]
        triggers = renewing(Edition.Group.ORG)
        constraints = [
            models.UniqueConstraint(
                fields=["unit"], condition=Q(is_head=True), name="org_post_one_head"
            ),
            models.UniqueConstraint(fields=["unit", "code"], name="org_post_code"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.unit}"


class PersonQuerySet(models.QuerySet["Person"]):
    def named(self, words: str) -> Self:
        """All words begin a word of the name or the code; accents count where they were typed."""
        found = self
        for word in nfc(words).lower().split()[:8]:
            found = found.filter(begins(word))
        return found


class Person(models.Model):
    """A human being who holds or held posts. Invented people are marked as such."""

    code = models.CharField(max_length=40, unique=True)
    full_name = models.CharField(max_length=120)
    sort_key = models.CharField(max_length=300)
    is_invented = models.BooleanField(default=False)
    words = models.GeneratedField(
        expression=_words_of("full_name", "code"),
        output_field=models.TextField(),
        db_persist=True,
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["sort_key"]
        triggers = renewing(Edition.Group.ORG)

    def __str__(self) -> str:
        return self.full_name


def name_key(full_name: str) -> str:
    """Vietnamese lists go by the given name, which stands last, then by the rest."""
    *rest, given = full_name.split()
    return sort_key(" ".join([given, *rest]))


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def live(self, *, on: date) -> Self:
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=on), valid_from__lte=on)

    def crossing(self, start: date, end: date | None) -> Self:
        """Windows that share at least one day with the given one; an empty one shares none."""
        reaching = self.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=start))
        starting = reaching if end is None else reaching.filter(valid_from__lt=end)
        return starting.exclude(valid_to=F("valid_from"))


class Appointment(models.Model):
    """One person holds one post from a day (included) to a day (excluded), by an order.

    A post has one holder at a time; somebody acting may stand beside the holder who is away. Two
    equal days mean that it was called off before it began.
    """

    class Nature(models.TextChoices):
        MAIN = "main", "Chính"
        CONCURRENT = "concurrent", "Kiêm nhiệm"
        ACTING = "acting", "Phụ trách"

    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments")
    post = models.ForeignKey(Post, models.PROTECT, related_name="appointments")
    nature = models.CharField(max_length=12, choices=Nature, default=Nature.MAIN)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    order_number = models.CharField(max_length=60)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = ["-valid_from"]
        triggers = renewing(Edition.Group.ORG)
        constraints = [
            one_window_at_a_time("person_id", "post_id"),
            one_window_at_a_time(
                "post_id", condition=~Q(nature="acting"), name="one_holder_at_a_time"
            ),
            models.CheckConstraint(
                name="org_appointment_window_not_reversed",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.post}"

    def is_live(self, *, on: date) -> bool:
        return self.valid_from <= on and not self.is_over(on=on)

    def is_over(self, *, on: date) -> bool:
        return self.valid_to is not None and self.valid_to <= on


class RoleGrantQuerySet(models.QuerySet["RoleGrant"]):
    def live(self, *, on: date) -> Self:
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=on), valid_from__lte=on)

    def crossing(self, start: date, end: date | None) -> Self:
        """Windows that share at least one day with the given one; an empty one shares none."""
        reaching = self.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=start))
        starting = reaching if end is None else reaching.filter(valid_from__lt=end)
        return starting.exclude(valid_to=F("valid_from"))


class RoleGrant(models.Model):
    """A role over a unit's subtree that a person has beyond what their posts bring."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20, choices=Role.choices)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    order_number = models.CharField(max_length=60)

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        triggers = renewing(Edition.Group.ORG)
        constraints = [
            models.CheckConstraint(
                name="org_rolegrant_window_not_reversed",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()} ({self.unit})"
