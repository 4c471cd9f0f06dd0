"""Reads of this module."""

from baro.documents.queries.addressees import AddresseeGroup, Addressees, addressees_of
from baro.documents.queries.arrivals import arrivals_awaiting, arrivals_shown
from baro.documents.queries.books import BookWanted, book_units, register_book
from baro.documents.queries.chains import (
    Chain,
    ChainStep,
    LinkShown,
    document_chain,
    links_shown,
)
from baro.documents.queries.copies import registered_copy, same_content, waiting_copy, words_sha256
from baro.documents.queries.desk import (
    QUEUES,
    desk_counts,
    desk_documents,
    kept_waiting,
)
from baro.documents.queries.handling import (
    Step,
    assignment_so_far,
    handling_steps,
    leaders_of,
    units_inside,
)
from baro.documents.queries.history import HistoryEntry, document_history
from baro.documents.queries.links import (
    cited_document,
    copies_of,
    corrected_by,
    corrections_of,
    corrects,
    linkable_documents,
)
from baro.documents.queries.numbers import (
    RunLine,
    RunSummary,
    number_periods,
    number_runs,
    reserved_numbers,
    run_lines,
    run_name,
)
from baro.documents.queries.papers import (
    authorised_signers_for,
    drafting_units,
    drafts_of,
    is_written_here,
    signers_for,
    writing_units,
)
from baro.documents.queries.registers import (
    ORDERS,
    DocumentFilter,
    documents_found,
    register_counts,
)
from baro.documents.queries.taught import (
    ChangedTask,
    Effect,
    Lore,
    Phrase,
    TaughtShown,
    effect_of,
    lore_of,
    taught_seen,
    visible_names,
    visible_words,
)
from baro.documents.queries.text import ReadText, Stretch, read_text
from baro.documents.queries.units import recipients_of, registering_units, unit_named

__all__ = [
    "ORDERS",
    "QUEUES",
    "AddresseeGroup",
    "Addressees",
    "BookWanted",
    "Chain",
    "ChainStep",
    "ChangedTask",
    "DocumentFilter",
    "Effect",
    "HistoryEntry",
    "LinkShown",
    "Lore",
    "Phrase",
    "ReadText",
    "RunLine",
    "RunSummary",
    "Step",
    "Stretch",
    "TaughtShown",
    "addressees_of",
    "arrivals_awaiting",
    "arrivals_shown",
    "assignment_so_far",
    "authorised_signers_for",
    "book_units",
    "cited_document",
    "copies_of",
    "corrected_by",
    "corrections_of",
    "corrects",
    "desk_counts",
    "desk_documents",
    "document_chain",
    "document_history",
    "documents_found",
    "drafting_units",
    "drafts_of",
    "effect_of",
    "handling_steps",
    "is_written_here",
    "kept_waiting",
    "leaders_of",
    "linkable_documents",
    "links_shown",
    "lore_of",
    "number_periods",
    "number_runs",
    "read_text",
    "recipients_of",
    "register_book",
    "register_counts",
    "registered_copy",
    "registering_units",
    "reserved_numbers",
    "run_lines",
    "run_name",
    "same_content",
    "signers_for",
    "taught_seen",
    "unit_named",
    "units_inside",
    "visible_names",
    "visible_words",
    "waiting_copy",
    "words_sha256",
    "writing_units",
]
