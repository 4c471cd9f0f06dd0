from typing import Any

import pytest
from django.contrib import messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest
from django.test import RequestFactory
from django_htmx.middleware import HtmxDetails

from baro.kernel.ui.pages import render_page


def _request(rf: RequestFactory, **headers: str) -> HttpRequest:
    request: Any = rf.get("/", headers=headers)
    request.htmx = HtmxDetails(request)
    request.user = None
    request._messages = CookieStorage(request)
    return request  # type: ignore[no-any-return]


def _rendered(request: HttpRequest) -> str:
    return render_page(
        request,
        "refusal.html",
        {"message": "Hạn mới phải sau hạn hiện tại.", "status": 422},
        fragment="ui/_refusal.html",
    ).content.decode()


def test_a_browser_gets_the_whole_page(rf: RequestFactory) -> None:
    assert "<!doctype html>" in _rendered(_request(rf))


def test_htmx_gets_the_fragment(rf: RequestFactory) -> None:
    page = _rendered(_request(rf, HX_Request="true"))

    assert "<!doctype html>" not in page
    assert "Hạn mới phải sau hạn hiện tại." in page


@pytest.mark.parametrize("header", ["HX-Boosted", "HX-History-Restore-Request"])
def test_htmx_gets_the_whole_page_when_it_moves_to_it(rf: RequestFactory, header: str) -> None:
    request = _request(rf, **{"HX-Request": "true", header: "true"})

    assert "<!doctype html>" in _rendered(request)


def test_a_fragment_brings_the_waiting_messages_with_it(rf: RequestFactory) -> None:
    request = _request(rf, HX_Request="true")
    messages.success(request, "Đã gửi báo cáo.")

    page = _rendered(request)

    assert 'hx-swap-oob="beforeend:#messages"' in page
    assert "Đã gửi báo cáo." in page


def test_caches_know_that_one_address_has_two_answers(rf: RequestFactory) -> None:
    response = render_page(
        _request(rf), "refusal.html", {"message": "x", "status": 422}, fragment="ui/_refusal.html"
    )

    assert "HX-Request" in response["Vary"]
