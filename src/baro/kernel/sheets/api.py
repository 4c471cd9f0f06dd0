"""The door of the spreadsheets."""

from baro.kernel.sheets.cells import CellError, Cells
from baro.kernel.sheets.columns import Column
from baro.kernel.sheets.filling import Value
from baro.kernel.sheets.keeping import keep_list
from baro.kernel.sheets.plans import Line, Plan, RowPlan, Verdict
from baro.kernel.sheets.reading import (
    MOST_ROWS,
    ColumnsMissing,
    Formula,
    ListTooLong,
    ListUnreadable,
    SheetRow,
    rows_of,
)
from baro.kernel.sheets.writing import Sheet, write_workbook

__all__ = [
    "MOST_ROWS",
    "CellError",
    "Cells",
    "Column",
    "ColumnsMissing",
    "Formula",
    "Line",
    "ListTooLong",
    "ListUnreadable",
    "Plan",
    "RowPlan",
    "Sheet",
    "SheetRow",
    "Value",
    "Verdict",
    "keep_list",
    "rows_of",
    "write_workbook",
]
