"""One set of parameters for every list, chart and export: the address is the filter."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from django.db.models import Q

from baro.kernel.calendar import api as calendars
from baro.kernel.errors import DomainError
from baro.kernel.search import api as search
from baro.org import api as org
from baro.work.cells import Cell
from baro.work.models import WorkItem
from baro.work.models.items import WorkItemQuerySet
from baro.work.queries.freshness import fresh_since
from baro.work.states import State


class FilterNotUnderstood(DomainError):
    pass


Narrowing = Callable[[WorkItemQuerySet, str, datetime], WorkItemQuerySet]


def filtered(
    items: WorkItemQuerySet, params: Mapping[str, str], *, at: datetime
) -> WorkItemQuerySet:
    """Narrow the items by the parameters of an address; unknown names are left alone."""
    for name, narrow in PARAMETERS.items():
        value = params.get(name, "").strip()
        if value:
            items = narrow(items, value, at)
    return items


def _in_cell(items: WorkItemQuerySet, value: str, at: datetime) -> WorkItemQuerySet:
    if value not in Cell.values:
        raise FilterNotUnderstood(f"Không có ô “{value}” trong bảng tổng hợp.", field="o")
    return items.with_cell(at=at).filter(Q(cell=value))


def _in_state(items: WorkItemQuerySet, value: str, at: datetime) -> WorkItemQuerySet:
    if value not in State.values:
        raise FilterNotUnderstood(f"Không có trạng thái “{value}”.", field="trangthai")
    return items.filter(state=value)


def _under_unit(items: WorkItemQuerySet, value: str, at: datetime) -> WorkItemQuerySet:
    """Led by the unit or by any unit below it."""
    paths = list(org.Unit.objects.filter(code=value).values_list("path", flat=True))
    units = org.Unit.objects.within(paths).values("pk")
    return items.filter(lead_unit__in=units)


def _in_commune(items: WorkItemQuerySet, value: str, at: datetime) -> WorkItemQuerySet:
    return items.filter(lead_unit__commune__code=value)


def _from_document(items: WorkItemQuerySet, value: str, at: datetime) -> WorkItemQuerySet:
    return items.filter(source_document=_number(value, "nguon"))


def _issued_by(items: WorkItemQuerySet, value: str, at: datetime) -> WorkItemQuerySet:
    return items.filter(issuer_unit__code=value)


def _answered_for_by(items: WorkItemQuerySet, value: str, at: datetime) -> WorkItemQuerySet:
    return items.filter(accountable_post=_number(value, "laanhdao"))


def _below_item(items: WorkItemQuerySet, value: str, at: datetime) -> WorkItemQuerySet:
    return items.filter(parent=_number(value, "cha"))


def _at_level(items: WorkItemQuerySet, value: str, at: datetime) -> WorkItemQuerySet:
    if value not in {"tren", "trong"}:
        raise FilterNotUnderstood("Chỉ lọc được việc giữa các cơ quan hoặc nội bộ.", field="cap")
    return items.between_bodies() if value == "tren" else items.filter(is_internal=True)


def _issued_from(items: WorkItemQuerySet, value: str, at: datetime) -> WorkItemQuerySet:
    return items.filter(issued_at__gte=_start_of(value, "tu"))


def _issued_until(items: WorkItemQuerySet, value: str, at: datetime) -> WorkItemQuerySet:
    return items.filter(issued_at__lt=_start_of(value, "den", days=1))


def _due_from(items: WorkItemQuerySet, value: str, at: datetime) -> WorkItemQuerySet:
    return items.filter(due_at__gte=_start_of(value, "han_tu"))


def _due_until(items: WorkItemQuerySet, value: str, at: datetime) -> WorkItemQuerySet:
    return items.filter(due_at__lt=_start_of(value, "han_den", days=1))


def _with_freshness(items: WorkItemQuerySet, value: str, at: datetime) -> WorkItemQuerySet:
    if value not in {"moi", "cu"}:
        raise FilterNotUnderstood("Chỉ lọc được việc mới cập nhật hoặc đã cũ.", field="capnhat")
    fresh = Q(last_update_at__gte=fresh_since(at))
    return items.open().filter(fresh if value == "moi" else ~fresh)


def _in_words(items: WorkItemQuerySet, value: str, at: datetime) -> WorkItemQuerySet:
    return items.filter(Q(pk__in=search.matching(WorkItem, value)) | Q(number__iexact=value))


# In the order in which they are applied; the names are part of every address of the product.
PARAMETERS: Mapping[str, Narrowing] = {
    "donvi": _under_unit,
    "xa": _in_commune,
    "nguon": _from_document,
    "giao": _issued_by,
    "laanhdao": _answered_for_by,
    "cha": _below_item,
    "cap": _at_level,
    "tu": _issued_from,
    "den": _issued_until,
    "han_tu": _due_from,
    "han_den": _due_until,
    "trangthai": _in_state,
    "capnhat": _with_freshness,
    "q": _in_words,
    "o": _in_cell,
}


def _start_of(value: str, field: str, *, days: int = 0) -> datetime:
    """The first moment of a day given as 2026-09-30 or 30/09/2026, moved by some days."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            day = datetime.strptime(value, form).date()  # noqa: DTZ007 - a day, no moment
        except ValueError:
            continue
        return _moment(day, field, days)
    raise FilterNotUnderstood(f"“{value}” không phải là một ngày có thật.", field=field)


def _moment(day: date, field: str, days: int) -> datetime:
    try:
        return datetime.combine(day + timedelta(days=days), datetime.min.time(), calendars.CITY)
    except OverflowError:
        raise FilterNotUnderstood("Ngày này nằm ngoài lịch.", field=field) from None


def _number(value: str, field: str) -> int:
    if not value.isascii() or not value.isdigit() or len(value) > 18:
        raise FilterNotUnderstood(f"“{value}” không phải là một mã số.", field=field)
    return int(value)
