"""Where the signed-in person sits, for the frame of every page."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from baro.org.models import Unit
from baro.org.powers import powers_of


@dataclass(frozen=True)
class Place:
    post: str
    unit: Unit


def place(request: HttpRequest) -> dict[str, Any]:
    """Worked out only when a template asks; falsy for a guest and for one without a post."""
    return {"place": SimpleLazyObject(lambda: _place_of(request))}


def _place_of(request: HttpRequest) -> Place | None:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return None
    post = powers_of(user, on=timezone.localdate()).main_post
    return Place(post.title, post.unit) if post else None
