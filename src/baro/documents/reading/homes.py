"""Which commune a paper speaks from, or speaks about: there "UBND phường" needs no name."""

from collections.abc import Iterable

from baro.documents.reading.drafts import Head
from baro.documents.reading.gazetteer import Gazetteer
from baro.documents.reading.mention import Mention
from baro.documents.reading.mentions import Naming, find_mentions
from baro.documents.reading.surface import surface


def home_of(head: Head, gazetteer: Gazetteer) -> str | None:
    """The commune whose body, or whose steering committee, issues the paper."""
    named = (
        entry for entry in gazetteer if entry.kind == "commune-body" and entry.name == head.issuer
    )
    found = next((entry.code.split(".")[0] for entry in named), None)
    return found or only_commune(_named_in(head.issuer, gazetteer))


def commune_told_of(head: Head, gazetteer: Gazetteer) -> str | None:
    """As in "Biên bản làm việc với Đảng ủy xã A": the one commune that the subject names."""
    return only_commune(_named_in(head.subject, gazetteer))


def only_commune(mentions: Iterable[Mention]) -> str | None:
    """The commune that all bodies of communes named belong to, if it is one."""
    codes = {
        unit.code.split(".")[0]
        for mention in mentions
        for unit in mention.units
        if unit.code[:1].isdigit()
    }
    return codes.pop() if len(codes) == 1 else None


def speaks_to_groups(mentions: Iterable[Mention]) -> bool:
    """Who speaks to "các xã, phường" is told of beyond the one commune that is named."""
    return any(mention.kind == "group" for mention in mentions)


def _named_in(words: str | None, gazetteer: Gazetteer) -> list[Mention]:
    return find_mentions(words, surface(words), Naming(gazetteer)) if words else []
