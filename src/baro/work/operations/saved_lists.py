"""Lists under a name: saved, changed, shared, removed, and chosen to open with."""

from datetime import datetime

from django.utils import timezone

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.work import policies
from baro.work.models import OpeningList, SavedList
from baro.work.queries import query_of

_WHO = {
    SavedList.Reach.UNIT: "Chỉ người phân công việc của đơn vị mới lưu danh sách cho cả đơn vị.",
    SavedList.Reach.CITY: "Chỉ người giao việc theo dõi toàn thành phố mới lưu danh sách chung.",
}
_LONGEST = 2000


class ListNameMissing(DomainError):
    pass


class ListNameTaken(DomainError):
    pass


class ListTooDetailed(DomainError):
    pass


@whole
def save_list(
    *, name: str, query: str, reach: str, unit: org.Unit | None = None, by: org.User, at: datetime
) -> SavedList:
    """Keep the question that the query string asks under a name."""
    unit = _unit_for(reach, unit, by, at)
    name = _free_name(name, by)

    saved = SavedList.objects.create(
        name=name, query=_canonical(query), reach=reach, unit=unit, owner=by, saved_at=at
    )
    audit.record("work.list_saved", saved, by=by, at=at, facts={"reach": _reach_words(saved)})
    return saved


@whole
def change_list(
    *,
    saved: SavedList,
    name: str | None = None,
    query: str | None = None,
    reach: str | None = None,
    unit: org.Unit | None = None,
    by: org.User,
    at: datetime,
) -> SavedList:
    """Give it another name, other conditions or other readers; what is not said stays."""
    saved = _lock(saved, by, at)
    if reach is not None and reach != saved.reach:
        saved.unit, saved.reach = _unit_for(reach, unit, by, at), reach
    if name is not None:
        saved.name = _free_name(name, saved.owner, but=saved)
    if query is not None:
        saved.query = _canonical(query)

    saved.saved_at = at
    saved.save(update_fields=["name", "query", "reach", "unit", "saved_at"])
    audit.record("work.list_changed", saved, by=by, at=at, facts={"reach": _reach_words(saved)})
    return saved


@whole
def remove_list(*, saved: SavedList, by: org.User, at: datetime) -> None:
    """Take the list away from all who used it; the items in it are not touched."""
    saved = _lock(saved, by, at)

    audit.record("work.list_removed", saved, by=by, at=at, facts={"query": saved.query})
    saved.delete()


@whole
def open_with(*, saved: SavedList | None, by: org.User, at: datetime) -> None:
    """Let the page of tasks open with this list, or with everything again."""
    OpeningList.objects.filter(user=by).delete()
    if saved is not None:
        OpeningList.objects.create(user=by, saved_list=saved)
        audit.record("work.opening_list_chosen", saved, by=by, at=at)


def _lock(saved: SavedList, by: org.User, at: datetime) -> SavedList:
    rows = SavedList.objects.select_for_update(no_key=True, of=("self",))
    saved = rows.select_related("unit", "owner").get(pk=saved.pk)
    require(
        policies.can_change_list(by, saved, on=timezone.localdate(at)),
        f"Chỉ người lập danh sách “{saved.name}” hoặc người phụ trách mới sửa được.",
    )
    return saved


def _unit_for(reach: str, unit: org.Unit | None, by: org.User, at: datetime) -> org.Unit | None:
    """The unit whose list it becomes, after asking whether it may."""
    wanted = SavedList.Reach(reach)
    unit = unit if wanted == SavedList.Reach.UNIT else None
    allowed = policies.can_save_list(by, wanted, unit, on=timezone.localdate(at))
    require(allowed, _WHO.get(wanted, ""))
    return unit


def _free_name(name: str, owner: org.User, *, but: SavedList | None = None) -> str:
    name = " ".join(name.split())[:80]
    if not name:
        raise ListNameMissing("Hãy đặt tên cho danh sách.", field="name")
    others = SavedList.objects.filter(owner=owner, name=name)
    if (others.exclude(pk=but.pk) if but else others).exists():
        raise ListNameTaken(f"Đã có danh sách tên “{name}”; hãy chọn tên khác.", field="name")
    return name


def _canonical(query: str) -> str:
    canonical = query_of(query).canonical
    if len(canonical) > _LONGEST:
        raise ListTooDetailed("Danh sách có quá nhiều điều kiện để lưu; hãy bỏ bớt.", field="name")
    return canonical


def _reach_words(saved: SavedList) -> str:
    return f"{saved.get_reach_display().lower()}{f' ({saved.unit})' if saved.unit else ''}"
