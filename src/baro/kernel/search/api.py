"""The door of the search."""

from baro.kernel.search.operations import Indexed, index, index_many, mark, remove
from baro.kernel.search.queries import FEW, Place, all_keys, matching, newest, newest_among

__all__ = [
    "FEW",
    "Indexed",
    "Place",
    "all_keys",
    "index",
    "index_many",
    "mark",
    "matching",
    "newest",
    "newest_among",
    "remove",
]
