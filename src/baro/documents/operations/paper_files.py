"""The file of a paper in the store."""

from datetime import datetime

from baro.documents.extraction.extracted import FileKind
from baro.documents.operations.papers import Paper
from baro.kernel.files import api as files

_MEDIA_TYPES: dict[FileKind, str] = {
    "doc": files.DOC,
    "rtf": files.RTF,
    "html": files.HTML,
    "eml": files.EML,
}


def keep_file(paper: Paper, *, at: datetime) -> files.StoredFile | None:
    """The file of a paper in the store; one that was stored while unread stays where it is."""
    if paper.stored or paper.content is None:
        return paper.stored
    media_type = media_type_of(paper.content, paper.file_name, paper.kind)
    return files.store_file(paper.content, name=paper.file_name, at=at, media_type=media_type)


def media_type_of(content: bytes, file_name: str, kind: FileKind | None) -> str | None:
    """What the bytes are, for kinds that the store cannot tell by itself."""
    if kind in {"eml", "html"} and file_name.lower().endswith(".txt"):
        return files.TEXT
    if kind == "txt":
        return None if _is_unicode(content) else files.TEXT
    if kind == "picture" and content[:2] in {b"II", b"MM"}:
        return files.TIFF
    return _MEDIA_TYPES.get(kind) if kind else None


def _is_unicode(content: bytes) -> bool:
    for encoding in ("utf-8", "utf-16"):
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return True
    return False
