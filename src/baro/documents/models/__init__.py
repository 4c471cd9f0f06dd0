"""Facts about documents."""

from baro.documents.models.documents import Document, DocumentRecipient
from baro.documents.models.drafts import PaperDraft
from baro.documents.models.handlings import Handling
from baro.documents.models.intakes import Intake
from baro.documents.models.links import DocumentLink
from baro.documents.models.local_names import LocalName
from baro.documents.models.numbers import NumberRecord, NumberSeries
from baro.documents.models.readings import Clause, DocumentReading
from baro.documents.models.retention import RetentionClass

__all__ = [
    "Clause",
    "Document",
    "DocumentLink",
    "DocumentReading",
    "DocumentRecipient",
    "Handling",
    "Intake",
    "LocalName",
    "NumberRecord",
    "NumberSeries",
    "PaperDraft",
    "RetentionClass",
]
