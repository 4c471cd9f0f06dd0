"""The list as a board: each column is the same question narrowed to one state or cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from baro.org import api as org
from baro.tasks.lists.columns import standing_of
from baro.tasks.lists.figures import UNKNOWN, Figures
from baro.tasks.lists.paging import MOST_COUNTED
from baro.tasks.lists.rows import listed, walk_of
from baro.tasks.lists.wanted import Wanted
from baro.work import api as work

MOST_CARDS = 20
# The state to which an act leads, and whether it can be done without a word.
_LEADS_TO: Mapping[str, tuple[str, bool]] = {
    "receipt": (work.State.RECEIVED, True),
    "answer": (work.State.RECEIVED, False),
    "delivery": (work.State.DELIVERED, False),
    "recall": (work.State.RECEIVED, False),
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
    """The first cards of one column; with `is_more` there are more than were counted."""

    value: str
    label: str
    count: int
    is_more: bool
    href: str
    cards: tuple[Card, ...]


def cards_of(
    query: work.ListQuery,
    user: org.User,
    at: datetime,
    wanted: Wanted | None,
    figures: Figures = UNKNOWN,
) -> Mapping[str, Any]:
    """Each column is a short list of its own: nothing looks at all that stands in it."""
    across = query.one("nhom") if query.one("nhom") in work.ACROSS else "trangthai"
    known = figures.by_cell if across == "o" else {}
    columns = [
        (column, label, keys, count)
        for column, label in _columns(query, across)
        for keys, count in [
            _first(query.with_(**{across: column}), user, at, known=known.get(column))
        ]
        if keys or across == "o" or column in _ALWAYS
    ]
    lines = work.lines_of([key for _, _, keys, _ in columns for key in keys])
    rows = {row.item.pk: row for row in work.rows_of(user, lines, at=at)}
    return {
        "columns": [
            CardColumn(
                column,
                label,
                count if column in known else min(count, MOST_COUNTED),
                count > MOST_COUNTED and column not in known,
                query.but("xem", "nhom").href(**{across: column}),
                tuple(_card(rows[key], across, at) for key in keys if key in rows),
            )
            for column, label, keys, count in columns
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


def _columns(query: work.ListQuery, across: str) -> list[tuple[str, str]]:
    """Those in which the list can have rows: what was taken back is there when asked for."""
    asked = query.conditions.get(across, ())
    _, choices = work.ACROSS[across]
    return [
        (value, label)
        for value, label in choices
        if (value in asked if asked else value not in work.TAKEN_BACK)
    ]


def _first(
    column: work.ListQuery, user: org.User, at: datetime, *, known: int | None
) -> tuple[tuple[int, ...], int]:
    """The keys of the first rows of a column, and how many there are as far as is counted.

    How many are `known` anyway is not counted again.
    """
    found = walk_of(user, column, at=at, order="").at(0, MOST_CARDS)
    if not found.next_place:
        return found.keys, len(found.keys)
    if known is not None:
        return found.keys, max(known, len(found.keys) + 1)
    return found.keys, listed(user, column, at=at).order_by()[: MOST_COUNTED + 1].count()


def _card(row: work.InboxRow, across: str, at: datetime) -> Card:
    moves = _moves(row) if across == "trangthai" else {}
    return Card(row, standing_of(row.item, row.cell, row.due.left if row.due else ""), moves)


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
