"""The Jinja2 environment of all pages."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined

from baro.kernel.ui.filters import FILTERS


class Components:
    """`ui.badge(...)` calls the macro `badge` of `ui/badge.html`; one file, one component."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def __getattr__(self, name: str) -> Any:
        return getattr(self._environment.get_template(f"ui/{name}.html").module, name)


def environment(**options: Any) -> Environment:
    env = Environment(
        **{**options, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    )  # noqa: S701 - autoescape comes in by options
    env.globals.update(static=static, url=_url, ui=Components(env))
    env.filters.update(FILTERS)
    return env


def _url(name: str, *args: object, **query: object) -> str:
    """`url('tasks:task', 7)`; keyword arguments become the query string."""
    return reverse(name, args=args, query={k: v for k, v in query.items() if v not in (None, "")})
