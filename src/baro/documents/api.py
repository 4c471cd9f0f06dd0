"""The door of `documents` for the modules above."""

from baro.documents.clause_names import clause_name, clause_title
from baro.documents.marked_text import Quote, Segment, marked_text
from baro.documents.models import (
    Clause,
    Document,
    DocumentLink,
    DocumentReading,
    DocumentRecipient,
)
from baro.documents.official import (
    Appendix,
    Authority,
    Branch,
    OfficialPaper,
    Signer,
    official_docx,
    official_pdf,
    parse_body,
)
from baro.documents.official.pictures import page_pictures
from baro.documents.operations import (
    AlreadyRegistered,
    PaperContent,
    assign_document,
    cancel_number,
    finish_handling,
    issue_number,
    issue_paper,
    previewed,
    read_document,
    refuse_secret_file,
    refuse_secret_text,
    register_document,
    reserve_number,
    share_document,
    submit_document,
    teach_name,
    write_paper,
)
from baro.documents.operations.passages import tasks_in_passage
from baro.documents.operations.register_units import refuse_unit_without_register
from baro.documents.policies import (
    can_read_document,
    can_register_document,
    can_share_document,
    can_teach,
)
from baro.documents.programs import ReadingProgram, reading_programs
from baro.documents.queries import (
    arrivals_awaiting,
    corrected_by,
    corrections_of,
    corrects,
    drafting_units,
    signers_for,
)
from baro.documents.types import TYPE_CHOICES, type_code

__all__ = [
    "TYPE_CHOICES",
    "AlreadyRegistered",
    "Appendix",
    "Authority",
    "Branch",
    "Clause",
    "Document",
    "DocumentLink",
    "DocumentReading",
    "DocumentRecipient",
    "OfficialPaper",
    "PaperContent",
    "Quote",
    "ReadingProgram",
    "Segment",
    "Signer",
    "arrivals_awaiting",
    "assign_document",
    "can_read_document",
    "can_register_document",
    "can_share_document",
    "can_teach",
    "cancel_number",
    "clause_name",
    "clause_title",
    "corrected_by",
    "corrections_of",
    "corrects",
    "drafting_units",
    "finish_handling",
    "issue_number",
    "issue_paper",
    "marked_text",
    "official_docx",
    "official_pdf",
    "page_pictures",
    "parse_body",
    "previewed",
    "read_document",
    "reading_programs",
    "refuse_secret_file",
    "refuse_secret_text",
    "refuse_unit_without_register",
    "register_document",
    "reserve_number",
    "share_document",
    "signers_for",
    "submit_document",
    "tasks_in_passage",
    "teach_name",
    "type_code",
    "write_paper",
]
