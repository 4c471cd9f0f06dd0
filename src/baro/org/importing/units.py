"""What a list of units would do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from baro.kernel.sheets.api import Cells, Plan, RowPlan, SheetRow, Verdict
from baro.kernel.ui.filters import day
from baro.org import policies
from baro.org.importing.columns import COLUMNS
from baro.org.models import ListImport, Unit, UnitVersion, User
from baro.org.models.units import UNIT_CODE

_COLUMNS = COLUMNS[ListImport.Kind.UNITS]
KINDS: Mapping[str, str] = {label: value for value, label in Unit.Kind.choices}
BRANCHES: Mapping[str, str] = {label: value for value, label in Unit.Branch.choices}


@dataclass(frozen=True)
class UnitLine:
    """`known` is the unit that bears the code already; `path` is where the unit will stand."""

    code: str
    name: str
    short_name: str
    kind: str
    branch: str
    parent: str
    path: str
    on: date
    legal_basis: str
    known: Unit | None
    old_name: str


@dataclass
class _City:
    """What stands already, and what the rows above have added."""

    units: dict[str, Unit]
    since: dict[int, date]
    paths: dict[str, str]
    opened: dict[str, date]
    seen: dict[str, int] = field(default_factory=dict)


def plan_units(rows: Sequence[SheetRow], *, by: User, on: date) -> Plan[UnitLine]:
    """A new code is a new unit; a known code with another name is a renaming from its day on.

    Kind, branch and place of a known unit are no matter for a list: that takes a decision of its
    own, so a difference is told as an error. A parent stands above its children in the file.
    """
    units = {unit.code: unit for unit in Unit.objects.select_related("parent")}
    current = UnitVersion.objects.filter(valid_to__isnull=True)
    city = _City(
        units=units,
        since=dict(current.values_list("unit_id", "valid_from")),
        paths={unit.code: unit.path for unit in units.values() if not unit.is_closed},
        opened={code: unit.opened_on or date.min for code, unit in units.items()},
    )
    return Plan([_row(Cells(row, _COLUMNS), city, by=by, on=on) for row in rows])


def _row(cells: Cells, city: _City, *, by: User, on: date) -> RowPlan[UnitLine]:
    line = _line(cells, city)
    number, title = cells.row.number, line.name or line.code
    _check(cells, line, city, by=by, on=on)
    if cells.errors:
        return RowPlan(number, title, Verdict.WRONG, errors=tuple(cells.errors))
    city.paths.setdefault(line.code, line.path)
    city.opened.setdefault(line.code, line.on)
    if line.known is None:
        return RowPlan(number, title, Verdict.CREATED, line=line)
    if _is_same(line.known, line):
        return RowPlan(number, title, Verdict.UNCHANGED, line=line)
    detail = f"{line.old_name} → {line.name} từ ngày {day(line.on)}"
    return RowPlan(number, title, Verdict.CHANGED, detail, line)


def _check(cells: Cells, line: UnitLine, city: _City, *, by: User, on: date) -> None:
    """Nonsense in one cell makes further questions pointless, so they wait for the next try."""
    if line.code in city.seen and line.code:
        cells.refuse("code", f"Mã {line.code} đã có ở dòng {city.seen[line.code]}.")
    city.seen.setdefault(line.code, cells.row.number)
    if cells.errors:
        return
    _check_day(cells, line, city, on=on)
    _check_place(cells, line, city, by=by, on=on)
    if line.known and not cells.errors:
        _check_known(cells, line.known, line, since=city.since.get(line.known.pk, date.min))


def _line(cells: Cells, city: _City) -> UnitLine:
    code, parent = cells.code("code"), cells.code("parent")
    name = cells.text("name", most=200)
    if code and not UNIT_CODE.fullmatch(code):
        cells.refuse("code", "Mã chỉ gồm chữ hoa không dấu, chữ số, dấu chấm và gạch nối.")
    return UnitLine(
        code=code,
        name=name,
        short_name=cells.text("short_name", most=120) or name[:120],
        kind=cells.choice("kind", KINDS),
        branch=cells.choice("branch", BRANCHES),
        parent=parent,
        path=f"{city.paths.get(parent, '')}{code}/",
        on=cells.day("on") or date.min,
        legal_basis=cells.text("legal_basis", most=300),
        known=city.units.get(code),
        old_name=city.units[code].name if code in city.units else "",
    )


def _check_day(cells: Cells, line: UnitLine, city: _City, *, on: date) -> None:
    if line.on > on:
        cells.refuse("on", f"Ngày {day(line.on)} chưa đến.")
    above = city.opened.get(line.parent, date.min)
    if line.known is None and line.on < above:
        cells.refuse("on", f"Đơn vị cấp trên mới có từ ngày {day(above)}.")


def _check_place(cells: Cells, line: UnitLine, city: _City, *, by: User, on: date) -> None:
    above = city.paths.get(line.parent)
    if above is None:
        cells.refuse(
            "parent",
            f"Không có đơn vị đang hoạt động mang mã {line.parent} "
            "(đơn vị cấp trên phải đứng ở dòng trước).",
        )
    elif not policies.can_manage_org(by, Unit(path=above), on=on):
        cells.refuse("parent", "Đơn vị này không thuộc phạm vi ông/bà phụ trách.")


def _check_known(cells: Cells, known: Unit, line: UnitLine, *, since: date) -> None:
    if known.closed_on:
        cells.refuse("code", f"{known} đã kết thúc hoạt động từ ngày {day(known.closed_on)}.")
    if known.parent is None or known.parent.code != line.parent:
        cells.refuse("parent", f"{known} đang trực thuộc {known.parent or 'không đơn vị nào'}.")
    if (known.kind, known.branch) != (line.kind, line.branch):
        kind, branch = known.get_kind_display(), known.get_branch_display()
        cells.refuse("kind", f"{known} đang là loại {kind}, thuộc khối {branch}.")
    if line.on <= since and not _is_same(known, line):
        cells.refuse("on", f"Tên mới phải từ sau ngày {day(since)}.")


def _is_same(known: Unit, line: UnitLine) -> bool:
    return (known.name, known.short_name) == (line.name, line.short_name)
