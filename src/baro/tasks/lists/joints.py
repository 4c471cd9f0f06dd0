"""The joint between two pages, as an address carries it: a place, and in whose list it is one.

Who opens the link of somebody else, or with other conditions, sees other rows before the place;
nothing has moved for them.
"""

from zlib import crc32

from baro.org import api as org
from baro.work import api as work

_SIGN = "."


def joined(place: str, query: work.ListQuery, reader: org.User) -> str:
    """The place as the address of the next page names it."""
    return f"{place}{_SIGN}{_list_of(query, reader)}"


def parted(joint: str, query: work.ListQuery, reader: org.User) -> tuple[str, bool]:
    """The place, and whether it was named in this very list of this reader."""
    place, _, named = joint.partition(_SIGN)
    return place, named == _list_of(query, reader)


def _list_of(query: work.ListQuery, reader: org.User) -> str:
    return f"{crc32(f'{reader.pk} {query.asked}'.encode()):x}"
