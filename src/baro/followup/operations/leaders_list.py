"""What the leader says to rows of the list."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from baro.followup.ladder_words import due_day
from baro.followup.models import LeaderRemark
from baro.followup.policies.ladder import can_remark_on_item
from baro.followup.queries.addressees import addressees_of, items_with_people
from baro.followup.queries.leaders_list import listed_items
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.notices import api as notices
from baro.org import api as org
from baro.tasks import api as tasks
from baro.work import api as work


class NotOnTheList(DomainError):
    pass


class RemarkEmpty(DomainError):
    pass


class DayNotAhead(DomainError):
    pass


class BriefingAhead(DomainError):
    pass


class NothingChosen(DomainError):
    pass


@transaction.atomic
def direct_item(*, item: work.WorkItem, words: str, by: org.User, at: datetime) -> LeaderRemark:
    """The leader says what is to be done; who holds the item is told at once."""
    [item] = _lock_listed([item], by, at)
    words = _said(words)

    remark = _remark(item, LeaderRemark.Kind.DIRECTED, by, at, words=words)
    who = addressees_of([item], on=timezone.localdate(at))
    notices.tell(
        kind="directed",
        people=who.of(item, ["assignee", "head"]),
        subject=item,
        title=f"Ý kiến chỉ đạo: {words}",
        cause="followup.item_directed",
        at=at,
    )
    audit.record(
        "followup.item_directed", tasks.Task(item=item), by=by, at=at, facts={"words": words}
    )
    return remark


@transaction.atomic
def put_off_item(
    *, item: work.WorkItem, until: date, words: str, by: org.User, at: datetime
) -> LeaderRemark:
    """Take the item off the list until a day, for a stated reason; reminders go on."""
    [item] = _lock_listed([item], by, at)
    words = _said(words)
    if until <= timezone.localdate(at):
        raise DayNotAhead("Ngày đưa trở lại danh sách phải sau hôm nay.", field="day")

    remark = _remark(item, LeaderRemark.Kind.PUT_OFF, by, at, words=words, off_until=until)
    facts = {"until": until, "words": words.rstrip(".")}
    audit.record("followup.item_put_off", tasks.Task(item=item), by=by, at=at, facts=facts)
    return remark


@transaction.atomic
def raise_items(
    *,
    items: Sequence[work.WorkItem],
    raised_on: date,
    words: str = "",
    by: org.User,
    at: datetime,
) -> list[LeaderRemark]:
    """Write down that these were raised at the briefing of a day, all of them or none."""
    if not items:
        raise NothingChosen("Hãy chọn ít nhất một việc trong danh sách.")
    locked = _lock_listed(items, by, at)
    if raised_on > timezone.localdate(at):
        raise BriefingAhead("Ngày giao ban không được sau hôm nay.", field="day")

    remarks = LeaderRemark.objects.bulk_create(
        _unsaved(item, LeaderRemark.Kind.RAISED, by, at, words=words.strip(), raised_on=raised_on)
        for item in locked
    )
    said = f" {words.strip()}" if words.strip() else ""
    facts = {"raised_on": raised_on, "words": said}
    audit.record_many(
        "followup.item_raised",
        [(tasks.Task(item=item), facts) for item in locked],
        by=by,
        at=at,
    )
    return remarks


def _lock_listed(items: Sequence[work.WorkItem], by: org.User, at: datetime) -> list[work.WorkItem]:
    keys = sorted({item.pk for item in items})
    rows = work.WorkItem.objects.filter(pk__in=keys).order_by("pk")
    list(rows.select_for_update(no_key=True).values_list("pk"))
    found = items_with_people(keys)
    on = timezone.localdate(at)
    for item in found.values():
        require(
            can_remark_on_item(by, item, on=on),
            f"Chỉ lãnh đạo hoặc chuyên viên tổng hợp của {item.issuer_unit} ghi ý kiến được.",
        )
    listed = set(listed_items(rows, at=at).values_list("pk", flat=True))
    for key in keys:
        if key not in listed:
            raise NotOnTheList(
                f"{found[key].number} không còn trong danh sách trình lãnh đạo: việc đã có cập "
                "nhật, đã khép lại hoặc đã đổi hạn."
            )
    return [found[key] for key in keys]


def _remark(
    item: work.WorkItem,
    kind: LeaderRemark.Kind,
    by: org.User,
    at: datetime,
    *,
    words: str,
    off_until: date | None = None,
) -> LeaderRemark:
    remark = _unsaved(item, kind, by, at, words=words, off_until=off_until)
    remark.save()
    return remark


def _unsaved(
    item: work.WorkItem,
    kind: LeaderRemark.Kind,
    by: org.User,
    at: datetime,
    *,
    words: str,
    off_until: date | None = None,
    raised_on: date | None = None,
) -> LeaderRemark:
    return LeaderRemark(
        item=item,
        due_on=due_day(item),
        kind=kind,
        words=words[:1000],
        off_until=off_until,
        raised_on=raised_on,
        made_at=at,
        made_by=by,
    )


def _said(words: str) -> str:
    if not words.strip():
        raise RemarkEmpty("Hãy ghi ý kiến của lãnh đạo.", field="words")
    return words.strip()
