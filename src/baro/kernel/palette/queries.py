"""What everything in the house has to say to some words, in groups."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from baro.kernel.palette.commands import commands_found
from baro.kernel.palette.entries import Source
from baro.kernel.palette.groups import PER_GROUP, Group
from baro.kernel.palette.registry import sources
from baro.kernel.text import nfc

LONGEST_WORDS = 100


def cleaned(words: str) -> str:
    """One line without needless spaces."""
    return " ".join(nfc(words.replace("\0", " ")).split())


def groups_found(user: Any, words: str) -> list[Group]:
    """Every kind of thing that fits, at most `PER_GROUP` of each; an exact find goes first.

    Without words: what can be done and where one can go. Of many words only the first are asked.
    """
    words = words[:LONGEST_WORDS]
    things = [_group_of(source, user, words) for source in sources()] if words else []
    groups = [group for group in [*things, *commands_found(user, words)] if group.entries]
    return sorted(groups, key=lambda group: not group.has_exact)


def _group_of(source: Source, user: Any, words: str) -> Group:
    found = sorted(source.find(user, words, PER_GROUP + 1), key=lambda entry: not entry.is_exact)
    has_more = len(found) > PER_GROUP and source.list_address
    more = f"{reverse(source.list_address)}?{urlencode({'q': words})}" if has_more else ""
    return Group(source.code, source.title, found[:PER_GROUP], more)
