"""Facts about documents."""

from baro.documents.models.documents import Document, DocumentRecipient
from baro.documents.models.intakes import Intake
from baro.documents.models.numbers import NumberRecord, NumberSeries
from baro.documents.models.readings import Clause, DocumentReading

__all__ = [
    "Clause",
    "Document",
    "DocumentReading",
    "DocumentRecipient",
    "Intake",
    "NumberRecord",
    "NumberSeries",
]
