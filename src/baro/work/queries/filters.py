"""One set of parameters for every list, chart and export: the address is the filter."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q

from baro.kernel.search import api as search
from baro.org import api as org
from baro.work.cells import Cell
from baro.work.models import WorkItem, WorkParty
from baro.work.models.cell_conditions import stands_in
from baro.work.models.items import WorkItemQuerySet
from baro.work.queries.asked import ListQuery, read_query
from baro.work.queries.asking import (
    NO_COMMUNE,
    NO_PAPER,
    NOBODY,
    Asking,
    FilterNotUnderstood,
    number,
    start_of,
)
from baro.work.queries.found import numbers_meant
from baro.work.queries.freshness import fresh_since
from baro.work.queries.known import known_of
from baro.work.queries.sight import sight_of
from baro.work.states import OPEN, State

Narrowing = Callable[[WorkItemQuerySet, Sequence[str], Asking], WorkItemQuerySet]


def filtered(
    items: WorkItemQuerySet,
    params: Mapping[str, Any] | ListQuery,
    *,
    at: datetime,
    by: org.User | None = None,
    is_parted: bool = False,
    mark: datetime | None = None,
) -> WorkItemQuerySet:
    """Narrow the items by the parameters of an address; unknown names are left alone.

    `by` may see them all: they are `visible_to` this user already.

    Several values of one parameter widen it, several parameters narrow the list. With `is_parted`
    the items are the open or the closed ones already, as the parameters want them. A `mark` stands
    in the question where deadlines are compared with `at`, for a question that is built once.
    """
    asked = params if isinstance(params, ListQuery) else read_query(params)
    known = known_of(asked)
    if known.is_open is not None and not is_parted:
        items = items.filter(closed_at__isnull=known.is_open)
    for name, narrow in PARAMETERS.items():
        if values := asked.conditions.get(name):
            items = narrow(items, values, Asking(at, by, known, mark))
    return items


def _in_cells(items: WorkItemQuerySet, values: Sequence[str], who: Asking) -> WorkItemQuerySet:
    for value in values:
        if value not in Cell.values:
            raise FilterNotUnderstood(f"Không có ô “{value}” trong bảng tổng hợp.", field="o")
    return items.filter(stands_in(values, at=who.moment, is_open=who.known.is_open))


def _in_states(items: WorkItemQuerySet, values: Sequence[str], who: Asking) -> WorkItemQuerySet:
    for value in values:
        if value not in State.values:
            raise FilterNotUnderstood(f"Không có trạng thái “{value}”.", field="trangthai")
    if who.known.is_open and set(values) >= OPEN:
        return items
    return items.filter(state__in=values)


def _under_units(items: WorkItemQuerySet, values: Sequence[str], who: Asking) -> WorkItemQuerySet:
    """Led by one of the units or by any unit below it."""
    return items.filter(lead_unit__in=who.units_under(values, "donvi"))


def _led_by(items: WorkItemQuerySet, values: Sequence[str], who: Asking) -> WorkItemQuerySet:
    """Led by one of these very units."""
    return items.filter(lead_unit__in=who.units(values, "chutri"))


def _in_communes(items: WorkItemQuerySet, values: Sequence[str], who: Asking) -> WorkItemQuerySet:
    """Led by bodies of the communes, or by those of the city itself."""
    wanted = Q(lead_unit__commune__code__in=[value for value in values if value != NO_COMMUNE])
    city = Q(lead_unit__commune__isnull=True)
    return items.filter(wanted | city if NO_COMMUNE in values else wanted)


def _with_part_of(items: WorkItemQuerySet, values: Sequence[str], who: Asking) -> WorkItemQuerySet:
    units = who.units_under(values, "phoihop")
    parts = WorkParty.objects.filter(unit__in=units, part=WorkParty.Part.COOPERATING)
    return items.filter(pk__in=parts.values("item_id"))


def _in_hands_of(items: WorkItemQuerySet, values: Sequence[str], who: Asking) -> WorkItemQuerySet:
    named = [value for value in values if value != NOBODY]
    people = [who.person(value, "nguoi") for value in named]
    wanted = Q(assignee__in=people)
    return items.filter(wanted | Q(assignee__isnull=True) if NOBODY in values else wanted)


def _from_documents(
    items: WorkItemQuerySet, values: Sequence[str], who: Asking
) -> WorkItemQuerySet:
    return items.filter(source_document__in=[number(value, "nguon") for value in values])


def _from_kinds(items: WorkItemQuerySet, values: Sequence[str], who: Asking) -> WorkItemQuerySet:
    """By the type of the paper behind it, or by having none."""
    wanted = Q(source_document__type__in=[value for value in values if value != NO_PAPER])
    without = Q(source_document__isnull=True)
    return items.filter(wanted | without if NO_PAPER in values else wanted)


def _issued_by(items: WorkItemQuerySet, values: Sequence[str], who: Asking) -> WorkItemQuerySet:
    return items.filter(issuer_unit__in=who.units(values, "giao"))


def _answered_for_by(
    items: WorkItemQuerySet, values: Sequence[str], who: Asking
) -> WorkItemQuerySet:
    return items.filter(accountable_post=number(values[-1], "laanhdao"))


def _below_item(items: WorkItemQuerySet, values: Sequence[str], who: Asking) -> WorkItemQuerySet:
    return items.filter(parent=number(values[-1], "cha"))


def _at_level(items: WorkItemQuerySet, values: Sequence[str], who: Asking) -> WorkItemQuerySet:
    if values[-1] not in {"tren", "trong"}:
        raise FilterNotUnderstood("Chỉ lọc được việc giữa các cơ quan hoặc nội bộ.", field="cap")
    return items.between_bodies() if values[-1] == "tren" else items.filter(is_internal=True)


def _with_freshness(
    items: WorkItemQuerySet, values: Sequence[str], who: Asking
) -> WorkItemQuerySet:
    if values[-1] not in {"moi", "cu"}:
        raise FilterNotUnderstood("Chỉ lọc được việc mới cập nhật hoặc đã cũ.", field="capnhat")
    fresh = Q(last_update_at__gte=fresh_since(who.at))
    return items.filter(fresh if values[-1] == "moi" else ~fresh)


def _in_words(items: WorkItemQuerySet, values: Sequence[str], who: Asking) -> WorkItemQuerySet:
    marks = sight_of(who.by, on=who.on).marks if who.by else None
    wanted = search.matching(WorkItem, values[-1], marks=marks)
    if numbers := numbers_meant(values[-1]):
        wanted |= Q(number__in=numbers)
    return items.filter(wanted)


def _within(field: str, name: str) -> Narrowing:
    """The moment lies within the days that the words mean."""
    since, until = _since(field, name), _until(field, name)

    def narrow(items: WorkItemQuerySet, values: Sequence[str], who: Asking) -> WorkItemQuerySet:
        return until(since(items, values, who), values, who)

    return narrow


def _since(field: str, name: str) -> Narrowing:
    def narrow(items: WorkItemQuerySet, values: Sequence[str], who: Asking) -> WorkItemQuerySet:
        first, _ = who.span(values[-1], name)
        return items.filter(**{f"{field}__gte": start_of(first, name)})

    return narrow


def _until(field: str, name: str) -> Narrowing:
    def narrow(items: WorkItemQuerySet, values: Sequence[str], who: Asking) -> WorkItemQuerySet:
        _, last = who.span(values[-1], name)
        return items.filter(**{f"{field}__lt": start_of(last, name, days=1)})

    return narrow


# In the order in which they are applied; the names are part of every address of the product.
PARAMETERS: Mapping[str, Narrowing] = {
    "donvi": _under_units,
    "chutri": _led_by,
    "xa": _in_communes,
    "nguon": _from_documents,
    "loai": _from_kinds,
    "giao": _issued_by,
    "phoihop": _with_part_of,
    "nguoi": _in_hands_of,
    "laanhdao": _answered_for_by,
    "cha": _below_item,
    "cap": _at_level,
    "ngaygiao": _within("issued_at", "ngaygiao"),
    "tu": _since("issued_at", "tu"),
    "den": _until("issued_at", "den"),
    "han": _within("due_at", "han"),
    "han_tu": _since("due_at", "han_tu"),
    "han_den": _until("due_at", "han_den"),
    "trangthai": _in_states,
    "capnhat": _with_freshness,
    "q": _in_words,
    "o": _in_cells,
}
