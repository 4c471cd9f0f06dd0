"""Pages of this module."""

from baro.documents.views.acts import document_reading, document_sharing
from baro.documents.views.books import (
    register_book,
    register_book_excel,
    register_book_print,
    register_book_word,
)
from baro.documents.views.document_page import document, document_comparison, document_file
from baro.documents.views.draft_acts import document_word, paper_draft_discard
from baro.documents.views.drafts import (
    paper_draft,
    paper_draft_pdf,
    paper_draft_word,
    paper_writing,
)
from baro.documents.views.handling import (
    document_assignment,
    document_finishing,
    document_register_columns,
    document_submission,
    incoming_desk,
)
from baro.documents.views.layout_check import layout_check
from baro.documents.views.links import document_link, link_removal
from baro.documents.views.numbers import (
    number_book,
    number_cancellation,
    number_filling,
    number_release,
    number_reservation,
    number_run,
)
from baro.documents.views.registers import document_list
from baro.documents.views.registration import (
    document_intake,
    document_registration,
    intake_discard,
)
from baro.documents.views.taught import local_name_removal, local_word_removal, taught

__all__ = [
    "document",
    "document_assignment",
    "document_comparison",
    "document_file",
    "document_finishing",
    "document_intake",
    "document_link",
    "document_list",
    "document_reading",
    "document_register_columns",
    "document_registration",
    "document_sharing",
    "document_submission",
    "document_word",
    "incoming_desk",
    "intake_discard",
    "layout_check",
    "link_removal",
    "local_name_removal",
    "local_word_removal",
    "number_book",
    "number_cancellation",
    "number_filling",
    "number_release",
    "number_reservation",
    "number_run",
    "paper_draft",
    "paper_draft_discard",
    "paper_draft_pdf",
    "paper_draft_word",
    "paper_writing",
    "register_book",
    "register_book_excel",
    "register_book_print",
    "register_book_word",
    "taught",
]
