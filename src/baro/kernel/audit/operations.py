"""Sealing the traces of a day."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Max

from baro.kernel.audit.models import AuditEvent, AuditSeal
from baro.kernel.audit.seals import fingerprint

_CITY = ZoneInfo("Asia/Ho_Chi_Minh")


@transaction.atomic
def seal_day(*, day: date, at: datetime) -> AuditSeal | None:
    """Fix what had happened by the end of the day; none when nothing new did.

    Run some time after midnight, when no transaction of the day is still open. Kept elsewhere as
    well, the seal shows whether somebody with the database's own powers changed the past.
    """
    last = AuditSeal.objects.select_for_update(no_key=True).order_by("day").last()
    if last and last.day >= day:
        return None
    midnight = datetime.combine(day + timedelta(days=1), time.min, _CITY)
    after = last.last_event_id if last else 0
    found = AuditEvent.objects.filter(pk__gt=after, at__lt=midnight).aggregate(last=Max("pk"))
    if found["last"] is None:
        return None
    sha256, count = fingerprint(
        after=after, through=found["last"], previous=last.sha256 if last else ""
    )
    return AuditSeal.objects.create(
        day=day, last_event_id=found["last"], event_count=count, sha256=sha256, sealed_at=at
    )
