from datetime import datetime
from time import monotonic

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from tests.factories.org import UserFactory

from baro.kernel import audit
from baro.kernel.audit.models import AuditEvent
from baro.org import api as org

pytestmark = pytest.mark.django_db


def test_the_city_is_laid_out_completely(noon: datetime) -> None:
    load = org.load_city(at=noon)

    assert org.Unit.objects.communes().count() == 126
    assert load.units == org.Unit.objects.count() == len(org.built_in_units())
    assert load.posts == org.Post.objects.count() == len(org.built_in_posts())
    office = org.Unit.objects.get(code="00070.UBND.VP")
    assert office.name == "Văn phòng HĐND và UBND phường Hoàn Kiếm"
    assert office.path == "HN/00070/00070.UBND/00070.UBND.VP/"
    assert office.commune == org.Unit.objects.get(code="00070")
    assert office.commune.commune == office.commune


def test_wards_and_rural_communes_have_differently_named_divisions(noon: datetime) -> None:
    org.load_city(at=noon)

    names = org.Unit.objects.filter(code__in=["00070.UBND.KT", "00565.UBND.KT"]).order_by("code")
    assert [unit.name for unit in names] == [
        "Phòng Kinh tế, Hạ tầng và Đô thị phường Hoàn Kiếm",
        "Phòng Kinh tế xã Gia Lâm",
    ]


def test_every_unit_but_places_has_one_post_that_answers_for_it(noon: datetime) -> None:
    org.load_city(at=noon)

    territory = org.Unit.Branch.TERRITORY
    units = list(org.Unit.objects.exclude(branch=territory))
    assert org.head_posts_of(units).keys() == {unit.pk for unit in units}


def test_an_office_acts_for_the_body_that_it_serves_and_looks_wider(noon: datetime) -> None:
    org.load_city(at=noon)

    post = org.Post.objects.get(unit__code="00070.UBND.VP", code="CVTH-1")
    assert (post.scope.code, post.oversees and post.oversees.code) == ("00070.UBND", "00070")


def test_loading_again_changes_nothing_and_leaves_no_second_trace(noon: datetime) -> None:
    org.load_city(at=noon)
    org.Unit.objects.filter(code="SNV").update(name="Sở Nội vụ mới")

    again = org.load_city(at=noon)

    assert again == org.CityLoad(units=0, posts=0)
    assert org.Unit.objects.get(code="SNV").name == "Sở Nội vụ mới"
    assert AuditEvent.objects.filter(name="org.city_loaded").count() == 1


def test_what_is_missing_is_added(noon: datetime) -> None:
    org.load_city(at=noon)
    org.Post.objects.filter(unit__code="00070.UBND", code="PCT-2").delete()

    assert org.load_city(at=noon) == org.CityLoad(units=0, posts=1)


def test_the_trace_tells_how_much_was_loaded(noon: datetime) -> None:
    load = org.load_city(at=noon)

    event = AuditEvent.objects.get(name="org.city_loaded")
    assert audit.describe(event) == (
        f"Hệ thống đã nạp danh mục có sẵn: {load.units} đơn vị, {load.posts} chức danh."
    )


def test_loading_is_quick(noon: datetime) -> None:
    start = monotonic()

    org.load_city(at=noon)

    assert monotonic() - start < 10


def test_only_the_organisation_staff_of_the_city_may_load(noon: datetime) -> None:
    org.load_city(at=noon)
    city = org.Unit.objects.get(code="HN")
    stranger = UserFactory.create(role="unit_head", unit=city)
    manager = UserFactory.create(role="org_manager", unit=city)

    with pytest.raises(PermissionDenied), transaction.atomic():
        org.load_city(by=stranger, at=noon)
    assert org.load_city(by=manager, at=noon).units == 0
