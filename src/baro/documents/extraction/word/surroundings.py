"""What comes along with a Word text: macros, links outward, notes in the margin, changes."""

import io
import re
import zipfile
from collections.abc import Iterator

from docx.document import Document
from docx.oxml.ns import qn

from baro.documents.extraction.refusals import FileHasMacros, NoTextInFile
from baro.documents.extraction.word.words import is_hidden

_MACROS = re.compile(r"(?:^|/)(?:vbaProject\.bin|vbaData\.xml)$", re.IGNORECASE)
_MACRO_TYPES = (b"macroEnabled", b"vbaProject")
_CONTENT_TYPES = "[Content_Types].xml"
_CHANGES = tuple(map(qn, ("w:ins", "w:del", "w:moveFrom", "w:moveTo")))
_EMBEDDED = re.compile(r"^word/embeddings/", re.IGNORECASE)
_LINK = "hyperlink"

_CHANGED = "Văn bản có sửa đổi đang theo dõi; đã đọc theo bản chấp nhận mọi sửa đổi."
_COMMENTED = "Văn bản có ý kiến ghi bên lề; các ý kiến ấy không thuộc nội dung nên không được đọc."
_HIDDEN = "Văn bản có chữ đặt ở chế độ ẩn, không hiện khi in; phần chữ ấy không được đọc."
_OUTWARD = (
    "Văn bản trỏ tới tệp hoặc mẫu ở nơi khác; hệ thống không mở các liên kết ấy, chỉ đọc phần chữ "
    "nằm trong tệp."
)
_OBJECTS = (
    "Văn bản có tệp khác nhúng bên trong (như bảng tính); nội dung các tệp nhúng không được đọc."
)


def refuse_macros(content: bytes) -> None:
    """Stop a file that brings a program, by its parts and by what it says of itself."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = packed.namelist()
        types = packed.read(_CONTENT_TYPES) if _CONTENT_TYPES in names else b""
    if any(map(_MACROS.search, names)) or any(sign in types for sign in _MACRO_TYPES):
        raise FileHasMacros(
            "Tệp Word có macro (chương trình chạy kèm) nên không được nhận. Ông/bà mở tệp gốc, "
            "lưu lại thành “Tài liệu Word (.docx)” rồi tải lên."
        )


def refuse_pictures_only(document: Document, text: str) -> None:
    """Stop a Word file into which scanned pages were pasted: it holds no letters to read."""
    has_pictures = any(
        str(part.partname).startswith("/word/media/") for part in document.part.package.iter_parts()
    )
    if has_pictures and not text.strip():
        raise NoTextInFile(
            "Tệp Word chỉ có ảnh, không có chữ. Ông/bà lưu tệp thành PDF (hoặc gửi thẳng các ảnh "
            "chụp) để hệ thống nhận dạng chữ."
        )


def notes_on(document: Document) -> Iterator[str]:
    body = document.element.body
    if next(body.iter(*_CHANGES), None) is not None:
        yield _CHANGED
    if next(body.iter(qn("w:commentReference")), None) is not None:
        yield _COMMENTED
    if any(map(is_hidden, body.iter(qn("w:r")))):
        yield _HIDDEN
    if _points_outward(document):
        yield _OUTWARD
    names = (str(part.partname).lstrip("/") for part in document.part.package.iter_parts())
    if any(map(_EMBEDDED.match, names)):
        yield _OBJECTS


def _points_outward(document: Document) -> bool:
    """Templates, pictures and objects that lie elsewhere; a plain link in the text is harmless."""
    return any(
        relation.is_external and not relation.reltype.endswith(_LINK)
        for part in document.part.package.iter_parts()
        for relation in part.rels.values()
    )
