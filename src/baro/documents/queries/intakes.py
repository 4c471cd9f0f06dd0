"""Papers on the desk, and what is left of one that was not allowed to stay."""

from dataclasses import dataclass
from datetime import datetime

from baro.documents.extraction import attachments_of
from baro.documents.models import Intake
from baro.kernel.audit import AuditEvent
from baro.kernel.files import api as files
from baro.org import api as org

_REMOVED = "documents.secret_intake_removed"


@dataclass(frozen=True)
class RemovedIntake:
    """A paper that carried a secrecy mark: which mark, and when it was taken away."""

    grade: str
    removed_at: datetime


@dataclass(frozen=True)
class Enclosure:
    """One file that came with a letter, and the papers that were made of it."""

    number: int
    name: str
    size: int


def removed_intake(pk: int, user: org.User) -> RemovedIntake | None:
    """Told to the one who brought it, and to nobody else."""
    label = Intake._meta.label_lower
    event = AuditEvent.objects.filter(name=_REMOVED, target_type=label, target_id=pk).first()
    if event is None or event.facts["taker"] != user.pk:
        return None
    return RemovedIntake(event.facts["grade"], event.at)


def enclosures_of(letter: Intake) -> list[Enclosure]:
    if not letter.file:
        return []
    with files.open_file(letter.file) as file:
        attached = attachments_of(file.read())
    return [
        Enclosure(number, each.name, len(each.content))
        for number, each in enumerate(attached, start=1)
    ]
