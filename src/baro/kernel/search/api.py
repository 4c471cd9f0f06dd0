"""The door of the search."""

from baro.kernel.search.operations import Indexed, index, index_many, remove
from baro.kernel.search.queries import matching

__all__ = ["Indexed", "index", "index_many", "matching", "remove"]
