"""A page of rows: as the work list shows them, or as a table with chosen columns."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator

from baro.org import api as org
from baro.tasks.lists.columns import COLUMNS, Column, columns_of, row_of, with_columns
from baro.tasks.lists.rows import listed
from baro.work import api as work

ROWS = 50


def page_of_rows(
    query: work.ListQuery, user: org.User, at: datetime, page: str | None
) -> Mapping[str, Any]:
    items = work.for_rows(listed(user, query, at=at))
    found = Paginator(work.ordered(items, query.one("sapxep")), ROWS).get_page(page)
    rows = [work.inbox_row(user, item, at=at) for item in found.object_list]
    return {"page": found, "rows": rows, "page_params": dict(query.pairs)}


def page_of_table(
    query: work.ListQuery, user: org.User, at: datetime, page: str | None
) -> Mapping[str, Any]:
    columns = columns_of(query)
    items = with_columns(listed(user, query, at=at), columns)
    found = Paginator(work.ordered(items, query.one("sapxep")), ROWS).get_page(page)
    chosen = {column.code for column in columns}
    return {
        "page": found,
        "rows": [row_of(item, at=at) for item in found.object_list],
        "page_params": dict(query.pairs),
        "columns": columns,
        "heads": [_head(query, column) for column in columns],
        "column_choices": [(c.code, c.title, c.code in chosen) for c in COLUMNS.values()],
    }


def _head(query: work.ListQuery, column: Column) -> dict[str, str]:
    """The head of a column; pressed again it turns the order round."""
    head = {"text": column.title, "class": column.css}
    if not column.sort:
        return head
    now = query.one("sapxep")
    if now in {column.sort, f"-{column.sort}"}:
        head["sort"] = "descending" if now.startswith("-") else "ascending"
    turned = f"-{column.sort}" if now == column.sort else column.sort
    return {**head, "href": query.href(sapxep=turned)}
