"""What can be done to many rows at once, as the bar under a list offers it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.urls import reverse

from baro.kernel.ui.addresses import address_or_none
from baro.org import api as org
from baro.work import api as work


@dataclass(frozen=True)
class BulkAct:
    """A button of the bar; the form around the list is posted to `href`.

    Of what is done with a list as a whole, a link: `making` is said while its file is made.
    """

    label: str
    icon: str
    href: str
    making: str = ""


_ISSUE = org.Permission.ISSUE_TASK


@dataclass(frozen=True)
class ManyAct:
    """An act of our own on many tasks; `deed` goes on after "để", `done` before a number."""

    label: str
    icon: str
    deed: str
    done: str
    permission: org.Permission


MANY: Mapping[str, ManyAct] = {
    "doi-han": ManyAct("Đổi hạn", "calendar-due", "đổi hạn", "Đã đổi hạn", _ISSUE),
    "phan-cong": ManyAct(
        "Phân công", "user-share", "phân công", "Đã phân công", org.Permission.ASSIGN_TASK
    ),
    "theo-doi": ManyAct(
        "Thêm đơn vị theo dõi",
        "eye-plus",
        "thêm đơn vị theo dõi",
        "Đã thêm đơn vị theo dõi cho",
        _ISSUE,
    ),
    "thu-hoi": ManyAct("Thu hồi", "arrow-back-up", "thu hồi", "Đã thu hồi", _ISSUE),
}
# What rooms above do with chosen rows: name of their address, label, icon. They are posted `viec`
# (keys of items, several), or `tat-ca` for all rows of the list, and `loc` (its query string);
# `chosen_items` reads that.
ABOVE = (("followup:pressing", "Đôn đốc", "speakerphone"),)


def bulk_acts(user: org.User, *, on: date) -> list[BulkAct]:
    """The acts that this user may do somewhere; on each row it is asked where it is done."""
    powers = org.powers_of(user, on=on)
    above, own = _offered()
    may_own = [act for permission, act in own if powers.may_somewhere(permission)]
    return [*above, *may_own] if powers.may_somewhere(_ISSUE) else may_own


@cache
def _offered() -> tuple[list[BulkAct], list[tuple[org.Permission, BulkAct]]]:
    """What rooms above do, as far as they are built in, and our own acts with what they need."""
    addresses = {name: address_or_none(name) for name, _, _ in ABOVE}
    above = [BulkAct(label, icon, href) for name, label, icon in ABOVE if (href := addresses[name])]
    own = [
        (act.permission, BulkAct(act.label, act.icon, reverse("tasks:task-bulk", args=[code])))
        for code, act in MANY.items()
    ]
    return above, own


def why_not(code: str, user: org.User, item: work.WorkItem, *, on: date) -> str:
    """What stands in the way of the act on this item, as far as it shows; empty if nothing does.

    The word that counts is that of the operation; this is for looking before.
    """
    move, may = _ASKED[code]
    if not item.is_open:
        return f"đã khép lại ({item.get_state_display().lower()})"
    if code == "doi-han" and item.is_undated:
        return "không đặt hạn"
    if move and not work.is_allowed(move, item.state, is_collective=item.is_collective):
        state = "việc tập hợp" if item.is_collective else item.get_state_display().lower()
        return f"không {MANY[code].deed} được khi {state}"
    if not may(user, item, on=on):
        side = item.holder_unit if code == "phan-cong" else item.issuer_unit
        return f"thuộc quyền của {side.short_name}"
    return ""


_ASKED = {
    "doi-han": (None, work.can_decide_extension),
    "phan-cong": (work.Move.ASSIGN, work.can_assign_item),
    "theo-doi": (work.Move.WATCH, work.can_add_watcher),
    "thu-hoi": (work.Move.WITHDRAW, work.can_withdraw_item),
}
