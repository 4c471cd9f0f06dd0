"""A zero byte is no letter: wherever an address or a body bears one, that is said in words."""

import pytest
from django.test import Client
from tests.factories.org import UnitFactory, UserFactory

from baro.org import api as org

ADDRESSES = (
    "/don-vi/%00/",
    "/don-vi/HN%00/",
    "/dieu-hanh/%00/",
    "/nhiem-vu/?donvi=%00",
    "/nhiem-vu/?giao=%00",
    "/nhiem-vu/?q=%00",
)


@pytest.fixture
def desk(db: None) -> Client:
    client = Client()
    client.force_login(UserFactory.create(role="leader", unit=UnitFactory.create()))
    return client


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_with_a_zero_byte_is_answered_in_words(desk: Client, address: str) -> None:
    answer = desk.get(address)

    assert answer.status_code in {200, 404, 422}
    assert "Traceback" not in answer.content.decode()


def test_an_address_that_no_text_can_have_says_so(desk: Client) -> None:
    answer = desk.get("/don-vi/%00/")

    assert answer.status_code == 422
    assert "ký tự không phải chữ" in answer.content.decode()
    assert org.Unit.objects.exists()
