"""Files made by hand, byte for byte, so that each test holds exactly the trouble it is about."""

import io
import zipfile

import docx

_CMAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfrange <0000> <00FF> <0000> <0100> <FFFF> <0100> endbfrange
endcmap end end"""


def pdf(pages: list[list[str]], *, locked: bool = False) -> bytes:
    """A PDF whose pages hold the given lines; `locked` makes it ask for a password."""
    contents = [
        b"".join(shown(50, 780 - 20 * row, line) for row, line in enumerate(lines))
        for lines in pages
    ]
    return pdf_of(contents, locked=locked)


def shown(x: float, y: float, words: str) -> bytes:
    """The operators that draw words, each letter 7.2 points wide, from a point on."""
    written = words.encode("utf-16-be").hex().encode()
    return b"BT /F1 12 Tf 1 0 0 1 %g %g Tm <%s> Tj ET\n" % (x, y, written)


def pdf_of(contents: list[bytes], *, locked: bool = False, more: bytes = b"") -> bytes:
    """A PDF whose pages are drawn by the given operators; `more` is added to each page."""
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    catalog, tree = add(b""), add(b"")
    cmap = add(_stream(_CMAP))
    descendant = add(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Times/CIDSystemInfo<</Registry(Adobe)"
        b"/Ordering(Identity)/Supplement 0>>/DW 600>>"
    )
    font = add(
        b"<</Type/Font/Subtype/Type0/BaseFont/Times/Encoding/Identity-H"
        b"/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>" % (descendant, cmap)
    )
    kids = []
    for drawn in contents:
        content = add(_stream(drawn))
        kids.append(
            add(
                b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Contents %d 0 R%s"
                b"/Resources<</Font<</F1 %d 0 R>>>>>>" % (tree, content, more, font)
            )
        )
    objects[tree - 1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (
        len(kids),
        b" ".join(b"%d 0 R" % kid for kid in kids),
    )
    objects[catalog - 1] = b"<</Type/Catalog/Pages %d 0 R>>" % tree
    return _written(objects, catalog, locked=locked)


def _stream(content: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)


def _written(objects: list[bytes], catalog: int, *, locked: bool) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = b""
    if locked:
        lock = (
            b"/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]"
            b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"ab" * 32, b"cd" * 32)
        )
    out += b"trailer<</Size %d/Root %d 0 R%s>>\n" % (len(objects) + 1, catalog, lock)
    out += b"startxref\n%d\n%%%%EOF" % table
    return bytes(out)


def word(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def saved(document: "docx.document.Document") -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def word_that_swells(size: int) -> bytes:
    """A few kilobytes that unpack to `size` bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", b"0" * size)
    return out.getvalue()
