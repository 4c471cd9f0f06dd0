"""Papers made on the way out, handed to the browser as files."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from baro.kernel.files import api as files

_TYPES = {"docx": files.DOCX, "pdf": files.PDF}


def attachment(content: bytes, *, name: str) -> HttpResponse:
    """A Word file or a PDF by the ending of its name; never shown inside a page of ours."""
    safe = files.safe_name(name)
    response = HttpResponse(content, content_type=_TYPES[safe.rpartition(".")[2]])
    shown = content_disposition_header(as_attachment=True, filename=safe)
    response.headers["Content-Disposition"] = shown or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-cache"
    return response
