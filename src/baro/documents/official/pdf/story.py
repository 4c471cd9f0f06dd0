"""The parts of a paper in their order, as the PDF writer takes them."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import black
from reportlab.platypus import KeepTogether, NextPageTemplate, PageBreak, Spacer, Table

from baro.documents.official import metrics
from baro.documents.official.pdf.blocks import blocks
from baro.documents.official.pdf.rules import CentredRule
from baro.documents.official.pdf.styles import CENTRE, LEFT, paragraph
from baro.documents.official.sheet import Item, Rule, Sheet

_BARE = [
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]
_GAP = 6
_MOST_KEPT = 18  # recipients beside a signature that is kept in one piece


def story(sheet: Sheet) -> list[Any]:
    parts = [_head(sheet), *_title(sheet), *_addressees(sheet)]
    text = blocks(sheet, sheet.paper.body, sheet.layout.text_width)
    return [*parts, *text[:-1], *_ending(sheet, text[-1:]), *_appendices(sheet)]


def _appendices(sheet: Sheet) -> list[Any]:
    """Each begins a page of its own, upright or on its side."""
    parts: list[Any] = []
    for appendix in sheet.paper.appendices:
        parts += [NextPageTemplate("wide" if appendix.is_wide else "paper"), PageBreak()]
        parts += [*_items(sheet.appendix(appendix)), Spacer(1, 2 * _GAP)]
        parts += blocks(sheet, appendix.body, sheet.width_of(appendix))
    return parts


def _head(sheet: Sheet) -> Any:
    rows: list[list[Any]] = [
        [_items(sheet.issuer()), _items(sheet.nation())],
        [[Spacer(1, _GAP)], []],
        [[_line(sheet.number())], [_line(sheet.place_date())]],
    ]
    if subject := sheet.letter_subject():
        rows.append([[Spacer(1, _GAP), *_items(subject)], []])
    if urgency := sheet.urgency():
        rows.append([[Spacer(1, 2 * _GAP), _boxed(sheet, urgency)], []])
    return Table(rows, colWidths=sheet.columns, style=_BARE, hAlign="LEFT")


def _title(sheet: Sheet) -> list[Any]:
    items = sheet.title()
    return [Spacer(1, 3 * _GAP), *_items(items), Spacer(1, 2 * _GAP)] if items else []


def _addressees(sheet: Sheet) -> list[Any]:
    indent, lines = sheet.addressees()
    if not lines:
        return [] if sheet.title() else [Spacer(1, 3 * _GAP)]
    if len(lines) == 1:
        shown = [paragraph(lines[0].text, lines[0].look)]
    else:
        below = indent + sheet.addressee_step
        first, *rest = lines
        shown = [paragraph(first.text, first.look, align=LEFT, leftIndent=indent)]
        shown += [
            paragraph(line.text, line.look, align=LEFT, leftIndent=below + 8, firstLineIndent=-8)
            for line in rest
        ]
    return [Spacer(1, 3 * _GAP), *shown, Spacer(1, 2 * _GAP)]


def _ending(sheet: Sheet, last: Sequence[Any]) -> list[Any]:
    """Recipients and signature; the last paragraph goes with them onto a new page."""
    block = [Spacer(1, 2 * _GAP), _signature(sheet)]
    if len(sheet.paper.recipients) > _MOST_KEPT:
        return [*last, *block]
    return [KeepTogether([*last, *block])]


def _signature(sheet: Sheet) -> Any:
    looks = sheet.layout.looks
    lines = sheet.paper.recipient_lines()
    left = [paragraph("Nơi nhận:", looks["recipients_head"], align=LEFT)] if lines else []
    left += [
        paragraph(line, looks["recipients"], align=LEFT, leftIndent=6, firstLineIndent=-6)
        for line in lines
    ]
    right = [
        *_items(sheet.signature()),
        Spacer(1, sheet.layout.points("signature_space")),
        paragraph(sheet.paper.signer.name, looks["signer_name"]),
    ]
    widths = sheet.signature_columns
    return Table([[left, right]], colWidths=widths, style=_BARE, hAlign="LEFT", splitInRow=1)


def _items(items: Sequence[Item]) -> list[Any]:
    return [CentredRule(item.width) if isinstance(item, Rule) else _line(item) for item in items]


def _line(item: Any) -> Any:
    return paragraph(item.text, item.look, align=CENTRE)


def _boxed(sheet: Sheet, item: Any) -> Any:
    """The mark of urgency in its frame."""
    frame = [*_BARE, ("BOX", (1, 0), (1, 0), 0.75, black), ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]
    size = metrics.width(item.text, item.look) + 16
    side = (sheet.columns[0] - size) / 2
    return Table([["", _line(item), ""]], colWidths=[side, size, side], style=frame)
