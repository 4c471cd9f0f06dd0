"""Following an item of one's own accord, and no longer."""

from datetime import datetime

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.work.models import WorkItem
from baro.work.models.comments import WorkWatch


class AlreadyWatching(DomainError):
    pass


class NotWatching(DomainError):
    pass


@whole
def watch_item(*, item: WorkItem, by: org.User, at: datetime) -> WorkWatch:
    """From now on be told of what is said about the item."""
    require(WorkItem.objects.visible_to(by).filter(pk=item.pk).exists())
    watch, is_new = WorkWatch.objects.get_or_create(
        item=item, person_id=by.person_id, defaults={"since_at": at}
    )
    if not is_new:
        raise AlreadyWatching(f"Ông/bà đang theo dõi {item.number} rồi.")

    audit.record("work.watch_begun", item, by=by, at=at)
    return watch


@whole
def stop_watching(*, item: WorkItem, by: org.User, at: datetime) -> None:
    """Be told no longer; also by who may not see the item any more."""
    ended, _ = WorkWatch.objects.filter(item=item, person_id=by.person_id).delete()
    if not ended:
        raise NotWatching(f"Ông/bà không theo dõi {item.number}.")

    audit.record("work.watch_ended", item, by=by, at=at)
