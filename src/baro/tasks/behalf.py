"""How the traces of a task name somebody who acted for another."""

from datetime import datetime

from django.db import models
from django.utils import timezone

from baro.org import api as org
from baro.tasks.models import Task
from baro.work import api as work

_BY_THE_ISSUER = frozenset(
    f"tasks.{name}"
    for name in (
        "task_issued",
        "task_answered",
        "task_accepted",
        "task_returned",
        "extension_granted",
        "extension_refused",
        "deadline_moved",
        "task_withdrawn",
        "task_replaced",
        "task_put_in_place",
        "watcher_added",
    )
)


def behalf_in_task(name: str, by: models.Model, target: models.Model, at: datetime) -> str:
    """The name of the person for whom it was done; empty for one's own acts."""
    if not isinstance(by, org.User) or not isinstance(target, Task):
        return ""
    on = timezone.localtime(at).date()
    side = work.giving_for if name in _BY_THE_ISSUER else work.doing_for
    return str(side(by, target.item, on=on) or "")
