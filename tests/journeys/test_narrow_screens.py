"""What a phone shows: today when the calendar opens."""

from types import SimpleNamespace

import pytest
from playwright.sync_api import expect
from tests.journeys.conftest import PHONE, Desk

from baro.tasks import api as tasks

pytestmark = [pytest.mark.journey, pytest.mark.parametrize("desk", [PHONE], indirect=True)]


def test_the_calendar_opens_at_today(desk: Desk, city: SimpleNamespace, task: tasks.Task) -> None:
    page = desk.page
    page.set_viewport_size({"width": 390, "height": 420})
    desk.sign_in("chair")

    desk.open("/nhiem-vu/?xem=lich")

    expect(page.locator(".is-today")).to_be_in_viewport()
