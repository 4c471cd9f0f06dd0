"""What the screen calls those whom a text names."""

from collections.abc import Iterable

from baro.documents import api as documents
from baro.org import api as org


def names_of_named(codes: Iterable[str]) -> dict[str, str]:
    """The name of each unit or group; of a body that is no unit of the city, as it is read."""
    wanted = set(codes)
    names = org.names_of_codes(wanted)
    return names | documents.names_as_read(wanted - names.keys())
