"""Reads of this module."""

from baro.documents.queries.addressees import AddresseeGroup, Addressees, addressees_of
from baro.documents.queries.copies import registered_copy, same_content, words_sha256
from baro.documents.queries.history import HistoryEntry, document_history
from baro.documents.queries.numbers import (
    RunLine,
    RunSummary,
    number_periods,
    number_runs,
    reserved_numbers,
    run_lines,
    run_name,
)
from baro.documents.queries.registers import (
    ORDERS,
    DocumentFilter,
    documents_found,
    register_counts,
)
from baro.documents.queries.text import ReadText, Stretch, read_text
from baro.documents.queries.units import recipients_of, registering_units, unit_named

__all__ = [
    "ORDERS",
    "AddresseeGroup",
    "Addressees",
    "DocumentFilter",
    "HistoryEntry",
    "ReadText",
    "RunLine",
    "RunSummary",
    "Stretch",
    "addressees_of",
    "document_history",
    "documents_found",
    "number_periods",
    "number_runs",
    "read_text",
    "recipients_of",
    "register_counts",
    "registered_copy",
    "registering_units",
    "reserved_numbers",
    "run_lines",
    "run_name",
    "same_content",
    "unit_named",
    "words_sha256",
]
