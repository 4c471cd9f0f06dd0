"""What the palette finds among tasks, and where it leads."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils import timezone

from baro.kernel.palette.api import (
    Command,
    Entry,
    Likeness,
    Source,
    add_commands,
    add_source,
    likeness,
)
from baro.kernel.text import says
from baro.org import api as org
from baro.work import api as work

# So many of the last given are looked through for the very words.
LOOKED_AT = 24


def tasks_found(user: org.User, words: str, limit: int) -> Sequence[Entry]:
    """By number, also its end alone; else by words, the last given first.

    Among these the titles that say the very words stand first. What covers many units stands
    before its parts, which were given with it.
    """
    tasks = work.WorkItem.objects.filter(kind=work.WorkItem.Kind.TASK)
    meant = work.items_numbered(work.numbers_meant(words), user=user)
    most = max(limit, LOOKED_AT)
    newest = work.newest_found(tasks, words, user=user, at=timezone.now(), limit=most)
    found = tasks.select_related("lead_unit").in_bulk([*meant, *newest])
    named = [found[key] for key in dict.fromkeys([*meant, *newest]) if key in found]
    named.sort(key=lambda item: (item.pk not in meant, not says(item.title, words)))
    return [_entry(item, is_exact=item.pk in meant) for item in named[:limit]]


def lists_found(user: org.User, words: str, limit: int) -> Sequence[Entry]:
    """Lists under a name that the user may open, what is called so first."""
    seen = work.SavedList.objects.visible_to(user)
    likely = [(likeness(words, saved.name), saved) for saved in seen]
    fitting = sorted((pair for pair in likely if pair[0]), key=lambda pair: -pair[0])
    return [
        Entry(
            saved.name,
            f"{reverse('tasks:task-list')}?{saved.query}&ds={saved.pk}",
            "bookmarks",
            detail=f"Danh sách {saved.get_reach_display().lower()}",
            is_exact=fit == Likeness.CLOSE,
        )
        for fit, saved in fitting[:limit]
    ]


def _entry(item: work.WorkItem, *, is_exact: bool) -> Entry:
    who = "Nhiều đơn vị" if item.is_collective else item.lead_unit.short_name
    due = f", hạn {timezone.localtime(item.due_at):%d/%m/%Y}" if item.due_at else ""
    return Entry(
        item.title,
        reverse("tasks:task", args=[item.pk]),
        "list-check",
        detail=f"{who}{due}. {item.get_state_display()}.",
        number=item.number,
        is_exact=is_exact,
    )


def _may_issue(user: org.User) -> bool:
    return org.powers_of(user, on=timezone.localdate()).may_somewhere(org.Permission.ISSUE_TASK)


add_source(Source("tasks", "Nhiệm vụ", 10, tasks_found, list_address="tasks:task-list"))
add_source(Source("lists", "Danh sách đã lưu", 50, lists_found))
add_commands(
    Command(
        "Giao nhiệm vụ",
        "send",
        "tasks:task-creation",
        also=("tạo việc mới",),
        may=_may_issue,
        rank=10,
    ),
    Command(
        "Nhập nhiệm vụ từ Excel", "file-spreadsheet", "tasks:task-import", may=_may_issue, rank=40
    ),
    Command("Việc định kỳ", "repeat", "tasks:duty-list", is_act=False),
    Command("Danh sách đã lưu", "bookmarks", "tasks:saved-lists", is_act=False),
)
