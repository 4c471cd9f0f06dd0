"""The whole city as it ships, with a few people in its posts."""

from collections.abc import Mapping
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from tests.factories.city_rows import lay_out_city
from tests.factories.org import AppointmentFactory, PersonFactory

from baro.org import api as org

# Who is who: the unit of the post, and what tells the post among the others there.
SEATS: Mapping[str, Mapping[str, Any]] = {
    "specialist": {"unit__code": "VP-UBND", "role": org.Role.OFFICE_SPECIALIST},
    "chair": {"unit__code": "00070.UBND", "is_head": True},
    "servant": {"unit__code": "00070.UBND.KT", "role": org.Role.CIVIL_SERVANT},
    "other_chair": {"unit__code": "00004.UBND", "is_head": True},
    "manager": {"role": org.Role.ORG_MANAGER},
    "admin": {"role": org.Role.SYSTEM_ADMIN},
}


def people_of_the_city(*, at: datetime, password: str = "") -> SimpleNamespace:
    """Load all units and seat one person in each of the posts above; they may sign in."""
    lay_out_city(at=at)
    return SimpleNamespace(
        **{name: _seated(name, where, password) for name, where in SEATS.items()}
    )


def _seated(username: str, where: Mapping[str, Any], password: str) -> org.User:
    post = org.Post.objects.filter(**where).order_by("pk")[0]
    person = PersonFactory.create(full_name=f"Người Thử {post.title}")
    AppointmentFactory.create(person=person, post=post)
    user = org.User(username=username, person=person)
    user.set_password(password or None)
    user.save()
    return user
