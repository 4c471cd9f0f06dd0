"""The rows of the leaders' list as the page, the print and the Excel file show them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count
from django.utils import timezone

from baro.followup.models import LeaderRemark
from baro.followup.queries.addressees import heads_of
from baro.followup.queries.leaders_list import Part, listed_items, part_of_list
from baro.followup.remark_words import in_words
from baro.kernel.calendar import api as calendars
from baro.org import api as org
from baro.tasks import api as tasks
from baro.work import api as work


@dataclass(frozen=True)
class IssuersList:
    """The list of one issuer: whose leader hears it, and how long it is."""

    unit: org.Unit
    leader: org.Person | None
    count: int


@dataclass(frozen=True)
class LeadersRow:
    """One item before the leaders: how often it was reminded, how late it is, what was said."""

    item: work.WorkItem
    times: int
    last_reminded_on: date
    days_late: int
    reason: str
    remarks: tuple[LeaderRemark, ...]

    @property
    def said(self) -> list[str]:
        return [in_words(remark) for remark in self.remarks]


@dataclass(frozen=True)
class LeadersPage:
    """All lists that the user may see, and the one that is open."""

    lists: tuple[IssuersList, ...]
    chosen: IssuersList | None
    part: Part
    counts: Mapping[str, int]
    found: work.WorkItemQuerySet


def leaders_page(
    user: org.User, *, issuer: str, under: str, part: Part, at: datetime
) -> LeadersPage:
    """The list of one issuer, by code; of the user's own body or the longest if none is named."""
    on = timezone.localtime(at).date()
    listed = listed_items(work.WorkItem.objects.visible_to(user), at=at)
    lists = _lists(listed, on=on)
    chosen = _chosen(lists, issuer, user, on)
    mine = listed.filter(issuer_unit=chosen.unit) if chosen else listed.none()
    if under:
        below = org.Unit.objects.filter(code=under).values_list("path", flat=True)
        mine = mine.filter(lead_unit__in=org.Unit.objects.within(below))
    return LeadersPage(
        lists=lists,
        chosen=chosen,
        part=part,
        counts={one.value: part_of_list(mine, one, on=on).count() for one in Part},
        found=part_of_list(mine, part, on=on)
        .select_related("lead_unit", "issuer_unit", "assigned_unit", "assignee")
        .order_by("due_at", "pk"),
    )


def rows_of(items: Sequence[work.WorkItem], *, at: datetime) -> list[LeadersRow]:
    """In three queries for any number of items, which carry what `listed_items` annotates."""
    on = timezone.localtime(at).date()
    reasons = last_reasons(items)
    remarks: dict[int, list[LeaderRemark]] = {item.pk: [] for item in items}
    for remark in LeaderRemark.objects.filter(item__in=items).select_related("made_by__person"):
        remarks[remark.item_id].append(remark)
    return [
        LeadersRow(
            item=item,
            times=vars(item)["times"],
            last_reminded_on=timezone.localtime(vars(item)["last_reminded_at"]).date(),
            days_late=calendars.days_late(timezone.localdate(item.due_at or at), on),
            reason=reasons.get(item.pk, ""),
            remarks=tuple(remarks[item.pk]),
        )
        for item in items
    ]


def last_reasons(items: Sequence[work.WorkItem]) -> dict[int, str]:
    """The last obstacle that was reported for each item, else the grounds of its last extension."""
    asked = work.WorkExtension.objects.filter(item__in=items).exclude(grounds="")
    noted = tasks.ProgressNote.objects.filter(task__in=[item.pk for item in items])
    blocked = noted.exclude(blocked_by="").order_by("task_id", "-noted_at").distinct("task_id")
    return {
        **dict(asked.order_by("asked_at").values_list("item_id", "grounds")),
        **dict(blocked.values_list("task_id", "blocked_by")),
    }


def _lists(listed: work.WorkItemQuerySet, *, on: date) -> tuple[IssuersList, ...]:
    counts = dict(
        listed.order_by().values_list("issuer_unit").annotate(count=Count("pk", distinct=True))
    )
    units = list(org.Unit.objects.filter(pk__in=counts))
    leaders = heads_of(units, on=on)
    found = [IssuersList(unit, leaders.get(unit.pk), counts[unit.pk]) for unit in units]
    return tuple(sorted(found, key=lambda one: (-one.count, one.unit.sort_key)))


def _chosen(
    lists: Iterable[IssuersList], issuer: str, user: org.User, on: date
) -> IssuersList | None:
    by_code = {one.unit.code: one for one in lists}
    own = org.powers_of(user, on=on).main_scope
    wanted = by_code.get(issuer) or (by_code.get(own.code) if own and not issuer else None)
    return wanted or (next(iter(by_code.values()), None) if not issuer else None)
