"""What every page's frame needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.utils.functional import SimpleLazyObject
from django.utils.html import format_html

from baro.kernel.policies import can_manage_system
from baro.kernel.ui.addresses import address_or_none
from baro.kernel.ui.keys import groups_of_keys


@dataclass(frozen=True)
class Entry:
    """One line of the navigation; `short` is its word under the icon on a phone."""

    label: str
    short: str
    icon: str
    address: str
    on_phone: bool = True


@dataclass(frozen=True)
class Link:
    label: str
    short: str
    icon: str
    href: str
    is_current: bool
    on_phone: bool


ENTRIES = (
    Entry("Việc của tôi", "Việc", "inbox", "work:inbox"),
    Entry("Nhiệm vụ", "Nhiệm vụ", "list-check", "tasks:task-list"),
    Entry("Văn bản", "Văn bản", "file-text", "documents:document-list"),
    Entry("Điều hành", "Điều hành", "chart-bar", "dashboards:city"),
    Entry("Ban chỉ đạo", "Kỳ họp", "users-group", "followup:committee-list", on_phone=False),
    Entry("Đơn vị", "Đơn vị", "sitemap", "org:unit-list"),
)
SYSTEM_ENTRIES = (
    Entry("Hệ thống", "Hệ thống", "settings", "kernel:health", on_phone=False),
    Entry("Giao diện API", "API", "api", "api-guide", on_phone=False),
)
ACCOUNT_ENTRIES = (
    Entry("Thông báo của tôi", "Thông báo", "bell-cog", "notices:choices"),
    Entry("Lịch công việc", "Lịch", "calendar-share", "work:calendar-feeds"),
    Entry("Người thay khi vắng", "Người thay", "user-share", "org:absence"),
    Entry("Bảo mật", "Bảo mật", "shield-lock", "mfa_index"),
    Entry("Đổi mật khẩu", "Mật khẩu", "key", "account_change_password"),
    Entry("Phiên đăng nhập", "Phiên", "devices", "usersessions_list"),
    Entry("Mã truy cập API", "Mã API", "code", "org:api-tokens"),
)


_IN_FORMS = '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'


def shell(request: HttpRequest) -> dict[str, Any]:
    user = getattr(request, "user", None)
    token = SimpleLazyObject(lambda: get_token(request))
    return {
        # Written differently for each page, and the same in all forms of one.
        "csrf_token": token,
        "csrf_input": SimpleLazyObject(lambda: format_html(_IN_FORMS, token)),
        "is_demo": settings.DEMO,
        "user": user,
        "htmx": getattr(request, "htmx", False),
        "nav": SimpleLazyObject(lambda: links(entries_for(user), path=request.path)),
        "key_groups": SimpleLazyObject(groups_of_keys),
        "account_nav": SimpleLazyObject(lambda: links(ACCOUNT_ENTRIES, path=request.path)),
    }


def entries_for(user: object) -> tuple[Entry, ...]:
    """The rooms of the house; the engine room only for whoever looks after it."""
    return ENTRIES + SYSTEM_ENTRIES if can_manage_system(user) else ENTRIES


def links(entries: Sequence[Entry], *, path: str) -> tuple[Link, ...]:
    """The entries whose address exists, the deepest one that leads here marked as current."""
    known = [(entry, href) for entry in entries if (href := address_or_none(entry.address))]
    here = max((href for _, href in known if _leads_to(path, href)), key=len, default=None)
    return tuple(
        Link(e.label, e.short, e.icon, href, href == here, e.on_phone) for e, href in known
    )


def _leads_to(path: str, href: str) -> bool:
    return path == href if href == "/" else path.startswith(href)
