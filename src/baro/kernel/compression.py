"""Pages go packed over the wire: a page of a list is eight times as large otherwise."""

import secrets
from collections.abc import Callable
from io import BufferedIOBase, BytesIO

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_vary_headers
from isal.igzip import IGzipFile

# What an office sends as a file is packed already.
_TEXTS = frozenset({"text/html", "application/json", "text/plain", "text/csv", "text/calendar"})
_WORTH_IT = 1000
# Packs as well as the quickest level of zlib does, in a tenth of its time.
_LEVEL = 1


class CompressionMiddleware:
    """As Django's own, but for text alone and quicker.

    The length of a page tells somebody who may put words into it and listen on the wire what else
    stands there (BREACH). So a random number of letters goes with it, as Django does, and the key
    of forms is written differently every time.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        kind = response.get("Content-Type", "").partition(";")[0]
        if response.streaming or kind not in _TEXTS or response.has_header("Content-Encoding"):
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        content: bytes = response.content  # type: ignore[attr-defined]
        if len(content) < _WORTH_IT or "gzip" not in request.headers.get("Accept-Encoding", ""):
            return response
        packed = _packed(content)
        response.content = packed  # type: ignore[attr-defined]
        response["Content-Length"] = str(len(packed))
        response["Content-Encoding"] = "gzip"
        return response


def _packed(content: bytes) -> bytes:
    letters = secrets.token_hex(secrets.randbelow(50) + 1)
    file = BytesIO()
    packing: BufferedIOBase = IGzipFile(letters, "wb", _LEVEL, file, mtime=0)  # type: ignore[no-untyped-call]
    with packing:
        packing.write(content)
    return file.getvalue()
