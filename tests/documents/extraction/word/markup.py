"""Word parts that python-docx cannot make, put in as markup."""

import io
import zipfile

import docx
from docx.document import Document
from docx.oxml import parse_xml
from tests.documents.extraction.papers import saved

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def body_of(*markup: str) -> Document:
    """A document whose body is the given markup."""
    document = docx.Document()
    for child in list(document.element.body)[:-1]:
        document.element.body.remove(child)
    for piece in markup:
        dressed = parse_xml(piece.replace(">", f" {_SPACES}>", 1))
        document.element.body.insert(len(document.element.body) - 1, dressed)
    return document


def paragraph(*content: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(content)}</w:p>"


def run(words: str, *, tag: str = "t", properties: str = "") -> str:
    dressed = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{dressed}<w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'


def text_box(*paragraphs: str) -> str:
    """A text box as Word writes it: once for itself and once more for older programs."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp>'
        "</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def table(*rows: list[tuple[str, str]]) -> str:
    """Rows of cells, each a pair of cell properties and content."""
    written = (
        "".join(f"<w:tc><w:tcPr>{dress}</w:tcPr>{content}</w:tc>" for dress, content in row)
        for row in rows
    )
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in written)}</w:tbl>"


def with_parts(document: Document, parts: dict[str, str]) -> bytes:
    """The file with more parts in its package, or with parts replaced."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved(document))) as packed,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written,
    ):
        for name in packed.namelist():
            if name not in parts:
                written.writestr(name, packed.read(name))
        for name, content in parts.items():
            written.writestr(name, content)
    return out.getvalue()
