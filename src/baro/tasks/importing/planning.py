"""What a file of tasks would do, row by row."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from baro.documents import api as documents
from baro.kernel.files.api import open_file
from baro.kernel.sheets import api as sheets
from baro.kernel.text import fold
from baro.org import api as org
from baro.tasks.importing.columns import COLUMNS
from baro.tasks.models import ImportedTask, TaskImport
from baro.tasks.queries.addressees import addressees_of
from baro.tasks.queries.clarities import missing_clarities
from baro.tasks.specs import CooperatingPart, TaskSpec

MOST_ROWS = 1_000
_MOST_MINUTES = 60_000


@dataclass(frozen=True)
class TaskLine:
    """A row that can be given: its key and what is given."""

    key: str
    spec: TaskSpec


TaskPlan = sheets.Plan[TaskLine]


@dataclass(frozen=True)
class _Known:
    """Everything the rows speak of: units by name, papers by number, what was given before.

    `given_here` are the keys of the rows that were given from this very file.
    """

    codes: Mapping[str, str]
    unit_names: Mapping[str, str]
    papers: Mapping[str, Sequence[documents.Document]]
    given: Mapping[str, str]
    given_here: frozenset[str]
    is_applied: bool


def task_plan_of(brought: TaskImport, *, by: org.User, at: datetime) -> TaskPlan:
    """What giving the file now would do; reading it again gives the answer of that moment."""
    with open_file(brought.file) as file:
        rows = sheets.rows_of(file, brought.file.media_type, COLUMNS)
    if not rows:
        raise sheets.ListUnreadable("Tệp chỉ có dòng tiêu đề, chưa có nhiệm vụ nào.", field="file")
    if len(rows) > MOST_ROWS:
        raise sheets.ListTooLong(
            f"Mỗi tệp giao được nhiều nhất 1.000 nhiệm vụ, tệp này có {len(rows)}.", field="file"
        )
    lines = [sheets.Cells(row, COLUMNS) for row in rows]
    known = _known(lines, brought, by, at)
    specs = [_spec(cells, brought, known) for cells in lines]
    _tell_what_is_missing(lines, specs, at)
    seen: dict[str, int] = {}
    return sheets.Plan(
        [_row(cells, spec, known, seen) for cells, spec in zip(lines, specs, strict=True)]
    )


def _known(
    lines: Sequence[sheets.Cells], brought: TaskImport, by: org.User, at: datetime
) -> _Known:
    on = timezone.localtime(at).date()
    names = {name for cells in lines for key in _UNITS for name in _names(cells, key)}
    symbols = {str(cells.row.cells.get("symbol", "")) for cells in lines} - {""}
    papers: dict[str, list[documents.Document]] = {}
    seen = documents.Document.objects.visible_to(by).filter(symbol__in=symbols)
    for paper in seen.defer("text", "pages").select_related("owner_unit"):
        papers.setdefault(paper.symbol, []).append(paper)
    for symbol, found in papers.items():
        own = [paper for paper in found if paper.owner_unit_id == brought.issuer_unit_id]
        papers[symbol] = own or found
    given = ImportedTask.objects.filter(
        issuer_unit=brought.issuer_unit, key__in=[_key(cells) for cells in lines]
    )
    before = list(given.values_list("key", "task__item__number", "brought"))
    codes = org.codes_by_names(names, on=on)
    return _Known(
        codes=codes,
        unit_names=org.names_of_codes(codes.values()),
        papers=papers,
        given={key: number for key, number, _ in before},
        given_here=frozenset(key for key, _, file in before if file == brought.pk),
        is_applied=brought.is_applied,
    )


_UNITS = ("leads", "cooperating")


def _names(cells: sheets.Cells, key: str) -> list[str]:
    text = str(cells.row.cells.get(key, ""))
    return [name.strip() for name in text.split(";") if name.strip()]


def _key(cells: sheets.Cells) -> str:
    """The mark that the row bears, else what it says: the same words are the same row."""
    own = str(cells.row.cells.get("key", "")).strip()
    words = own or "\x1f".join(str(cells.row.cells.get(c.key, "")) for c in COLUMNS[1:])
    return hashlib.sha256(f"{bool(own)}{fold(words)}".encode()).hexdigest()


def _spec(cells: sheets.Cells, brought: TaskImport, known: _Known) -> TaskSpec:
    leads = _codes(cells, "leads", known)
    cells.text("key", most=60)
    return TaskSpec(
        title=cells.text("title", most=500),
        issuer_unit=brought.issuer_unit,
        lead_codes=leads,
        expected_product=cells.text("product", most=500),
        due_on=cells.day("due_on"),
        no_deadline_reason=cells.text("no_deadline", most=500),
        content=cells.text("content", most=10_000),
        cooperating=tuple(CooperatingPart(code) for code in _codes(cells, "cooperating", known)),
        inspector_post=brought.inspector_post,
        minutes_per_unit=_minutes(cells),
        source_document=_paper(cells, known),
        source_clause=cells.text("clause", most=40),
    )


def _codes(cells: sheets.Cells, key: str, known: _Known) -> tuple[str, ...]:
    cells.text(key, most=4_000)
    names = _names(cells, key)
    for name in names:
        if name not in known.codes:
            cells.refuse(key, f"Không có đơn vị nào tên là “{name}”.")
    return tuple(dict.fromkeys(known.codes[name] for name in names if name in known.codes))


def _minutes(cells: sheets.Cells) -> int | None:
    text = cells.text("minutes", most=10)
    if not text:
        return None
    if text.isascii() and text.isdigit() and int(text) <= _MOST_MINUTES:
        return int(text)
    cells.refuse("minutes", f"“{text}” không phải là số phút từ 0 đến 60.000.")
    return None


def _paper(cells: sheets.Cells, known: _Known) -> documents.Document | None:
    symbol = cells.text("symbol", most=60)
    found = known.papers.get(symbol, ())
    if symbol and not found:
        cells.refuse("symbol", f"Trong sổ ông/bà xem được không có văn bản số {symbol}.")
    if len(found) > 1:
        cells.refuse("symbol", f"Có {len(found)} văn bản số {symbol}; hãy giao từ trang văn bản.")
    return found[0] if len(found) == 1 else None


def _tell_what_is_missing(
    lines: Sequence[sheets.Cells], specs: Sequence[TaskSpec], at: datetime
) -> None:
    """The gate of three clarities, asked once for all rows; only of rows that could be read."""
    codes = {code for spec in specs for code in spec.lead_codes}
    codes |= {part.code for spec in specs for part in spec.cooperating}
    addressees = addressees_of(codes, on=timezone.localtime(at).date())
    for cells, spec in zip(lines, specs, strict=True):
        if not cells.errors:
            for lack in missing_clarities(spec, addressees, at=at):
                cells.errors.append(sheets.CellError("", f"{lack[:1].upper()}{lack[1:]}."))


def _row(
    cells: sheets.Cells, spec: TaskSpec, known: _Known, seen: dict[str, int]
) -> sheets.RowPlan[TaskLine]:
    number, key = cells.row.number, _key(cells)
    title = str(cells.row.cells.get("title", "")) or "Dòng chưa có tên việc"
    first = seen.setdefault(key, number)
    # Asked before what was given: only the first of like rows ever is, in this file or another.
    if first != number:
        cells.errors.append(sheets.CellError("", f"Trùng với dòng {first}."))
    elif key in known.given_here:
        detail = f"{known.given[key]}: {_told(spec, known)}"
        return sheets.RowPlan(number, title, sheets.Verdict.CREATED, detail)
    elif key in known.given:
        detail = f"Đã giao thành {known.given[key]}; muốn đổi, hãy sửa ở nhiệm vụ đó."
        return sheets.RowPlan(number, title, sheets.Verdict.UNCHANGED, detail)
    if known.is_applied and not cells.errors:
        cells.errors.append(sheets.CellError("", "Lúc giao dòng này còn lỗi; nay đã giao được."))
    if cells.errors:
        return sheets.RowPlan(number, title, sheets.Verdict.WRONG, errors=tuple(cells.errors))
    line = TaskLine(key, spec)
    return sheets.RowPlan(number, title, sheets.Verdict.CREATED, _told(spec, known), line)


def _told(spec: TaskSpec, known: _Known) -> str:
    leads = "; ".join(known.unit_names.get(code, code) for code in spec.lead_codes)
    until = f"hạn {spec.due_on:%d/%m/%Y}" if spec.due_on else "không đặt hạn"
    return f"{leads}; {until}; {spec.expected_product}"
