"""One unit opens or is renamed; each change makes a new version from a day on."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Concat, Substr
from django.utils import timezone

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.text import nfc, sort_key
from baro.kernel.ui.filters import day
from baro.org import policies
from baro.org.models import Unit, UnitVersion, User
from baro.org.models.units import UNIT_CODE, name_words, path_below

MANAGERS = "Chỉ người làm công tác tổ chức phụ trách đơn vị này mới thay đổi được đơn vị."


class UnitCodeInvalid(DomainError):
    pass


class UnitCodeTaken(DomainError):
    pass


class UnitNameMissing(DomainError):
    pass


class UnitClosed(DomainError):
    pass


class UnitUnchanged(DomainError):
    pass


class DayNotYetCome(DomainError):
    pass


class DayBeforeLastChange(DomainError):
    pass


class LegalBasisMissing(DomainError):
    pass


@transaction.atomic
def open_unit(
    *,
    code: str,
    name: str,
    short_name: str = "",
    kind: Unit.Kind,
    branch: Unit.Branch,
    parent: Unit,
    opened_on: date,
    legal_basis: str,
    by: User | None,
    at: datetime,
) -> Unit:
    """Set up a new unit below another one, from a day and by a legal paper."""
    parent = _locked(parent)
    require(policies.can_manage_org(by, parent, on=timezone.localdate(at)), MANAGERS)
    refuse_unready(on=opened_on, legal_basis=legal_basis, at=at)
    refuse_closed(parent)
    if parent.opened_on and opened_on < parent.opened_on:
        raise DayBeforeLastChange(
            f"{parent} mới có từ ngày {day(parent.opened_on)}; đơn vị mới không thể có sớm hơn.",
            field="opened_on",
        )
    code, name, short_name = _named(code, name, short_name)

    unit = Unit.objects.create(
        code=code,
        name=name,
        short_name=short_name,
        kind=kind,
        branch=branch,
        parent=parent,
        commune=parent.commune,
        path=path_below(parent, code),
        sort_key=sort_key(name),
        opened_on=opened_on,
    )
    if kind == Unit.Kind.COMMUNE:
        unit.commune = unit
        unit.save(update_fields=["commune"])
    add_version(unit, on=opened_on, legal_basis=legal_basis)
    facts = {"on": opened_on.isoformat(), "parent": str(parent), "legal_basis": legal_basis}
    audit.record("org.unit_opened", unit, by=by, at=at, facts=facts)
    return unit


@transaction.atomic
def rename_unit(
    *,
    unit: Unit,
    name: str,
    short_name: str = "",
    code: str = "",
    on: date,
    legal_basis: str,
    by: User | None,
    at: datetime,
) -> Unit:
    """Give the unit another name, or another code, from a day on; its history keeps the old one."""
    unit = _locked(unit)
    require(policies.can_manage_org(by, unit, on=timezone.localdate(at)), MANAGERS)
    refuse_unready(on=on, legal_basis=legal_basis, at=at)
    refuse_closed(unit)
    old_name, old_path = unit.name, unit.path
    new = _named(code or unit.code, name, short_name, keeping=unit)
    if new == (unit.code, unit.name, unit.short_name):
        raise UnitUnchanged(f"{unit} đã mang tên và mã này.", field="name")

    unit.code, unit.name, unit.short_name = new
    unit.sort_key = sort_key(unit.name)
    unit.path = path_below(unit.parent, unit.code)
    unit.save(update_fields=["code", "name", "short_name", "sort_key", "path"])
    repath(old_path, unit.path)
    end_version(unit, on=on)
    add_version(unit, on=on, legal_basis=legal_basis)
    facts = {"on": on.isoformat(), "old": old_name, "new": unit.name, "legal_basis": legal_basis}
    audit.record("org.unit_renamed", unit, by=by, at=at, facts=facts)
    return unit


def refuse_unready(*, on: date, legal_basis: str, at: datetime) -> None:
    """Changes are entered from their day on, and always by a paper."""
    if on > timezone.localdate(at):
        raise DayNotYetCome(
            f"Ngày có hiệu lực {day(on)} chưa đến; hãy ghi nhận thay đổi từ ngày đó trở đi.",
            field="on",
        )
    if not legal_basis.strip():
        raise LegalBasisMissing("Cần ghi số và ngày của văn bản quyết định.", field="legal_basis")


def _locked(unit: Unit) -> Unit:
    return Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)


def refuse_closed(unit: Unit) -> None:
    if unit.closed_on:
        raise UnitClosed(f"{unit} đã kết thúc hoạt động từ ngày {day(unit.closed_on)}.")


def _named(
    code: str, name: str, short_name: str, *, keeping: Unit | None = None
) -> tuple[str, str, str]:
    name = " ".join(nfc(name).split())
    if not name:
        raise UnitNameMissing("Cần ghi tên đầy đủ của đơn vị.", field="name")
    if not UNIT_CODE.fullmatch(code):
        raise UnitCodeInvalid(
            f"Mã đơn vị “{code}” chỉ được gồm chữ hoa không dấu, chữ số, dấu chấm và gạch nối.",
            field="code",
        )
    others = Unit.objects.filter(code=code)
    taken = others.exclude(pk=keeping.pk) if keeping else others
    if holder := taken.first():
        raise UnitCodeTaken(f"Mã {code} đang là mã của {holder}.", field="code")
    return code, name, " ".join(nfc(short_name).split()) or name


def repath(old: str, new: str) -> None:
    """Everything below follows when a stretch of the path changes."""
    if old != new:
        rest = Substr("path", len(old) + 1)
        Unit.objects.within([old]).update(path=Concat(Value(new), rest))


def end_version(unit: Unit, *, on: date) -> None:
    current = unit.versions.get(valid_to__isnull=True)
    if on <= current.valid_from:
        raise DayBeforeLastChange(
            f"Ngày có hiệu lực phải sau lần thay đổi gần nhất ({day(current.valid_from)}).",
            field="on",
        )
    current.valid_to = on
    current.save(update_fields=["valid_to"])


def add_version(unit: Unit, *, on: date, legal_basis: str) -> None:
    UnitVersion.objects.create(
        unit=unit,
        code=unit.code,
        name=unit.name,
        short_name=unit.short_name,
        branch=unit.branch,
        parent=unit.parent,
        valid_from=on,
        legal_basis=legal_basis.strip(),
        words=name_words(unit.name, unit.short_name, unit.code),
    )
