"""What a list of people would do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from baro.kernel.sheets.api import Cells, Plan, RowPlan, SheetRow, Verdict
from baro.org import policies
from baro.org.importing.columns import COLUMNS
from baro.org.models import ListImport, Person, User

_COLUMNS = COLUMNS[ListImport.Kind.PEOPLE]


@dataclass(frozen=True)
class PersonLine:
    code: str
    full_name: str
    known: Person | None


def plan_people(rows: Sequence[SheetRow], *, by: User, on: date) -> Plan[PersonLine]:
    """Codes are compared with the list; a known code with another name is a correction.

    Whose name it is must be somebody that the bringer answers for, or nobody's yet.
    """
    lines = [Cells(row, _COLUMNS) for row in rows]
    wanted = [str(row.cells.get("code", "")) for row in rows]
    found = Person.objects.filter(code__in=wanted).prefetch_related("appointments__post__unit")
    known = {person.code: person for person in found}
    seen: dict[str, int] = {}
    return Plan([_row(cells, known, seen, by=by, on=on) for cells in lines])


def _row(
    cells: Cells, known: dict[str, Person], seen: dict[str, int], *, by: User, on: date
) -> RowPlan[PersonLine]:
    code, full_name = cells.text("code", most=40), cells.text("full_name", most=120)
    number, person = cells.row.number, known.get(code)
    if code in seen and code:
        cells.refuse("code", f"Mã {code} đã có ở dòng {seen[code]}.")
    seen.setdefault(code, number)
    if person and full_name != person.full_name and not _may_correct(by, person, on=on):
        cells.refuse("full_name", f"Người mang mã {code} không thuộc phạm vi ông/bà phụ trách.")
    if cells.errors:
        return RowPlan(number, full_name or code, Verdict.WRONG, errors=tuple(cells.errors))
    line = PersonLine(code, full_name, person)
    if person is None:
        return RowPlan(number, full_name, Verdict.CREATED, line=line)
    if person.full_name == full_name:
        return RowPlan(number, full_name, Verdict.UNCHANGED, line=line)
    detail = f"Họ tên: {person.full_name} → {full_name}"
    return RowPlan(number, full_name, Verdict.CHANGED, detail, line)


def _may_correct(by: User, person: Person, *, on: date) -> bool:
    held = [each for each in person.appointments.all() if each.is_live(on=on)]
    return not held or any(policies.can_manage_org(by, each.post.unit, on=on) for each in held)
