"""Taking the file of a product that was handed in; who took it stays known."""

from datetime import datetime
from typing import cast

from baro.kernel import audit
from baro.kernel.files.api import StoredFile
from baro.kernel.policies import require
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.tasks.models import Delivery, Task


@whole
def take_delivery_file(*, delivery: Delivery, by: org.User, at: datetime) -> StoredFile:
    """Hand out the file as it was handed in; only a delivery with a file is asked for one."""
    require(Task.objects.visible_to(by).filter(pk=delivery.task_id).exists())
    stored = cast(StoredFile, delivery.file)

    facts = {"file_name": delivery.file_name, "sha256": stored.sha256}
    audit.record("tasks.delivery_file_taken", delivery.task, by=by, at=at, facts=facts)
    return stored
