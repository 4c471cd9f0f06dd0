"""In which order the rows of a list stand; the choice is part of the address.

An order is a few runs, one after the other. Within a run every row has a value and all values go
the same way, so that a place in it is one comparison of rows, which an index answers.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Case, F, Q, When
from django.db.models.expressions import OrderBy
from django.db.models.functions import Coalesce

from baro.work.models.items import WorkItemQuerySet

# By the name that the address gives it: the column, and how people call it.
ORDERS: Mapping[str, tuple[str, str]] = {
    "han": ("due_at", "Hạn"),
    "so": ("number", "Số"),
    "giao": ("issued_at", "Ngày giao"),
    "donvi": ("lead_unit__sort_key", "Đơn vị chủ trì"),
    "bengiao": ("issuer_unit__sort_key", "Bên giao"),
    "trangthai": ("state", "Trạng thái"),
    "capnhat": ("last_update_at", "Cập nhật"),
}


@dataclass(frozen=True)
class Run:
    """A part of a list in which the rows stand by these columns, and what all of them are."""

    columns: tuple[str, ...]
    is_descending: bool = False
    is_open: bool | None = None
    is_dated: bool | None = None

    def of(self, items: WorkItemQuerySet) -> WorkItemQuerySet:
        """Its rows among items of which all are open or closed as it wants them."""
        return items if self.is_dated is None else items.filter(due_at__isnull=not self.is_dated)

    def order(
        self, *, is_backward: bool = False, is_found_first: bool = False
    ) -> tuple[OrderBy, ...]:
        """With `is_found_first` so that the rows are found first and put in order after.

        For a few rows among many the database would rather read the many in their order.
        """
        down = self.is_descending is not is_backward
        first, *others = (F(name) for name in self.columns)
        head = Coalesce(first, first) if is_found_first else first
        return tuple(OrderBy(each, descending=down) for each in (head, *others))


# Without a choice: open work by its deadline, then what is closed, the newest first.
_USUAL = (
    Run(("due_at", "pk"), is_open=True, is_dated=True),
    Run(("pk",), is_open=True, is_dated=False),
    Run(("closed_at", "pk"), is_descending=True, is_open=False),
)


def order_named(value: str) -> str:
    """The order that the address means, as it is written there; empty for the usual one."""
    return value if value.removeprefix("-") in ORDERS else ""


def runs_of(value: str) -> tuple[Run, ...]:
    """`han` upwards, `-han` downwards; what has no value stands last either way."""
    name, down = value.removeprefix("-"), value.startswith("-")
    if name not in ORDERS:
        return _USUAL
    if name == "han":
        return (Run(("due_at", "pk"), down, is_dated=True), Run(("pk",), down, is_dated=False))
    return (Run((ORDERS[name][0], "pk"), down),)


def ordered(items: WorkItemQuerySet, value: str) -> WorkItemQuerySet:
    """All runs at once: for what is written from its first row to its last."""
    runs = runs_of(value)
    if len(runs) == 1:
        return items.order_by(*runs[0].order())
    if runs is not _USUAL:
        down = runs[0].is_descending
        return items.order_by(_last_without("due_at", down), "-pk" if down else "pk")
    is_open = Q(closed_at__isnull=True)
    return items.order_by(
        F("closed_at").desc(nulls_first=True),
        _last_without(Case(When(is_open, then=F("due_at"))), down=False),
        _last_without(Case(When(is_open, then=F("pk"))), down=False),
        "-pk",
    )


def _last_without(value: str | Case, down: bool) -> OrderBy:
    found = F(value) if isinstance(value, str) else value
    return OrderBy(found, descending=down, nulls_last=True)
