"""Groups that directing texts address together; a group is not a unit and owes nothing itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from baro.org.built_in import UnitRow
from baro.org.models import Unit
from baro.org.models.units import UnitQuerySet


@dataclass(frozen=True)
class Group:
    """Units of one kind, either the bodies of communes or those of the city."""

    code: str
    name: str
    kind: Unit.Kind
    in_communes: bool
    aliases: tuple[str, ...] = ()

    def units(self, *, on: date) -> UnitQuerySet:
        found = Unit.objects.existing(on=on).filter(kind=self.kind)
        return found.filter(commune__isnull=not self.in_communes)

    def built_in(self, rows: Iterable[UnitRow]) -> tuple[UnitRow, ...]:
        """The same question about the list in the files."""
        return tuple(
            row
            for row in rows
            if row.kind == self.kind and (row.commune is not None) == self.in_communes
        )


_COMMITTEES = Unit.Kind.PEOPLES_COMMITTEE
GROUPS: Mapping[str, Group] = {
    group.code: group
    for group in (
        Group(
            "G.UBND-XP",
            "UBND các xã, phường",
            _COMMITTEES,
            in_communes=True,
            aliases=("Ủy ban nhân dân các xã, phường", "UBND 126 xã, phường", "UBND cấp xã"),
        ),
        Group(
            "G.XP",
            "các xã, phường",
            _COMMITTEES,
            in_communes=True,
            aliases=("126 xã, phường", "các phường, xã"),
        ),
        Group(
            "G.DU-XP",
            "Đảng ủy các xã, phường",
            Unit.Kind.PARTY_COMMITTEE,
            in_communes=True,
            aliases=("Đảng uỷ các xã, phường", "đảng ủy xã, phường"),
        ),
        Group(
            "G.HDND-XP",
            "HĐND các xã, phường",
            Unit.Kind.COUNCIL,
            in_communes=True,
            aliases=("Hội đồng nhân dân các xã, phường",),
        ),
        Group(
            "G.MTTQ-XP",
            "Ủy ban MTTQ Việt Nam các xã, phường",
            Unit.Kind.FRONT,
            in_communes=True,
            aliases=("Mặt trận Tổ quốc các xã, phường", "MTTQ các xã, phường"),
        ),
        Group(
            "G.SBN",
            "các sở, ban, ngành",
            Unit.Kind.DEPARTMENT,
            in_communes=False,
            aliases=("các sở, ban, ngành thành phố", "các sở, ngành", "các sở, ngành thành phố"),
        ),
        Group(
            "G.BD",
            "các ban Đảng Thành ủy",
            Unit.Kind.PARTY_BODY,
            in_communes=False,
            aliases=("các ban xây dựng Đảng của Thành ủy", "các cơ quan tham mưu của Thành ủy"),
        ),
    )
}
