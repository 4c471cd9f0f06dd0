"""The board of a collective task fits a phone and says in words how each unit stands."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect
from tests.journeys.conftest import DESKTOP, PHONE, Desk

from baro.documents import api as documents
from baro.org import api as org
from baro.tasks import api as tasks

pytestmark = pytest.mark.journey
_SIDEWAYS = """() => [document.documentElement, document.querySelector(".matrix-wrap")]
  .map((one) => one.scrollWidth - one.clientWidth)"""


@pytest.mark.parametrize("desk", [PHONE, DESKTOP], indirect=True, ids=["phone", "desktop"])
def test_the_board_of_many_units_needs_no_scrolling_sideways(
    desk: Desk, city: SimpleNamespace, document: documents.Document
) -> None:
    today = timezone.localdate()
    spec = tasks.TaskSpec(
        title="Rà soát hồ sơ chưa số hóa",
        issuer_unit=document.owner_unit,
        lead_codes=("00070.UBND", "00004.UBND"),
        expected_product="Danh sách hồ sơ",
        due_on=today + timedelta(days=20),
        inspector_post=org.powers_of(city.specialist, on=today).posts[0],
        source_document=document,
        source_clause="2",
        quote="rà soát, lập danh sách hồ sơ chưa số hóa",
    )
    [whole] = tasks.issue_tasks(specs=[spec], by=city.specialist, at=timezone.now())
    part = tasks.Task.objects.get(item__parent=whole.item, item__lead_unit__code="00070.UBND")
    tasks.receive_task(task=part, by=city.chair, at=timezone.now())
    desk.sign_in("specialist")

    desk.open(reverse("tasks:task-board", args=[whole.pk]))

    row = desk.page.locator(".matrix tbody tr", has_text="Hoàn Kiếm")
    expect(row).to_be_visible()
    assert desk.page.evaluate(_SIDEWAYS) == [0, 0]
    words = row.get_by_text("Đang thực hiện, chưa xong, trong hạn")
    is_phone = (desk.page.viewport_size or DESKTOP)["width"] == PHONE["width"]
    assert ((words.bounding_box() or {"width": 0})["width"] > 20) is is_phone
    expect(desk.page.locator(".matrix thead")).to_contain_text("Đang thực hiện")
