"""What one PDF page says: its text as PDFium orders it, with ruled tables as rows."""

from collections import defaultdict
from typing import Any

from baro.documents.extraction.layout.grids import Grid, Place, grids_in, piece_of
from baro.documents.extraction.layout.placed import TablePiece
from baro.documents.extraction.pdf.chars import NO_CHARACTER, Char, chars_of, turn_of, words_of
from baro.documents.extraction.pdf.order import in_order, is_disordered
from baro.documents.extraction.pdf.rulings import rulings_of

_NOTHING = str.maketrans("", "", NO_CHARACTER)

Piece = TablePiece | None


def content_of(page: Any, textpage: Any) -> list[str | TablePiece]:
    turn = turn_of(page)
    grids = grids_in(rulings_of(page, turn))
    if grids:
        return _with_tables(list(chars_of(textpage, turn)), grids)
    text = textpage.get_text_range().replace("\r\n", "\n").replace("\r", "\n").translate(_NOTHING)
    return [in_order(list(chars_of(textpage, turn))) if is_disordered(text) else text]


def _with_tables(chars: list[Char], grids: list[Grid]) -> list[str | TablePiece]:
    inside: dict[int, dict[Place, list[Char]]] = defaultdict(lambda: defaultdict(list))
    owners = [_owner(char, grids) for char in chars]
    for char, owner in zip(chars, owners, strict=True):
        if owner is not None:
            inside[owner[0]][owner[1]].append(char)
    pieces = {
        number: piece_of(
            grids[number],
            {field: words for field, own in fields.items() if (words := words_of(own))},
        )
        for number, fields in inside.items()
    }
    tables = [pieces.get(owner[0]) if owner is not None else None for owner in owners]
    return _in_turn(chars, tables)


def _in_turn(chars: list[Char], tables: list[Piece]) -> list[str | TablePiece]:
    """Text and tables in the order of the text; a table stands where its first word stood."""
    content: list[str | TablePiece] = []
    plain: list[Char] = []
    is_in_table = False
    for char, table in zip(chars, tables, strict=True):
        if char.box is None or char.text.isspace():
            if not is_in_table:
                plain.append(char)
            continue
        if table is None:
            plain.append(char)
        elif all(table is not part for part in content):
            content += [*_paragraph(plain), table]
            plain = []
        is_in_table = table is not None
    return [*content, *_paragraph(plain)]


def _owner(char: Char, grids: list[Grid]) -> tuple[int, Place] | None:
    if char.box is not None:
        for number, grid in enumerate(grids):
            place = grid.place_of(char.box)
            if place is not None:
                return number, place
    return None


def _paragraph(plain: list[Char]) -> list[str | TablePiece]:
    text = in_order(plain).strip("\n")
    return [text + "\n"] if text.strip() else []
