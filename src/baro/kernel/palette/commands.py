"""Pages to go to and acts to begin: the house's own and those that the rooms handed in."""

from collections.abc import Iterable
from typing import Any

from django.urls import NoReverseMatch, reverse

from baro.kernel.palette.entries import Command, Entry
from baro.kernel.palette.groups import PER_GROUP, Group
from baro.kernel.palette.likeness import Likeness, likeness
from baro.kernel.palette.registry import commands
from baro.kernel.ui import context

_OF_THE_HOUSE = (
    Command("Đổi nền sáng, tối", "moon", press="[data-theme-toggle]", also=("giao diện tối",)),
    Command("Xem phím tắt", "keyboard", press="[data-open='#hotkeys']", also=("trợ giúp",)),
    Command("Đăng xuất", "logout", address="account_logout", also=("thoát",)),
)
_WITHOUT_WORDS = 5


def commands_found(user: Any, words: str) -> list[Group]:
    """The acts and the pages that fit; without words the first of them."""
    most = PER_GROUP if words else _WITHOUT_WORDS
    acts = [*commands(), *_OF_THE_HOUSE]
    pages = [_page(entry) for entry in context.entries_for(user)]
    places = [*pages, *(each for each in acts if not each.is_act)]
    places += [_page(entry) for entry in context.ACCOUNT_ENTRIES]
    return [
        Group("acts", "Lệnh", _fitting(user, words, (c for c in acts if c.is_act))[:most]),
        Group("pages", "Đi tới", _fitting(user, words, places)[: most + 1]),
    ]


def _fitting(user: Any, words: str, known: Iterable[Command]) -> list[Entry]:
    """Those that the user may and whose address exists, what fits best first."""
    likely = [(_likeness(words, command), command) for command in known]
    fitting = [(fit, command) for fit, command in likely if fit or not words]
    fitting.sort(key=lambda pair: -pair[0])
    entries = (_entry(command, fit) for fit, command in fitting if command.may(user))
    return [entry for entry in entries if entry.href or entry.press]


def _likeness(words: str, command: Command) -> Likeness:
    return likeness(words, command.label, *command.also)


def _entry(command: Command, fit: Likeness) -> Entry:
    return Entry(
        command.label,
        _address(command.address),
        command.icon,
        detail=command.detail,
        is_exact=fit == Likeness.CLOSE,
        press=command.press,
    )


def _page(entry: context.Entry) -> Command:
    return Command(entry.label, entry.icon, address=entry.address, is_act=False)


def _address(name: str) -> str:
    try:
        return reverse(name) if name else ""
    except NoReverseMatch:
        return ""
