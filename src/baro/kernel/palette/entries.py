"""What a source finds, and what can be done from everywhere."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any


def everybody(user: Any) -> bool:
    return True


@dataclass(frozen=True)
class Entry:
    """One line of what was found; `is_exact` when the words can hardly mean anything else.

    `press` chooses a control that stands on every page and does the same, such as the button that
    changes the theme; where `href` is empty there is nothing but that control.
    """

    label: str
    href: str
    icon: str
    detail: str = ""
    number: str = ""
    is_exact: bool = False
    press: str = ""


@dataclass(frozen=True)
class Source:
    """One kind of thing that can be found, by a question that shows only what the user may see.

    `find(user, words, limit)` gives at most `limit` entries, the best and latest first, and is not
    asked without words. `list_address` names the page that shows all of them for the words in `q`.
    """

    code: str
    title: str
    rank: int
    find: Callable[[Any, str, int], Sequence[Entry]]
    list_address: str = ""


@dataclass(frozen=True)
class Command:
    """A page to go to or an act to begin, for whoever `may`; `also` holds other words for it.

    Without words those of the lowest `rank` stand first.
    """

    label: str
    icon: str
    address: str = ""
    detail: str = ""
    also: tuple[str, ...] = ()
    may: Callable[[Any], bool] = everybody
    press: str = ""
    is_act: bool = True
    rank: int = 50
