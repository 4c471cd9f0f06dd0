"""From a stored file to its plan."""

from datetime import date

from baro.kernel.files.api import open_file
from baro.kernel.sheets.api import ListUnreadable, Plan, rows_of
from baro.org.importing.appointments import AppointmentLine, plan_appointments
from baro.org.importing.columns import COLUMNS
from baro.org.importing.people import PersonLine, plan_people
from baro.org.importing.units import UnitLine, plan_units
from baro.org.models import ListImport, User

AnyPlan = Plan[UnitLine] | Plan[PersonLine] | Plan[AppointmentLine]


def plan_of(brought: ListImport, *, by: User, on: date) -> AnyPlan:
    """What applying the list today would do; reading it again gives today's answer."""
    kind = ListImport.Kind(brought.kind)
    with open_file(brought.file) as file:
        rows = rows_of(file, brought.file.media_type, COLUMNS[kind])
    if not rows:
        raise ListUnreadable("Tệp chỉ có dòng tiêu đề, chưa có dòng nào để nhập.")
    if kind == ListImport.Kind.UNITS:
        return plan_units(rows, by=by, on=on)
    if kind == ListImport.Kind.PEOPLE:
        return plan_people(rows, by=by, on=on)
    return plan_appointments(rows, by=by, on=on)
