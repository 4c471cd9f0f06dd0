"""What came with a letter, each file as a paper of its own."""

from datetime import datetime

from django.db import transaction

from baro.documents.extraction import attachments_of
from baro.documents.models import Intake
from baro.documents.operations.intakes.taking import take_in_document
from baro.kernel.errors import DomainError
from baro.kernel.files import api as files
from baro.kernel.policies import require
from baro.org import api as org


class AttachmentUnknown(DomainError):
    pass


@transaction.atomic
def take_in_attachment(*, letter: Intake, number: int, by: org.User, at: datetime) -> Intake:
    """Take one of the files that came with a letter in; `number` counts from one."""
    letter = Intake.objects.select_for_update(of=("self",)).select_related("file").get(pk=letter.pk)
    require(letter.received_by_id == by.pk)
    if not (letter.is_ready and letter.file and 1 <= number <= letter.attachment_count):
        raise AttachmentUnknown("Thư này không có tệp kèm theo mang số ấy.")

    with files.open_file(letter.file) as file:
        attached = attachments_of(file.read())[number - 1]
    return take_in_document(
        content=attached.content, file_name=attached.name, letter=letter, by=by, at=at
    )
