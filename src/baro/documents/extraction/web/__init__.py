"""Web pages: the words that a reader of the page sees, tables as rows, nothing run or fetched."""

import codecs
import re

import lxml.etree
import lxml.html

from baro.documents.extraction.extracted import Found
from baro.documents.extraction.plain import text_of_bytes
from baro.documents.extraction.refusals import FileIsBroken
from baro.documents.extraction.watch import Watch
from baro.documents.extraction.web.elements import Element, article_of
from baro.documents.extraction.web.lines import lines_of

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEAD = 4096
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def text_of_page(content: bytes, _watch: Watch) -> Found:
    text, notes = _decoded(content)
    return Found(text_of_markup(text), [], notes)


def text_of_markup(markup: str) -> str:
    """The visible text of a page that is already in Unicode."""
    try:
        root: Element = lxml.html.document_fromstring(
            _DECLARATION.sub("", markup).replace("\x00", ""),
            parser=lxml.html.HTMLParser(no_network=True),
        )
    except (lxml.etree.LxmlError, ValueError):
        raise FileIsBroken("Trang web bị hỏng hoặc không có nội dung, không đọc được.") from None
    return "\n".join(lines_of(article_of(root)))


def _decoded(content: bytes) -> tuple[str, list[str]]:
    declared = _CHARSET.search(content[:_HEAD])
    try:
        encoding = codecs.lookup(declared[1].decode("ascii")).name if declared else ""
        if encoding not in {"", "iso8859-1", "cp1252"}:
            return content.decode(encoding), []
    except (LookupError, UnicodeDecodeError):
        pass
    return text_of_bytes(content)
