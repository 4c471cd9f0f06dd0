"""Documents through the API: take in, find, read, link, hand on, number."""

from baro.documents.rest import documents, handling, intakes, links, numbers
from baro.documents.rest.callers import router

__all__ = ["documents", "handling", "intakes", "links", "numbers", "router"]
