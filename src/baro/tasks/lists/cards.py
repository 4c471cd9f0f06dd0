"""The list as a board: each column is the same question narrowed to one state or cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F
from django.urls import reverse

from baro.org import api as org
from baro.tasks.lists.columns import row_of
from baro.tasks.lists.rows import listed
from baro.work import api as work

MOST_CARDS = 20
# The state to which an act leads, and whether it can be done without a word.
_LEADS_TO: Mapping[str, tuple[str, bool]] = {
    "receipt": (work.State.RECEIVED, True),
    "answer": (work.State.RECEIVED, False),
    "delivery": (work.State.DELIVERED, False),
    "acceptance": (work.State.DONE, False),
    "return": (work.State.RETURNED, False),
    "query": (work.State.UNCLEAR, False),
    "withdrawal": (work.State.WITHDRAWN, False),
    "replacement": (work.State.REPLACED, False),
}
_ALWAYS = (work.State.ISSUED, work.State.RECEIVED, work.State.DELIVERED, work.State.DONE)


@dataclass(frozen=True)
class Card:
    """One item on a board; `moves` says for each other column how it gets there."""

    row: work.InboxRow
    standing: str
    moves: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class CardColumn:
    value: str
    label: str
    count: int
    href: str
    cards: tuple[Card, ...]


def cards_of(
    query: work.ListQuery, user: org.User, at: datetime, page: str | None
) -> Mapping[str, Any]:
    """Columns with their counts and first cards, in three statements whatever the size."""
    across = query.one("nhom") if query.one("nhom") in work.ACROSS else "trangthai"
    field, choices = work.ACROSS[across]
    items = listed(user, query, at=at)
    counts = work.counts_across(items, across, at=at)
    first = work.first_of_each(items, F(field), most=MOST_CARDS, at=at)
    keys = list(first.values_list("pk", flat=True))
    shown = work.for_rows(work.WorkItem.objects.filter(pk__in=keys))
    cards: dict[str, list[Card]] = {}
    for item in shown:
        row = work.inbox_row(user, item, at=at)
        place = item.state if across == "trangthai" else row.cell
        moves = _moves(row) if across == "trangthai" else {}
        cards.setdefault(place, []).append(Card(row, row_of(item, at=at).standing, moves))
    return {
        "columns": [
            CardColumn(
                value,
                label,
                counts.get(value, 0),
                query.but("xem", "nhom").href(**{across: value}),
                tuple(cards.get(value, ())),
            )
            for value, label in choices
            if counts.get(value) or across == "o" or value in _ALWAYS
        ],
        "across": across,
        "here": reverse("tasks:task-list") + query.href(),
        "groupings": [
            {
                "text": text,
                "href": query.href(nhom="" if code == "trangthai" else code),
                "current": code == across,
            }
            for code, text in (("trangthai", "Theo trạng thái"), ("o", "Theo tình trạng hạn"))
        ],
    }


def _moves(row: work.InboxRow) -> dict[str, dict[str, str]]:
    """By state: the address to post to, or the form to open where something has to be said."""
    moves: dict[str, dict[str, str]] = {}
    page = reverse("tasks:task", args=[row.item.pk])
    for action in row.actions:
        noun = action.code.partition("-")[2]
        if noun not in _LEADS_TO:
            continue
        state, is_wordless = _LEADS_TO[noun]
        address = reverse(action.url_name, args=[row.item.pk]) if is_wordless else ""
        moves.setdefault(
            state,
            {"label": action.label, "post": address}
            if is_wordless
            else {"label": action.label, "open": f"{page}#{action.code}"},
        )
    return moves
