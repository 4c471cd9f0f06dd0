"""Taking a paper in: read at once where that is quick, else stored and queued for a reader."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from baro.documents import policies
from baro.documents.extraction import Probed
from baro.documents.models import Intake
from baro.documents.operations.numbers import WHO_REGISTERS
from baro.documents.operations.pace import looked_at
from baro.documents.operations.paper_files import keep_file, media_type_of
from baro.documents.operations.papers import make_ready, refuse_large
from baro.kernel import audit
from baro.kernel.files import api as files
from baro.kernel.policies import require
from baro.kernel.text import nfc
from baro.org import api as org


@transaction.atomic
def take_in_document(
    *,
    content: bytes | None = None,
    file_name: str = "",
    text: str | None = None,
    letter: Intake | None = None,
    by: org.User,
    at: datetime,
) -> Intake:
    """Take a file or a pasted text in for checking. A text with a secrecy mark leaves no row."""
    require(policies.can_register_somewhere(by, on=timezone.localdate(at)), WHO_REGISTERS)
    if content is not None:
        refuse_large(len(content))
        probed = looked_at(content)
        if probed.is_slow:
            return _queued(content, probed, file_name, letter, by=by, at=at)
    paper = make_ready(content=content, file_name=file_name, text=text)

    intake = Intake.objects.create(
        file=keep_file(paper, at=at),
        file_name=paper.file_name,
        text=paper.text,
        pages=paper.pages,
        notes=list(paper.notes),
        attachment_count=paper.attachment_count,
        letter=letter,
        received_at=at,
        received_by=by,
    )
    audit.record("documents.document_taken_in", intake, by=by, at=at)
    return intake


def _queued(
    content: bytes,
    probed: Probed,
    file_name: str,
    letter: Intake | None,
    *,
    by: org.User,
    at: datetime,
) -> Intake:
    """The job comes into being with the row, by the trace; neither holds a word of the text."""
    name = nfc(file_name)[:200]
    media_type = media_type_of(content, name, probed.kind)
    intake = Intake.objects.create(
        file=files.store_file(content, name=name, at=at, media_type=media_type),
        file_name=name,
        letter=letter,
        state=Intake.State.WAITING,
        pages_total=probed.pages or 0,
        progress_at=at,
        received_at=at,
        received_by=by,
    )
    audit.record("documents.intake_queued", intake, by=by, at=at)
    return intake
