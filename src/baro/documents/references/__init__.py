"""The papers that a paper names: what it rests on, carries out, answers, replaces, amends."""

from baro.documents.references.finding import find_references
from baro.documents.references.reference import Reference, Sense

__all__ = ["Reference", "Sense", "find_references"]
