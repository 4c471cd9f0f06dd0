"""Parts that depend on nothing but what they are given are drawn once for each of that."""

import gc
import weakref
from typing import Any

import pytest
from django.utils.functional import SimpleLazyObject
from jinja2 import DictLoader, Environment
from markupsafe import Markup

from baro.kernel.ui.parts import part_of


class _Kept:
    """Something that can be watched going away."""


@pytest.fixture
def drawn() -> list[str]:
    return []


@pytest.fixture
def environment(drawn: list[str]) -> Environment:
    env = Environment(
        loader=DictLoader({"hello": "{{ seen(who) }}{{ who }}"}),
        autoescape=True,
        auto_reload=False,
    )

    def seen(who: str) -> str:
        drawn.append(who)
        return ""

    env.globals["seen"] = seen
    return env


def test_a_part_is_drawn_once_for_each_of_its_values(
    environment: Environment, drawn: list[str]
) -> None:
    part = part_of(environment)

    pages = [part("hello", who=who) for who in ("An", "Bình", "An")]

    assert pages == ["An", "Bình", "An"]
    assert drawn == ["An", "Bình"]


def test_what_is_drawn_is_escaped_once(environment: Environment) -> None:
    page = part_of(environment)("hello", who="<An>")

    assert (page, Markup("{}").format(page)) == ("&lt;An&gt;", "&lt;An&gt;")


def test_a_lazy_value_is_taken_for_what_it_stands_for_and_let_go(
    environment: Environment, drawn: list[str]
) -> None:
    part, request = part_of(environment), _Kept()
    gone = weakref.ref(request)

    def lazy(_: Any = request) -> str:
        return "An"

    assert part("hello", who=SimpleLazyObject(lazy)) == part("hello", who="An") == "An"
    assert drawn == ["An"]
    del request, lazy
    gc.collect()
    assert gone() is None


def test_where_templates_change_under_the_process_nothing_is_kept(
    environment: Environment, drawn: list[str]
) -> None:
    environment.auto_reload = True
    part = part_of(environment)

    part("hello", who="An"), part("hello", who="An")

    assert drawn == ["An", "An"]
