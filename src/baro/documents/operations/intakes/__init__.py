"""Taking a paper in, reading it, and letting it go: into a register, or away."""

from baro.documents.operations.intakes.leaving import (
    IntakeNotRead,
    discard_intake,
    discard_stale_intakes,
    register_intake,
)
from baro.documents.operations.intakes.letters import AttachmentUnknown, take_in_attachment
from baro.documents.operations.intakes.reading import fail_abandoned_readings, read_intake
from baro.documents.operations.intakes.steering import (
    IntakeMovedOn,
    cancel_reading,
    retry_reading,
)
from baro.documents.operations.intakes.taking import take_in_document

__all__ = [
    "AttachmentUnknown",
    "IntakeMovedOn",
    "IntakeNotRead",
    "cancel_reading",
    "discard_intake",
    "discard_stale_intakes",
    "fail_abandoned_readings",
    "read_intake",
    "register_intake",
    "retry_reading",
    "take_in_attachment",
    "take_in_document",
]
