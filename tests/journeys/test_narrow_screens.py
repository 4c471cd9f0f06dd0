"""What a phone shows: today when the calendar opens, and tiles broken between the right words."""

from types import SimpleNamespace

import pytest
from playwright.sync_api import expect
from tests.journeys.conftest import PHONE, Desk

from baro.tasks import api as tasks

pytestmark = [pytest.mark.journey, pytest.mark.parametrize("desk", [PHONE], indirect=True)]

_LINES = """(tile) => {
  const text = tile.firstChild, lines = [];
  for (const word of text.textContent.matchAll(/[^ \\u00a0]+/g)) {
    const range = document.createRange();
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    const top = Math.round(range.getBoundingClientRect().top);
    if (lines.at(-1)?.top === top) lines.at(-1).words += " " + word[0];
    else lines.push({ top, words: word[0] });
  }
  return lines.map((line) => line.words);
}"""


def test_the_calendar_opens_at_today(desk: Desk, city: SimpleNamespace, task: tasks.Task) -> None:
    page = desk.page
    page.set_viewport_size({"width": 390, "height": 420})
    desk.sign_in("chair")

    desk.open("/nhiem-vu/?xem=lich")

    expect(page.locator(".is-today")).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 360, 390, 1440])
def test_a_tile_of_the_inbox_breaks_between_words_of_one_sense(
    desk: Desk, city: SimpleNamespace, task: tasks.Task, width: int
) -> None:
    page = desk.page
    page.set_viewport_size({"width": width, "height": 844})
    desk.sign_in("chair")

    tile = page.locator(".inbox-index span", has_text="Việc chủ trì quá hạn")

    assert tile.evaluate(_LINES) in (
        ["Việc chủ trì quá hạn"],
        ["Việc chủ trì", "quá hạn"],
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= width
