"""Parts of pages that depend on nothing but what they are given: drawn once for each of that."""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any

from django.utils.functional import LazyObject, empty
from jinja2 import Environment
from markupsafe import Markup

_MOST = 2048


def part_of(environment: Environment) -> Callable[..., Markup]:
    """`drawn_once("ui/_head.html", name=value)`: the template with these values alone.

    Values are such as can be keys; where templates may change under the process nothing is kept.
    """

    def draw(name: str, **given: Hashable) -> Markup:
        return Markup(environment.get_template(name).render(given))  # noqa: S704 - drawn, escaped

    kept = lru_cache(_MOST)(draw)

    def part(name: str, **given: Any) -> Markup:
        ready = {key: _ready(value) for key, value in given.items()}
        return draw(name, **ready) if environment.auto_reload else kept(name, **ready)

    return part


def _ready(value: Any) -> Any:
    """What a lazy value stands for: what is kept must not hold on to the request behind it."""
    if not isinstance(value, LazyObject):
        return value
    if value._wrapped is empty:
        value._setup()
    return value._wrapped
