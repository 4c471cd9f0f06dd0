"""Writing papers here: from the first words to the signed and numbered document."""

from baro.documents.operations.drafts.issuing import (
    DraftIncomplete,
    SignerNotInPost,
    issue_paper,
    take_issued_word,
)
from baro.documents.operations.drafts.printing import paper_of, previewed
from baro.documents.operations.drafts.registered import NotOurPaper, print_document
from baro.documents.operations.drafts.writing import (
    WHO_WRITES,
    DraftAlreadyIssued,
    DraftChangedMeanwhile,
    PaperContent,
    discard_paper,
    revise_paper,
    write_paper,
)

__all__ = [
    "WHO_WRITES",
    "DraftAlreadyIssued",
    "DraftChangedMeanwhile",
    "DraftIncomplete",
    "NotOurPaper",
    "PaperContent",
    "SignerNotInPost",
    "discard_paper",
    "issue_paper",
    "paper_of",
    "previewed",
    "print_document",
    "revise_paper",
    "take_issued_word",
    "write_paper",
]
