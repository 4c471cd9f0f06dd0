"""The smallest valid units, posts, people and accounts."""

from datetime import date
from typing import Any

import factory
from factory.django import DjangoModelFactory

from baro.kernel.text import sort_key
from baro.org import api as org
from baro.org.models.posts import name_key
from baro.org.models.units import name_words, path_below

LONG_AGO = date(2025, 1, 1)


class UnitFactory(DjangoModelFactory[org.Unit]):
    """A department under nobody; pass `parent` and `kind` where the place in the tree matters."""

    class Meta:
        model = org.Unit

    code = factory.Sequence(lambda n: f"U{n}")
    name = factory.LazyAttribute(lambda unit: f"Đơn vị {unit.code}")
    short_name = factory.SelfAttribute("name")
    kind = org.Unit.Kind.DEPARTMENT
    branch = org.Unit.Branch.GOVERNMENT
    parent = None
    commune = factory.LazyAttribute(lambda unit: unit.parent.commune if unit.parent else None)
    path = factory.LazyAttribute(lambda unit: path_below(unit.parent, unit.code))
    sort_key = factory.LazyAttribute(lambda unit: sort_key(unit.name))

    class Params:
        is_commune = factory.Trait(
            kind=org.Unit.Kind.COMMUNE, branch=org.Unit.Branch.TERRITORY, commune=None
        )
        committee = factory.Trait(kind=org.Unit.Kind.PEOPLES_COMMITTEE)

    @classmethod
    def _create(cls, model_class: type[org.Unit], *args: Any, **kwargs: Any) -> org.Unit:
        unit: org.Unit = super()._create(model_class, *args, **kwargs)  # type: ignore[no-untyped-call]
        if unit.kind == org.Unit.Kind.COMMUNE:
            unit.commune = unit
            unit.save(update_fields=["commune"])
        unit.versions.create(
            code=unit.code,
            name=unit.name,
            short_name=unit.short_name,
            branch=unit.branch,
            parent=unit.parent,
            valid_from=unit.opened_on or LONG_AGO,
            valid_to=unit.closed_on,
            legal_basis="Quyết định thành lập",
            words=name_words(unit.name, unit.short_name, unit.code),
        )
        return unit


class PostFactory(DjangoModelFactory[org.Post]):
    """A civil servant's place in a new unit; `scope` is the unit itself."""

    class Meta:
        model = org.Post

    unit = factory.SubFactory(UnitFactory)
    code = factory.Sequence(lambda n: f"P{n}")
    title = factory.LazyAttribute(lambda post: org.Role(post.role).label)
    role = org.Role.CIVIL_SERVANT
    scope = factory.SelfAttribute("unit")
    rank = 10
    is_head = False


class PersonFactory(DjangoModelFactory[org.Person]):
    class Meta:
        model = org.Person

    code = factory.Sequence(lambda n: f"CB{n:05d}")
    full_name = factory.Sequence(lambda n: f"Nguyễn Văn Thử {n}")
    sort_key = factory.LazyAttribute(lambda person: name_key(person.full_name))
    is_invented = True


class AppointmentFactory(DjangoModelFactory[org.Appointment]):
    class Meta:
        model = org.Appointment

    person = factory.SubFactory(PersonFactory)
    post = factory.SubFactory(PostFactory)
    valid_from = LONG_AGO
    order_number = "01/QĐ-SNV"


class RoleGrantFactory(DjangoModelFactory[org.RoleGrant]):
    class Meta:
        model = org.RoleGrant

    person = factory.SubFactory(PersonFactory)
    role = org.Role.INSPECTOR
    unit = factory.SubFactory(UnitFactory)
    valid_from = LONG_AGO
    order_number = "02/QĐ-SNV"


class UserFactory(DjangoModelFactory[org.User]):
    """An account; with `role` and `unit` its person also holds such a post there.

    `UserFactory.create(role="unit_head", unit=department)`; `scope` where the role reaches over
    another unit than the one where the person sits, `oversees` where they may look further.
    """

    class Meta:
        model = org.User
        exclude = ("role", "unit", "scope", "oversees", "is_head")

    role = None
    unit = None
    scope = None
    oversees = None
    is_head = False
    username = factory.Sequence(lambda n: f"user{n}")
    person = factory.SubFactory(PersonFactory)

    @classmethod
    def _generate(cls, strategy: Any, params: dict[str, Any]) -> org.User:
        role, unit = params.get("role"), params.get("unit")
        user: org.User = super()._generate(strategy, params)  # type: ignore[no-untyped-call]
        if role:
            unit = unit or UnitFactory.create()
            post = PostFactory.create(
                unit=unit,
                role=role,
                scope=params.get("scope") or unit,
                oversees=params.get("oversees"),
                is_head=params.get("is_head", False),
            )
            AppointmentFactory.create(person=user.person, post=post)
        return user
