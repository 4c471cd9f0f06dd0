"""Excel out: the empty template, and the list as it stands in the same columns."""

import io
from collections.abc import Iterable, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from baro.kernel.sheets.api import Column
from baro.kernel.ui.filters import day
from baro.org.importing.columns import COLUMNS
from baro.org.importing.units import BRANCHES, KINDS
from baro.org.models import Appointment, ListImport, Person, UnitVersion


def template_of(kind: ListImport.Kind) -> bytes:
    """Headings on the first sheet; what each column holds on the second."""
    return _workbook(kind, [])


def list_as_it_stands(kind: ListImport.Kind, *, on: date) -> bytes:
    """What could be brought in again and would change nothing."""
    lines = {
        ListImport.Kind.UNITS: _units,
        ListImport.Kind.PEOPLE: _people,
        ListImport.Kind.APPOINTMENTS: _appointments,
    }
    return _workbook(kind, lines[kind](on))


def _units(on: date) -> Iterable[Sequence[str]]:
    standing = UnitVersion.objects.standing(on=on).filter(parent__isnull=False)
    for each in standing.select_related("unit", "parent").order_by("unit__path"):
        kind, branch = each.unit.get_kind_display(), each.unit.get_branch_display()
        names = (each.code, each.name, each.short_name, kind, branch)
        parent = each.parent.code if each.parent else ""
        yield *names, parent, day(each.valid_from), each.legal_basis


def _people(on: date) -> Iterable[Sequence[str]]:
    return Person.objects.order_by("sort_key").values_list("code", "full_name")


def _appointments(on: date) -> Iterable[Sequence[str]]:
    held = Appointment.objects.exclude(valid_to__lte=on).select_related("person", "post__unit")
    for each in held.order_by("post__unit__path", "post__rank", "pk"):
        yield (
            each.person.code,
            each.post.unit.code,
            each.post.code,
            each.get_nature_display(),
            day(each.valid_from),
            day(each.valid_to) if each.valid_to else "",
            each.order_number,
        )


def _workbook(kind: ListImport.Kind, lines: Iterable[Sequence[str]]) -> bytes:
    columns = COLUMNS[kind]
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101 - a new workbook has one
    sheet.title = str(kind.label)
    _write(sheet, [column.title for column in columns])
    for line in lines:
        _write(sheet, line)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for place, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = max(14, len(column.title) + 4)
    sheet.freeze_panes = "A2"
    _explain(book.create_sheet("Hướng dẫn"), columns)
    if kind == ListImport.Kind.UNITS:
        choices = book.create_sheet("Danh mục")
        for names in (["Loại", *KINDS], ["Khối", *BRANCHES]):
            _write(choices, names)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _explain(sheet: Worksheet, columns: Sequence[Column]) -> None:
    _write(sheet, ["Cột", "Bắt buộc", "Cách ghi"])
    for column in columns:
        _write(sheet, [column.title, "Có" if column.required else "Không", column.help])


def _write(sheet: Worksheet, texts: Iterable[str]) -> None:
    """Always as text: what begins with = + - @ must not become a formula in somebody's Excel."""
    row = sheet.max_row + 1 if sheet.max_row > 1 or sheet["A1"].value is not None else 1
    for place, text in enumerate(texts, start=1):
        cell = sheet.cell(row=row, column=place)
        cell.value = text
        cell.data_type = "s"
        cell.number_format = "@"
        cell.quotePrefix = True
        cell.alignment = Alignment(vertical="top")
