"""Numbers that Word draws: families of lists, new beginnings, levels, styles that inherit."""

import docx
from docx.document import Document
from docx.oxml import parse_xml
from tests.documents.extraction.papers import saved

from baro.documents.extraction import extract

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LEVELS = (("upperRoman", "%1."), ("decimal", "%1.%2."), ("lowerLetter", "%3)"))


def _document(*, anew: bool = False, legal: bool = False) -> Document:
    """Lists 91 and 92 of one family; the second may begin anew, the second level be in digits."""
    document = docx.Document()
    root = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'{"<w:isLgl/>" if legal and depth == 1 else ""}<w:lvlText w:val="{shape}"/></w:lvl>'
        for depth, (kind, shape) in enumerate(_LEVELS)
    )
    family = f'<w:abstractNum {_W} w:abstractNumId="90">{levels}</w:abstractNum>'
    root.insert(0, parse_xml(family))
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    for list_id in (91, 92):
        root.append(
            parse_xml(
                f'<w:num {_W} w:numId="{list_id}"><w:abstractNumId w:val="90"/>'
                f"{override if anew and list_id == 92 else ''}</w:num>"
            )
        )
    return document


def _add(document: Document, words: str, *, list_id: int = 91, level: int = 0) -> None:
    number = f'<w:numPr {_W}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    document.add_paragraph(words)._p.get_or_add_pPr().append(parse_xml(number))


def _signs(document: Document) -> list[str]:
    return [line.split(" ")[0] for line in extract(saved(document)).text.splitlines()]


def test_levels_count_for_themselves_and_start_again_below_the_next_item() -> None:
    document = _document()
    for level in (0, 1, 1, 2, 0, 1):
        _add(document, "Mục", level=level)

    assert _signs(document) == ["I.", "I.1.", "I.2.", "a)", "II.", "II.1."]


def test_lists_of_one_family_count_on() -> None:
    document = _document()
    for list_id in (91, 92, 91):
        _add(document, "Mục", list_id=list_id)

    assert _signs(document) == ["I.", "II.", "III."]


def test_a_list_that_begins_anew_does_so_once() -> None:
    document = _document(anew=True)
    for list_id in (91, 91, 92, 92):
        _add(document, "Mục", list_id=list_id)

    assert _signs(document) == ["I.", "II.", "I.", "II."]


def test_a_level_in_digits_shows_the_levels_above_in_digits() -> None:
    document = _document(legal=True)
    for level in (0, 1):
        _add(document, "Mục", level=level)

    assert _signs(document) == ["I.", "1.1."]


def test_a_missing_level_above_is_shown_where_it_would_begin() -> None:
    document = _document()
    _add(document, "Mục", level=1)

    assert _signs(document) == ["I.1."]


def test_a_style_inherits_the_numbers_of_the_style_below_it() -> None:
    document = docx.Document()
    style = document.styles.add_style("Mục của cơ quan", 1)
    style.base_style = document.styles["List Number"]
    document.add_paragraph("Giao Sở Nội vụ.", style=style)

    assert extract(saved(document)).text == "1. Giao Sở Nội vụ."
