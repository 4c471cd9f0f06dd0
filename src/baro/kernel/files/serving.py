"""Giving files out. The caller has asked who may read them; here they are made harmless."""

from typing import BinaryIO

from django.http import FileResponse

from baro.kernel.files import store
from baro.kernel.files.models import StoredFile
from baro.kernel.files.names import safe_name


def open_file(stored: StoredFile) -> BinaryIO:
    return store.opened(stored.sha256)


def file_response(stored: StoredFile, *, name: str) -> FileResponse:
    """An attachment that no browser runs: its type is fixed and its page is a sandbox."""
    response = FileResponse(
        open_file(stored),
        as_attachment=True,
        filename=safe_name(name),
        content_type=stored.media_type,
    )
    response["Content-Length"] = str(stored.size)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-cache"
    return response
