"""What a list of appointments would do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from baro.kernel.sheets.api import Cells, Plan, RowPlan, SheetRow, Verdict
from baro.kernel.ui.filters import day
from baro.org import policies
from baro.org.importing.columns import COLUMNS
from baro.org.importing.windows import Window, Windows
from baro.org.models import Appointment, ListImport, Person, Post, User

_COLUMNS = COLUMNS[ListImport.Kind.APPOINTMENTS]
NATURES: Mapping[str, str] = {label: value for value, label in Appointment.Nature.choices}


@dataclass(frozen=True)
class AppointmentLine:
    """`known` is the appointment of this person to this post that begins the same day."""

    person: Person
    post: Post
    nature: str
    valid_from: date
    valid_to: date | None
    order_number: str
    known: Appointment | None


@dataclass
class _Known:
    people: dict[str, Person]
    posts: dict[tuple[str, str], Post]
    windows: dict[tuple[int, int, date], Appointment]
    standing: Windows = field(default_factory=Windows)
    seen: dict[tuple[int, int, date], int] = field(default_factory=dict)


def plan_appointments(rows: Sequence[SheetRow], *, by: User, on: date) -> Plan[AppointmentLine]:
    """The same person, post and first day is the same appointment; the rest may be corrected.

    Rows are compared with what stands and with one another, as if all were written at once.
    """
    lines = [Cells(row, _COLUMNS) for row in rows]
    known = _known(lines)
    parsed = [(cells, _line(cells, known)) for cells in lines]
    replaced = {line.known.pk for _, line in parsed if line and line.known}
    for appointment in known.windows.values():
        if appointment.pk not in replaced:
            known.standing.add(_standing(appointment))
    return Plan([_row(cells, line, known, by=by, on=on) for cells, line in parsed])


def _known(lines: Iterable[Cells]) -> _Known:
    """Everything the rows speak of, in three queries."""
    wanted = [{key: str(value) for key, value in cells.row.cells.items()} for cells in lines]
    people = Person.objects.filter(code__in={each.get("person", "") for each in wanted})
    units = {_unit_code(each.get("unit", "")) for each in wanted}
    posts = Post.objects.filter(unit__code__in=units)
    posts = posts.select_related("unit", "scope", "oversees")
    by_code = {person.code: person for person in people}
    by_place = {(post.unit.code, post.code): post for post in posts}
    touching = Appointment.objects.filter(post__in=by_place.values()) | Appointment.objects.filter(
        person__in=by_code.values()
    )
    windows = {
        (each.person_id, each.post_id, each.valid_from): each
        for each in touching.select_related("person", "post__unit")
    }
    return _Known(by_code, by_place, windows)


def _unit_code(text: str) -> str:
    return text.zfill(5) if text.isascii() and text.isdigit() else text


def _line(cells: Cells, known: _Known) -> AppointmentLine | None:
    """The typed row, or nothing when a cell is wrong."""
    person_code, unit, post_code = (
        cells.text("person", most=40),
        cells.code("unit"),
        cells.text("post", most=30),
    )
    person, post = known.people.get(person_code), known.posts.get((unit, post_code))
    if person_code and person is None:
        cells.refuse("person", f"Chưa có người mang mã {person_code}.")
    if unit and post_code and post is None:
        cells.refuse("post", f"Đơn vị {unit} không có chức danh mang mã {post_code}.")
    nature = cells.choice("nature", NATURES) or Appointment.Nature.MAIN
    start, end = cells.day("valid_from"), cells.day("valid_to")
    order_number = cells.text("order_number", most=60)
    if start and end and end < start:
        cells.refuse("valid_to", f"Ngày kết thúc không thể trước ngày bắt đầu ({day(start)}).")
    if cells.errors or person is None or post is None or start is None:
        return None
    same = known.windows.get((person.pk, post.pk, start))
    return AppointmentLine(person, post, nature, start, end, order_number, same)


def _row(
    cells: Cells, line: AppointmentLine | None, known: _Known, *, by: User, on: date
) -> RowPlan[AppointmentLine]:
    number = cells.row.number
    if line is None:
        title = str(cells.row.cells.get("person", ""))
        return RowPlan(number, title, Verdict.WRONG, errors=tuple(cells.errors))
    _check_rights(cells, line, by=by, on=on)
    _check_twice(cells, line, known, number)
    _check_window(cells, line, known)
    title = f"{line.person}: {line.post}"
    if cells.errors:
        return RowPlan(number, title, Verdict.WRONG, errors=tuple(cells.errors))
    if line.known is None:
        return RowPlan(number, title, Verdict.CREATED, line=line)
    changes = _changes(line, line.known)
    verdict = Verdict.CHANGED if changes else Verdict.UNCHANGED
    return RowPlan(number, title, verdict, "; ".join(changes), line)


def _check_rights(cells: Cells, line: AppointmentLine, *, by: User, on: date) -> None:
    if not policies.can_manage_org(by, line.post.unit, on=on):
        cells.refuse("unit", f"{line.post.unit} không thuộc phạm vi ông/bà phụ trách.")
    elif not policies.can_give_post(by, line.post, on=on):
        cells.refuse("post", "Chức danh có quyền rộng hơn phạm vi ông/bà phụ trách.")
    if line.person.pk == by.person_id and (line.known is None or _changes(line, line.known)):
        cells.refuse("person", "Không ai tự bổ nhiệm cho chính mình.")
    closed = line.post.unit.closed_on
    if closed and closed < (line.valid_to or date.max):
        cells.refuse("unit", f"{line.post.unit} kết thúc hoạt động từ ngày {day(closed)}.")


def _check_twice(cells: Cells, line: AppointmentLine, known: _Known, number: int) -> None:
    key = (line.person.pk, line.post.pk, line.valid_from)
    if key in known.seen:
        cells.refuse("person", f"Bổ nhiệm này đã có ở dòng {known.seen[key]}.")
    known.seen.setdefault(key, number)


def _check_window(cells: Cells, line: AppointmentLine, known: _Known) -> None:
    window = Window(line.person, line.post, line.nature, line.valid_from, line.valid_to)
    if not cells.errors:
        for key, words in known.standing.objections(window):
            cells.refuse(key, words)
    if not cells.errors:
        known.standing.add(window)


def _standing(held: Appointment) -> Window:
    return Window(held.person, held.post, held.nature, held.valid_from, held.valid_to)


def _changes(line: AppointmentLine, known: Appointment) -> list[str]:
    """What a known appointment would say differently."""
    changes = []
    if known.nature != line.nature:
        label = Appointment.Nature(line.nature).label
        changes.append(f"Hình thức: {known.get_nature_display()} → {label}")
    if known.valid_to != line.valid_to:
        changes.append(f"Đến ngày: {day(known.valid_to)} → {day(line.valid_to)}")
    if known.order_number != line.order_number:
        changes.append(f"Số quyết định: {known.order_number} → {line.order_number}")
    return changes
