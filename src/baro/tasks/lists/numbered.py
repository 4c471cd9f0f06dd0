"""What bears the number that somebody typed although the list does not hold it, and why not."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from baro.org import api as org
from baro.tasks.lists.rows import listed
from baro.work import api as work

_MOST_PARTS = 3
_TAKEN_BACK = {
    work.State.WITHDRAWN: "đã thu hồi",
    work.State.REPLACED: "đã được thay bằng nhiệm vụ khác",
}


@dataclass(frozen=True)
class Borne:
    """A task with that number, or the reader's part of one, with words before and after it.

    `parts` leads to its parts.
    """

    number: str
    title: str
    href: str
    after: str
    before: str = ""
    parts: str = ""


def borne_elsewhere(
    query: work.ListQuery, user: org.User, *, at: datetime, shown: Collection[int]
) -> Sequence[Borne]:
    """Asks only when the words are a number; `shown` are the rows that the page has already."""
    numbers = work.numbers_meant(query.one("q"))
    if not numbers:
        return ()
    found = work.items_numbered(numbers, user=user)
    if not found:
        return _parts_of(numbers, user)
    missing = [key for key in found if key not in shown]
    if not missing:
        return ()
    held = set(listed(user, query, at=at).filter(pk__in=missing).values_list("pk", flat=True))
    items = work.WorkItem.objects.in_bulk([key for key in missing if key not in held])
    return [_borne(items[key], query) for key in missing if key in items]


def _borne(item: work.WorkItem, query: work.ListQuery) -> Borne:
    parts = ""
    if item.is_collective:
        why = (
            "giao chung cho nhiều đơn vị. Danh sách đếm việc của từng đơn vị, nên không có dòng "
            "nào cho nhiệm vụ chung."
        )
        parts = f"{reverse('tasks:task-list')}?cha={item.pk}"
    elif item.state in _TAKEN_BACK:
        state = _TAKEN_BACK[work.State(item.state)]
        why = f"{state}, nên danh sách chỉ có khi lọc theo trạng thái ấy."
    else:
        why = "không khớp các điều kiện lọc khác đang chọn."
    href = work.page_address(item.kind, item.pk)
    return Borne(item.number, item.title, href, f": {why}", parts=parts)


def _parts_of(numbers: Sequence[str], user: org.User) -> Sequence[Borne]:
    """Whoever holds one part sees the number of the whole on its page, and may look for it."""
    seen = work.WorkItem.objects.visible_to(user)
    parts = seen.filter(parent__number__in=numbers, parent__is_collective=True)
    return [
        Borne(
            part.number,
            part.title,
            work.page_address(part.kind, part.pk),
            ".",
            f"{part.parent.number} giao chung cho nhiều đơn vị và do bên giao mở. Phần ông/bà xem "
            "được: ",
        )
        for part in parts.select_related("parent").order_by("pk")[:_MOST_PARTS]
        if part.parent
    ]
