"""Groups that directing texts address together; a group is not a unit and owes nothing itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from baro.org.built_in import UnitRow
from baro.org.models import Unit
from baro.org.models.units import UnitQuerySet


@dataclass(frozen=True)
class Group:
    """Units of one kind, either the bodies of communes or those of the city.

    `place` keeps to those of wards ("phường") or of rural communes ("xã"), whose names say it.
    """

    code: str
    name: str
    kind: Unit.Kind
    in_communes: bool
    aliases: tuple[str, ...] = ()
    place: str = ""

    def units(self, *, on: date) -> UnitQuerySet:
        found = Unit.objects.existing(on=on).filter(kind=self.kind)
        found = found.filter(commune__isnull=not self.in_communes)
        return found.filter(name__contains=f" {self.place} ") if self.place else found

    def holds(self, *, kind: str, name: str, in_commune: bool) -> bool:
        """The same question about one unit that is at hand."""
        is_there = not self.place or f" {self.place} " in name
        return kind == self.kind and in_commune == self.in_communes and is_there

    def built_in(self, rows: Iterable[UnitRow]) -> tuple[UnitRow, ...]:
        """The same question about the list in the files."""
        return tuple(
            row
            for row in rows
            if self.holds(kind=row.kind, name=row.name, in_commune=row.commune is not None)
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
            "G.UBND-P",
            "UBND các phường",
            _COMMITTEES,
            in_communes=True,
            aliases=("Ủy ban nhân dân các phường", "các phường"),
            place="phường",
        ),
        Group(
            "G.UBND-X",
            "UBND các xã",
            _COMMITTEES,
            in_communes=True,
            aliases=("Ủy ban nhân dân các xã", "các xã"),
            place="xã",
        ),
        Group(
            "G.DU-XP",
            "Đảng ủy các xã, phường",
            Unit.Kind.PARTY_COMMITTEE,
            in_communes=True,
            aliases=("Đảng uỷ các xã, phường", "đảng ủy xã, phường"),
        ),
        Group(
            "G.DU-P",
            "Đảng ủy các phường",
            Unit.Kind.PARTY_COMMITTEE,
            in_communes=True,
            place="phường",
        ),
        Group(
            "G.DU-X",
            "Đảng ủy các xã",
            Unit.Kind.PARTY_COMMITTEE,
            in_communes=True,
            place="xã",
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
