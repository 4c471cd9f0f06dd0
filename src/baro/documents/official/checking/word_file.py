"""A Word file as paragraphs with what the reader sees: font, size, style, spacing in effect."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.oxml.ns import qn

from baro.documents.official.checking.effective import Styles
from baro.kernel.errors import DomainError
from baro.kernel.text import nfc

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DRAWN = (f"{_W}drawing", f"{_W}pict")


class NotAWordFile(DomainError):
    pass


@dataclass(frozen=True)
class Stretch:
    """Words in one look."""

    text: str
    font: str
    size: float
    bold: bool
    italic: bool
    colour: str
    capitals: bool


@dataclass(frozen=True)
class Paragraph:
    """One paragraph with something in it, where it stands, and how it is spaced (points)."""

    text: str
    stretches: tuple[Stretch, ...]
    cell: int  # 0 outside tables; else which cell
    alignment: str
    before: float
    after: float
    lines: float | None  # a multiple of single; None where the height is fixed
    exact: float | None
    first_line: float
    has_line: bool  # a border or something drawn

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        return max(self.stretches, key=lambda s: len(s.text)).size if self.stretches else 0.0

    def all_(self, name: str) -> bool:
        """Whether every letter is bold, italic and so on."""
        return all(getattr(s, name) for s in self.stretches if s.text.strip())

    def any_(self, name: str) -> bool:
        return any(getattr(s, name) for s in self.stretches if s.text.strip())


@dataclass(frozen=True)
class WordFile:
    document: Any
    paragraphs: tuple[Paragraph, ...]
    styles: Styles = field(repr=False)


def opened(content: bytes) -> WordFile:
    try:
        document = docx.Document(io.BytesIO(content))
        styles = Styles(document)
        found = tuple(_paragraphs(document.element.body, styles))
    except Exception:
        raise NotAWordFile(
            "Tệp không mở được như một văn bản Word (.docx). Ông/bà mở bằng Word, lưu lại với "
            "kiểu .docx rồi thử lần nữa."
        ) from None
    return WordFile(document, found, styles)


def read_paragraph(element: Any, styles: Styles, *, cell: int = 0) -> Paragraph:
    stretches = tuple(_stretches(element, styles))
    space = styles.spacing(element)
    return Paragraph(
        text=nfc("".join(s.text.upper() if s.capitals else s.text for s in stretches)),
        stretches=stretches,
        cell=cell,
        alignment=space.alignment,
        before=space.before,
        after=space.after,
        lines=space.lines,
        exact=space.exact,
        first_line=space.first_line,
        has_line=space.has_border or any(_own(element, name) for name in _DRAWN),
    )


def _paragraphs(body: Any, styles: Styles) -> Iterator[Paragraph]:
    cells: dict[Any, int] = {}
    for element in body.iter(f"{_W}p"):
        around = list(element.iterancestors())
        if any(parent.tag == _FALLBACK for parent in around):
            continue
        cell = next((parent for parent in around if parent.tag == f"{_W}tc"), None)
        number = 0 if cell is None else cells.setdefault(cell, len(cells) + 1)
        found = read_paragraph(element, styles, cell=number)
        if found.text.strip() or found.has_line:
            yield found


def _stretches(element: Any, styles: Styles) -> Iterator[Stretch]:
    for run in element.iter(f"{_W}r"):
        if _paragraph_of(run) is not element or _is_deleted(run):
            continue
        text = "".join(_letters(child) for child in run)
        if text:
            font, size, bold, italic, colour, capitals = styles.look(run, element)
            yield Stretch(text, font, size, bold, italic, colour, capitals)


def _letters(child: Any) -> str:
    if child.tag == f"{_W}t":
        return child.text or ""
    return {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}.get(
        child.tag.removeprefix(_W), ""
    )


def _paragraph_of(element: Any) -> Any:
    return next(parent for parent in element.iterancestors() if parent.tag == f"{_W}p")


def _is_deleted(run: Any) -> bool:
    return any(parent.tag == qn("w:del") for parent in run.iterancestors())


def _own(element: Any, name: str) -> bool:
    return next(element.iter(name), None) is not None
