"""Facts about documents."""

from baro.documents.models.documents import Document, DocumentRecipient
from baro.documents.models.drafts import PaperDraft
from baro.documents.models.handlings import Handling
from baro.documents.models.intakes import Intake
from baro.documents.models.links import DocumentLink
from baro.documents.models.numbers import NumberRecord, NumberSeries
from baro.documents.models.readings import Clause, DocumentReading
from baro.documents.models.retention import RetentionClass
from baro.documents.models.taught import LocalName, LocalWord, Taught

__all__ = [
    "Clause",
    "Document",
    "DocumentLink",
    "DocumentReading",
    "DocumentRecipient",
    "Handling",
    "Intake",
    "LocalName",
    "LocalWord",
    "NumberRecord",
    "NumberSeries",
    "PaperDraft",
    "RetentionClass",
    "Taught",
]
