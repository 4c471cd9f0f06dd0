from datetime import date, datetime

import pytest
from tests.factories.city_rows import lay_out_city

from baro.org import api as org
from baro.org.queries.units import GroupUnknown

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("code", "count"),
    [("G.UBND-XP", 126), ("G.XP", 126), ("G.DU-XP", 126), ("G.HDND-XP", 126), ("G.MTTQ-XP", 126)],
)
def test_a_group_of_communes_means_one_body_in_each(noon: datetime, code: str, count: int) -> None:
    lay_out_city(at=noon)

    units = org.units_of_group(code, on=noon.date())

    assert units.count() == len(org.GROUPS[code].built_in(org.built_in_units())) == count
    assert units.values("commune").distinct().count() == count


@pytest.mark.parametrize(
    ("code", "count"),
    [("G.UBND-P", 51), ("G.UBND-X", 75), ("G.DU-P", 51), ("G.DU-X", 75)],
)
def test_wards_and_rural_communes_are_groups_of_their_own(
    noon: datetime, code: str, count: int
) -> None:
    lay_out_city(at=noon)
    group = org.GROUPS[code]

    units = org.units_of_group(code, on=noon.date())

    assert units.count() == len(group.built_in(org.built_in_units())) == count
    assert all(f" {group.place} " in unit.name for unit in units)


def test_the_departments_are_those_of_the_city(noon: datetime) -> None:
    lay_out_city(at=noon)

    codes = set(org.units_of_group("G.SBN", on=noon.date()).values_list("code", flat=True))

    assert {"SNV", "TTTP", "BQL-KCN"} <= codes
    assert len(codes) == 15


def test_a_group_counts_only_who_existed_on_the_day(noon: datetime) -> None:
    lay_out_city(at=noon)

    assert not org.units_of_group("G.XP", on=date(2025, 6, 30)).exists()


def test_an_unknown_group_is_refused() -> None:
    with pytest.raises(GroupUnknown):
        org.units_of_group("G.KHAC", on=date(2026, 1, 1))
