"""Pages of a PDF as pictures, for looking at before anything is printed."""

import io

import pypdfium2

_MOST = 12


def page_pictures(content: bytes, *, scale: float = 2.0) -> list[bytes]:
    """The first pages as PNG, in grey: an official paper is black on white."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [_picture(document[place], scale) for place in range(min(len(document), _MOST))]
    finally:
        document.close()


def _picture(page: pypdfium2.PdfPage, scale: float) -> bytes:
    kept = io.BytesIO()
    page.render(scale=scale, grayscale=True).to_pil().save(kept, "PNG", optimize=True)
    return kept.getvalue()
