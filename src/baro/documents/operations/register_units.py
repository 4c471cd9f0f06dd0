"""Which units keep registers and give numbers."""

from baro.kernel.errors import DomainError
from baro.org import api as org


class UnitKeepsNoRegister(DomainError):
    pass


def refuse_unit_without_register(unit: org.Unit) -> None:
    if unit.is_closed or unit.branch == org.Unit.Branch.TERRITORY:
        raise UnitKeepsNoRegister(
            f"{unit} không có sổ văn bản. Ông/bà chọn cơ quan đang hoạt động giữ sổ này.",
            field="owner_unit",
        )
