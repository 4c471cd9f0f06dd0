"""The door of `documents` for the modules above."""

from baro.documents.models import Clause, Document, DocumentReading

__all__ = ["Clause", "Document", "DocumentReading"]
