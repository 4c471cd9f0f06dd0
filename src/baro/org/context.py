"""Where the signed-in person sits, for the frame of every page."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from baro.org.lending import Away, Standing
from baro.org.models import Unit, User
from baro.org.powers import powers_of


@dataclass(frozen=True)
class Place:
    post: str
    unit: Unit


def place(request: HttpRequest) -> dict[str, Any]:
    """Worked out only when a template asks; falsy for a guest and for one without a post."""
    return {
        "place": SimpleLazyObject(lambda: _place_of(request)),
        "stands_for": SimpleLazyObject(lambda: _standing_of(request)),
        "absence": SimpleLazyObject(lambda: _away_of(request)),
    }


def _standing_of(request: HttpRequest) -> tuple[Standing, ...]:
    user = getattr(request, "user", None)
    return powers_of(user, on=timezone.localdate()).standing if isinstance(user, User) else ()


def _away_of(request: HttpRequest) -> Away | None:
    user = getattr(request, "user", None)
    return powers_of(user, on=timezone.localdate()).away if isinstance(user, User) else None


def _place_of(request: HttpRequest) -> Place | None:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return None
    post = powers_of(user, on=timezone.localdate()).main_post
    return Place(post.title, post.unit) if post else None
