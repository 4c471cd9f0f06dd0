"""Text as it left the file, brought to Unicode in its composed form, with its pages in place."""

from itertools import pairwise

from baro.documents.extraction.extracted import Found, PageAnchor
from baro.documents.extraction.legacy.notes import converted_from
from baro.documents.extraction.legacy.recognition import converted, recovered
from baro.kernel.text import nfc


def in_unicode(found: Found) -> Found:
    """Letters of old fonts become Unicode; each page still begins where it began."""
    text = nfc(found.text)
    old = recovered(text)
    found = found._replace(aside=nfc(found.aside))
    if old is None and text == found.text:
        return found
    parts = [nfc(part) if old is None else nfc(converted(part, old.code)) for part in _parts(found)]
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + len(part))
    anchors = [
        PageAnchor(page.number, start) for page, start in zip(found.pages, starts[1:], strict=False)
    ]
    notes = [*found.notes, *([converted_from(old.code)] if old is not None else [])]
    aside = found.aside if old is None else nfc(converted(found.aside, old.code))
    return Found("".join(parts), anchors, notes, aside)


def _parts(found: Found) -> list[str]:
    """What stands before the first page, and each page."""
    cuts = [0, *(page.start for page in found.pages), len(found.text)]
    return [found.text[start:end] for start, end in pairwise(cuts)]
