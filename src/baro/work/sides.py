"""On which side of an item somebody stands on a day, and what they may do there.

Two sides meet in an item. The issuer's side acts for the unit that gave it, the lead side for the
unit that owes it. Whoever may act for both (a chairman, for work between two of his divisions)
stands on the issuer's side: nobody accepts what he handed in as somebody else's superior.
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from baro.org import api as org
from baro.org.api import Permission

Rights = frozenset[Permission]
_NONE: Rights = frozenset()


class Located(Protocol):
    @property
    def path(self) -> str: ...


class Sided(Protocol):
    """What of an item decides who stands on which side of it."""

    @property
    def issuer_unit(self) -> Located: ...
    @property
    def lead_unit(self) -> Located: ...
    @property
    def assigned_unit(self) -> Located | None: ...
    @property
    def assignee_id(self) -> int | None: ...


@dataclass(frozen=True)
class Sides:
    """What one user may do to one item: by each side, and as the one who does it.

    `holder` is the division to which the lead unit passed the item.
    """

    is_assignee: bool
    issuer: Rights
    lead: Rights
    holder: Rights


class Viewpoint:
    """One user on one day; what they may do at a unit is worked out once for each unit."""

    def __init__(self, user: org.User, *, on: date) -> None:
        self.user, self.on = user, on
        self.powers = org.powers_of(user, on=on)
        self._people = org.acts_as(user, on=on)
        self._rights: dict[str, Rights] = {}

    def sides(self, item: Sided) -> Sides:
        issuer_path, lead_path = item.issuer_unit.path, item.lead_unit.path
        issuer, lead = self._at(issuer_path), self._at(lead_path)
        holder = self._at(item.assigned_unit.path) if item.assigned_unit else _NONE
        return Sides(
            item.assignee_id is not None and item.assignee_id in self._people,
            issuer,
            lead if issuer_path == lead_path else lead - issuer,
            holder - issuer,
        )

    def _at(self, path: str) -> Rights:
        known = self._rights.get(path)
        if known is None:
            known = self._rights[path] = frozenset(
                permission
                for permission, places in self.powers.paths.items()
                if any(map(path.startswith, places))
            )
        return known


def sides_of(user: org.User, item: Sided, *, on: date) -> Sides:
    """Asks no query of its own when the units of the item are loaded."""
    return Viewpoint(user, on=on).sides(item)


def may_receive(sides: Sides) -> bool:
    """The lead unit, or the person to whom a part was given at once."""
    return sides.is_assignee or Permission.RECEIVE_TASK in sides.lead


def may_send_back(sides: Sides) -> bool:
    return Permission.RECEIVE_TASK in sides.lead


def may_assign(sides: Sides) -> bool:
    return Permission.ASSIGN_TASK in sides.lead or Permission.ASSIGN_TASK in sides.holder


def may_deliver(sides: Sides) -> bool:
    done = Permission.DELIVER_PRODUCT
    return sides.is_assignee or done in sides.lead or done in sides.holder


def may_split(sides: Sides) -> bool:
    return sides.is_assignee or may_assign(sides)


def may_ask_extension(sides: Sides) -> bool:
    return Permission.DELIVER_PRODUCT in sides.lead


def may_issue(sides: Sides) -> bool:
    return Permission.ISSUE_TASK in sides.issuer


def may_accept(sides: Sides) -> bool:
    return Permission.ACCEPT_PRODUCT in sides.issuer


def may_decide_extension(sides: Sides) -> bool:
    return Permission.DECIDE_EXTENSION in sides.issuer
