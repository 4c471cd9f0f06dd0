"""The bell in the frame of every page."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from baro.notices.queries import open_count

_MOST = 99


@dataclass(frozen=True)
class Bell:
    """How many notices wait, and where they are."""

    count: int
    href: str

    @property
    def words(self) -> str:
        return f"{_MOST}+" if self.count > _MOST else str(self.count)

    @property
    def label(self) -> str:
        waiting = f"{self.words} thông báo chưa xong" if self.count else "không có gì mới"
        return f"Thông báo: {waiting}"


def bell(request: HttpRequest) -> dict[str, Any]:
    """Counted only when a template asks; falsy for a guest."""
    return {"bell": SimpleLazyObject(lambda: _bell_of(request))}


def _bell_of(request: HttpRequest) -> Bell | None:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return None
    return Bell(open_count(user), reverse("notices:notice-list"))
