"""Pages go packed to whoever understands it."""

import gzip

import pytest
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.test import RequestFactory

from baro.kernel.compression import CompressionMiddleware

PAGE = "Danh sách nhiệm vụ quá hạn của các phường, xã. " * 100


def _answer(response: HttpResponseBase, accepts: str = "gzip, br") -> HttpResponseBase:
    request = RequestFactory().get("/", headers={"Accept-Encoding": accepts})
    return CompressionMiddleware(lambda _: response)(request)


def test_a_page_is_packed_and_is_the_same_page() -> None:
    answer = _answer(HttpResponse(PAGE))

    assert answer["Content-Encoding"] == "gzip"
    assert answer["Vary"] == "Accept-Encoding"
    assert gzip.decompress(answer.content).decode() == PAGE  # type: ignore[attr-defined]
    assert int(answer["Content-Length"]) == len(answer.content) < len(PAGE) / 4  # type: ignore[attr-defined]


def test_its_length_tells_nothing() -> None:
    lengths = {len(_answer(HttpResponse(PAGE)).content) for _ in range(40)}  # type: ignore[attr-defined]

    assert len(lengths) > 5


@pytest.mark.parametrize(
    "response",
    [
        HttpResponse("ngắn"),
        HttpResponse(b"PK" * 2000, content_type="application/zip"),
        HttpResponse(PAGE, headers={"Content-Encoding": "br"}),
        StreamingHttpResponse([PAGE]),
    ],
    ids=["short", "packed already", "another way", "in pieces"],
)
def test_what_gains_nothing_stays_as_it_is(response: HttpResponseBase) -> None:
    before = response.get("Content-Encoding")

    assert _answer(response).get("Content-Encoding") == before


def test_who_does_not_ask_for_it_gets_it_plain() -> None:
    answer = _answer(HttpResponse(PAGE), accepts="identity")

    assert not answer.has_header("Content-Encoding")
    assert answer["Vary"] == "Accept-Encoding"
