from datetime import date, datetime
from types import SimpleNamespace

import pytest
from tests.factories.city_rows import lay_out_city

from baro.org import api as org

pytestmark = pytest.mark.django_db

DAY = date(2026, 9, 9)


@pytest.fixture
def _city(noon: datetime) -> None:
    lay_out_city(at=noon)


@pytest.mark.usefixtures("_city")
@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Hoàn Kiếm", "00070"),
        ("hoan kiem", "00070"),
        ("HOÀN kiem", "00070"),
        ("ubnd phường hoàn", "00070.UBND"),
        ("sở nn&mt", "SNNMT"),
        ("00565", "00565"),
        ("dang uy gia lam", "00565.DU"),
    ],
)
def test_units_are_found_with_and_without_accents(words: str, first: str) -> None:
    found = org.units_named(words, on=DAY).first()

    assert found is not None
    assert found.unit.code == first


@pytest.mark.usefixtures("_city")
def test_accents_count_where_they_are_typed() -> None:
    plain = org.units_named("lang", on=DAY).filter(unit__kind="commune")
    typed = org.units_named("láng", on=DAY).filter(unit__kind="commune")

    assert {"Phường Láng", "Xã Yên Lãng"} <= {version.name for version in plain}
    assert {version.name for version in typed} == {"Phường Láng"}


@pytest.mark.usefixtures("_city")
def test_a_word_is_found_from_its_beginning_only() -> None:
    assert not org.units_named("oan kiem", on=DAY).exists()


def test_the_name_of_the_day_counts(
    tree: SimpleNamespace, manager: org.User, noon: datetime
) -> None:
    org.rename_unit(
        unit=tree.south,
        name="Xã Mới",
        on=date(2026, 9, 1),
        legal_basis="Nghị quyết 1",
        by=manager,
        at=noon,
    )

    assert org.units_named("xa nam", on=date(2026, 8, 31)).get().unit == tree.south
    assert not org.units_named("xa nam", on=DAY).exists()
