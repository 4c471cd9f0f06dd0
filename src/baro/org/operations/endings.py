"""Units end: one closes, or several hand over to others in a merger or a split."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.ui.filters import day
from baro.org import policies
from baro.org.models import Appointment, Unit, UnitSuccession, UnitVersion, User
from baro.org.operations.units import DayBeforeLastChange, UnitClosed, refuse_unready

_MANAGERS = "Chỉ người làm công tác tổ chức phụ trách các đơn vị này mới ghi nhận được."


class UnitStillHasUnits(DomainError):
    pass


class SuccessionIncomplete(DomainError):
    pass


class AppointmentsBeginLater(DomainError):
    pass


@transaction.atomic
def close_unit(*, unit: Unit, on: date, legal_basis: str, by: User | None, at: datetime) -> Unit:
    """End one unit that has nothing below it; who still holds a post in it leaves it then."""
    unit = Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    require(policies.can_manage_org(by, unit, on=timezone.localdate(at)), _MANAGERS)
    refuse_unready(on=on, legal_basis=legal_basis, at=at)
    below = unit.children.living().first()
    if below:
        raise UnitStillHasUnits(f"Còn đơn vị trực thuộc đang hoạt động ({below}).")

    _close([unit], on=on, legal_basis=legal_basis, by=by, at=at)
    return unit


@transaction.atomic
def succeed_units(
    *,
    predecessors: Sequence[Unit],
    successors: Sequence[Unit],
    on: date,
    legal_basis: str,
    by: User | None,
    at: datetime,
) -> list[UnitSuccession]:
    """Hand over from some units to others: several to one is a merger, one to several a split.

    The predecessors end that day with everything below them; the successors exist already.
    """
    keys = {unit.pk for unit in (*predecessors, *successors)}
    rows = Unit.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk")
    locked = {unit.pk: unit for unit in rows}
    today = timezone.localdate(at)
    require(all(policies.can_manage_org(by, unit, on=today) for unit in locked.values()), _MANAGERS)
    refuse_unready(on=on, legal_basis=legal_basis, at=at)
    leaving = [locked[unit.pk] for unit in predecessors]
    taking = [locked[unit.pk] for unit in successors]
    _refuse_impossible(leaving, taking, on=on)

    successions = UnitSuccession.objects.bulk_create(
        UnitSuccession(predecessor=old, successor=new, on=on, legal_basis=legal_basis.strip())
        for old in leaving
        for new in taking
    )
    paths = [unit.path for unit in leaving]
    ending = Unit.objects.select_for_update(no_key=True).living().within(paths).order_by("pk")
    _close(list(ending), on=on, legal_basis=legal_basis, by=by, at=at)
    heirs = ", ".join(str(unit) for unit in taking)
    facts = {"on": on.isoformat(), "successors": heirs, "legal_basis": legal_basis}
    audit.record_many("org.unit_succeeded", [(unit, facts) for unit in leaving], by=by, at=at)
    return successions


def _refuse_impossible(leaving: list[Unit], taking: list[Unit], *, on: date) -> None:
    if not leaving or not taking or {unit.pk for unit in leaving} & {unit.pk for unit in taking}:
        raise SuccessionIncomplete(
            "Cần ít nhất một đơn vị cũ và một đơn vị kế tục, và hai bên không được trùng nhau."
        )
    for unit in taking:
        if unit.closed_on or (unit.opened_on and unit.opened_on > on):
            raise UnitClosed(f"Đơn vị kế tục {unit} không hoạt động vào ngày {day(on)}.")
        if any(unit.path.startswith(old.path) for old in leaving):
            raise SuccessionIncomplete(f"{unit} nằm trong chính đơn vị sẽ kết thúc.")


def _close(units: list[Unit], *, on: date, legal_basis: str, by: User | None, at: datetime) -> None:
    """All of them at once: versions, appointments and units end on the same day."""
    for unit in units:
        if unit.closed_on:
            raise UnitClosed(f"{unit} đã kết thúc hoạt động từ ngày {day(unit.closed_on)}.")
    standing = UnitVersion.objects.filter(unit__in=units, valid_to__isnull=True)
    late = standing.filter(valid_from__gte=on).first()
    if late:
        raise DayBeforeLastChange(
            f"{late.name} còn thay đổi ngày {day(late.valid_from)}; hãy chọn ngày sau đó.",
            field="on",
        )

    standing.update(valid_to=on)
    for unit in units:
        unit.closed_on = on
    Unit.objects.bulk_update(units, ["closed_on"])
    _end_appointments(units, on=on, legal_basis=legal_basis, by=by, at=at)
    facts = {"on": on.isoformat(), "legal_basis": legal_basis}
    audit.record_many("org.unit_closed", [(unit, facts) for unit in units], by=by, at=at)


def _end_appointments(
    units: list[Unit], *, on: date, legal_basis: str, by: User | None, at: datetime
) -> None:
    held = Appointment.objects.select_for_update(of=["self"]).filter(post__unit__in=units)
    reaching = held.exclude(valid_to__lte=on).select_related("person", "post__unit")
    appointments = list(reaching.order_by("pk"))
    later = next((held for held in appointments if held.valid_from > on), None)
    if later:
        raise AppointmentsBeginLater(
            f"{later.person} đã được bổ nhiệm vào {later.post} từ ngày {day(later.valid_from)}; "
            "hãy hủy bổ nhiệm đó trước."
        )
    for appointment in appointments:
        appointment.valid_to = on
    Appointment.objects.bulk_update(appointments, ["valid_to"])
    facts = {"on": on.isoformat(), "order": legal_basis}
    ended = [(held, {**facts, "post": str(held.post)}) for held in appointments]
    audit.record_many("org.appointment_ended", ended, by=by, at=at)
