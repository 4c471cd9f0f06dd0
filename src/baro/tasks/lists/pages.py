"""A page of rows: as the work list shows them, or as a table with chosen columns."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from baro.org import api as org
from baro.tasks.lists.columns import COLUMNS, Column, columns_of, row_of, with_columns
from baro.tasks.lists.figures import Figures
from baro.tasks.lists.paging import page_of
from baro.tasks.lists.wanted import Wanted
from baro.work import api as work


def page_of_rows(
    query: work.ListQuery, user: org.User, at: datetime, wanted: Wanted, figures: Figures
) -> Mapping[str, Any]:
    page = page_of(query, user, at, wanted, figures.total)
    return {"page": page, "rows": work.rows_of(user, work.lines_of(page.keys), at=at)}


def page_of_table(
    query: work.ListQuery, user: org.User, at: datetime, wanted: Wanted, figures: Figures
) -> Mapping[str, Any]:
    columns = columns_of(query)
    page = page_of(query, user, at, wanted, figures.total)
    found = with_columns(work.WorkItem.objects.filter(pk__in=page.keys), columns)
    items = {item.pk: item for item in found}
    chosen = {column.code for column in columns}
    return {
        "page": page,
        "rows": [row_of(items[key], at=at) for key in page.keys if key in items],
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
