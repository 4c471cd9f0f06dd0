"""What the name of a file says about its kind; the bytes decide, the name only helps to tell."""

from pathlib import PurePath

from baro.documents.extraction.extracted import FileKind

_ENDINGS: dict[str, FileKind] = {
    ".docx": "docx",
    ".pdf": "pdf",
    ".txt": "txt",
    ".html": "html",
    ".htm": "html",
    ".eml": "eml",
    ".doc": "doc",
    ".odt": "odt",
    ".rtf": "rtf",
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff"), "picture"),
}
_CALLED: dict[FileKind, str] = {
    "docx": "Word",
    "pdf": "PDF",
    "txt": "văn bản chữ",
    "html": "trang web",
    "eml": "thư điện tử",
    "doc": "Word đời cũ",
    "odt": "OpenDocument",
    "rtf": "RTF",
    "picture": "ảnh",
}
_ALIKE = frozenset({("eml", "txt"), ("html", "txt"), ("txt", "eml"), ("txt", "html")})


def kind_by_name(file_name: str) -> FileKind | None:
    return _ENDINGS.get(PurePath(file_name).suffix.lower())


def meant_by(file_name: str) -> str | None:
    """What a file that reads as nothing once was; a text file is not taken for broken."""
    kind = kind_by_name(file_name)
    return None if kind in {None, "txt"} else _CALLED[kind]


def misleading_name(file_name: str, kind: FileKind) -> list[str]:
    meant = kind_by_name(file_name)
    if meant is None or meant == kind or (meant, kind) in _ALIKE:
        return []
    told = f"Tên tệp có đuôi của {_CALLED[meant]} nhưng nội dung là {_CALLED[kind]}"
    return [f"{told}; đã đọc theo nội dung."]
