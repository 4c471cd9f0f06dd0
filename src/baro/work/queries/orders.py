"""In which order the rows of a list stand; the choice is part of the address."""

from collections.abc import Mapping

from django.db.models import F

from baro.work.models.items import WorkItemQuerySet

# By the name that the address gives it: the columns, and how people call it.
ORDERS: Mapping[str, tuple[str, str]] = {
    "han": ("due_at", "Hạn"),
    "so": ("number", "Số"),
    "giao": ("issued_at", "Ngày giao"),
    "donvi": ("lead_unit__sort_key", "Đơn vị chủ trì"),
    "bengiao": ("issuer_unit__sort_key", "Bên giao"),
    "trangthai": ("state", "Trạng thái"),
    "capnhat": ("last_update_at", "Cập nhật"),
}


def ordered(items: WorkItemQuerySet, value: str) -> WorkItemQuerySet:
    """`han` upwards, `-han` downwards; what has no value stands last either way.

    Without a choice: open work by its deadline, then what is closed, the newest first.
    """
    name = value.removeprefix("-")
    if name not in ORDERS:
        return items.order_by("-closed_at", "due_at", "pk")  # NULL sorts high
    column = F(ORDERS[name][0])
    by = column.desc(nulls_last=True) if value.startswith("-") else column.asc(nulls_last=True)
    return items.order_by(by, "pk")
