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
}
