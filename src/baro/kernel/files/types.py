"""The kinds of files that may come in. What is not in the table is refused."""

from collections.abc import Mapping
from dataclasses import dataclass

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
ZIP = "application/zip"
TEXT = "text/plain"
PNG = "image/png"
JPEG = "image/jpeg"
TIFF = "image/tiff"
DOC = "application/msword"
RTF = "application/rtf"
HTML = "text/html"
EML = "message/rfc822"


@dataclass(frozen=True)
class FileType:
    """A kind of file by what people call it and the endings that its names may have."""

    label: str
    endings: frozenset[str]


FILE_TYPES: Mapping[str, FileType] = {
    PDF: FileType("tệp PDF", frozenset({"pdf"})),
    DOCX: FileType("văn bản Word", frozenset({"docx"})),
    XLSX: FileType("bảng tính Excel", frozenset({"xlsx"})),
    PPTX: FileType("bài trình chiếu PowerPoint", frozenset({"pptx"})),
    ODT: FileType("văn bản OpenDocument", frozenset({"odt"})),
    ODS: FileType("bảng tính OpenDocument", frozenset({"ods"})),
    ZIP: FileType("tệp nén ZIP", frozenset({"zip"})),
    TEXT: FileType("tệp chữ", frozenset({"txt", "csv", "md"})),
    PNG: FileType("ảnh PNG", frozenset({"png"})),
    JPEG: FileType("ảnh JPEG", frozenset({"jpg", "jpeg"})),
    TIFF: FileType("ảnh TIFF", frozenset({"tif", "tiff"})),
    DOC: FileType("văn bản Word đời cũ", frozenset({"doc"})),
    RTF: FileType("văn bản RTF", frozenset({"rtf"})),
    HTML: FileType("trang web", frozenset({"html", "htm"})),
    EML: FileType("thư điện tử", frozenset({"eml"})),
}
