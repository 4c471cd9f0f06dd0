"""The Jinja2 environment of all pages."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.urls import reverse
from django.utils.http import urlencode
from jinja2 import Environment, StrictUndefined

from baro.kernel.ui.addresses import address_of
from baro.kernel.ui.cell_tracks import cell_track
from baro.kernel.ui.filters import FILTERS
from baro.kernel.ui.parts import part_of

SCRIPTS = (
    "controllers",
    "messages",
    "confirm-dialog",
    "dialog",
    "menu",
    "hotkeys",
    "palette",
    "call-people",
    "row-navigation",
    "auto-submit",
    "keep-focus",
    "submit-once",
    "download",
    "check-all",
    "narrow-choices",
    "canonical-address",
    "move-cards",
    "copy",
    "day-picker",
    "longest",
    "more-inputs",
    "keep-draft",  # after what grows as it is filled in
    "open-by-hash",
    "stay-open",
    "file-drop",
    "link-highlight",
    "keyed-cards",
    "tick-all",
    "reveal",
    "quote-edges",
    "chart",
    "small-acts",
)


class Components:
    """`ui.badge(...)` calls the macro `badge` of `ui/badge.html`; one file, one component."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def __getattr__(self, name: str) -> Any:
        return getattr(self._environment.get_template(f"ui/{name}.html").module, name)


def environment(**options: Any) -> Environment:
    env = Environment(  # noqa: S701 - autoescape comes in by options
        **{**options, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    )
    env.globals.update(
        static=_static(), url=_url, page_query=_page_query, ui=Components(env), ui_scripts=SCRIPTS
    )
    env.globals["cell_track"] = cell_track
    # No short name: what a view gives its page, such as `part`, would stand before it.
    env.globals["drawn_once"] = part_of(env)
    env.globals["module_styles"] = _module_styles()
    env.filters.update(FILTERS)
    return env


def _module_styles() -> tuple[str, ...]:
    """One style sheet for each module that has one, in the order of the modules."""
    names = [name.removeprefix("baro.") for name in settings.MODULES]
    return tuple(path for name in names if finders.find(path := f"{name}/{name}.css"))


def _static() -> Callable[[str], str]:
    """What is served under its hash keeps its address for as long as the process lives."""
    return cache(static) if settings.HASHED_STATIC else static


def _url(name: str, /, *args: object, **query: Any) -> str:
    """`url('tasks:task', 7)`; keyword arguments become the query string."""
    address = reverse(name, args=args) if args else address_of(name)
    given = {k: v for k, v in query.items() if v not in (None, "")} if query else None
    return f"{address}?{urlencode(given, doseq=True)}" if given else address


def _page_query(query: Mapping[str, Any], param: str, number: int) -> str:
    """The query string of another page of the same list."""
    kept = {k: v for k, v in query.items() if k != param and v not in (None, "", [])}
    return "?" + urlencode({**kept, param: number}, doseq=True)
