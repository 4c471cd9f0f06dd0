"""On a narrow screen one side of the review is shown at a time, and a link leads to the other."""

from types import SimpleNamespace

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from tests.journeys.conftest import PHONE, Desk

from baro.documents import api as documents
from baro.tasks.models import TaskDraft

pytestmark = [pytest.mark.journey, pytest.mark.parametrize("desk", [PHONE], indirect=True)]


def test_a_phone_shows_the_drafts_and_turns_to_the_text_and_back(
    desk: Desk, city: SimpleNamespace, document: documents.Document
) -> None:
    page = desk.page
    draft = TaskDraft.objects.filter(document=document).latest("pk")
    card = page.locator(f"#draft-{draft.pk}")
    text = page.get_by_role("region", name="Toàn văn")
    desk.sign_in("specialist")
    desk.open(reverse("tasks:document-review", args=[document.pk]))

    expect(card).to_be_visible()
    expect(text).to_be_hidden()

    # The clause of a draft, in the text, and from there back to the draft.
    card.get_by_role("link", name="Điểm").click()
    clause = page.locator(f"[data-pair='draft-{draft.pk}'][role=link]").first
    expect(clause).to_be_in_viewport()
    expect(card).to_be_hidden()
    clause.click()
    expect(card).to_be_in_viewport()
    expect(text).to_be_hidden()

    # A tap on a card stays with the card; the switch turns over by hand.
    card.locator(".draft-facts").click()
    expect(card).to_be_visible()
    page.get_by_text("Toàn văn", exact=True).click()
    expect(text).to_be_visible()
    expect(card).to_be_hidden()


def test_no_page_of_the_story_is_wider_than_the_phone(
    desk: Desk, city: SimpleNamespace, document: documents.Document
) -> None:
    desk.sign_in("specialist")
    wider = []
    for path in ("/", "/nhiem-vu/", "/nhiem-vu/giao/", "/van-ban/", "/dieu-hanh/", "/don-vi/"):
        desk.open(path)
        root = "document.documentElement"
        if desk.page.evaluate(f"{root}.scrollWidth > {root}.clientWidth"):
            wider.append(path)

    assert wider == []
