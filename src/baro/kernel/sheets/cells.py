"""One row's cells as typed values; what is wrong is collected, in plain words, by column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from baro.kernel.sheets.columns import Column
from baro.kernel.sheets.reading import Formula, SheetRow
from baro.kernel.text import fold

_FORMS = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y")


@dataclass(frozen=True)
class CellError:
    """What is wrong, in which column; an empty column means the row as a whole."""

    column: str
    text: str


@dataclass
class Cells:
    row: SheetRow
    columns: Sequence[Column]
    errors: list[CellError] = field(default_factory=list)

    def text(self, key: str, *, most: int) -> str:
        """The words of the cell; empty when there are none or they do not fit."""
        column = self._column(key)
        cell = self.row.cells.get(key, "")
        if isinstance(cell, Formula):
            return self._wrong(column, "Ô chứa công thức; hãy dán giá trị thay cho công thức.")
        if not cell and column.required:
            return self._wrong(column, "Ô này không được để trống.")
        if len(cell) > most:
            return self._wrong(column, f"Dài quá {most} ký tự.")
        return cell

    def code(self, key: str) -> str:
        """A code; spreadsheets eat the zeros before the number of a commune."""
        code = self.text(key, most=40)
        return code.zfill(5) if code.isascii() and code.isdigit() else code

    def day(self, key: str) -> date | None:
        text = self.text(key, most=20)
        if not text:
            return None
        for form in _FORMS:
            try:
                return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
        self._wrong(self._column(key), f"“{text}” không phải là một ngày (ngày/tháng/năm).")
        return None

    def choice(self, key: str, choices: Mapping[str, str]) -> str:
        """One of the labels or values, with or without accents."""
        text = self.text(key, most=100)
        by_name = {fold(name): value for name, value in choices.items()}
        if text and fold(text) not in by_name:
            allowed = ", ".join(choices)
            return self._wrong(self._column(key), f"“{text}” không có; hãy chọn: {allowed}.")
        return by_name.get(fold(text), "")

    def refuse(self, key: str, text: str) -> None:
        self._wrong(self._column(key), text)

    def _column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)

    def _wrong(self, column: Column, text: str) -> str:
        self.errors.append(CellError(column.title, text))
        return ""
