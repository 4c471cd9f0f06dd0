"""Taking in the file of a list."""

from datetime import datetime

from baro.kernel.files.api import (
    TEXT,
    XLSX,
    FileTypeNotAccepted,
    StoredFile,
    store_file,
)
from baro.kernel.sheets.reading import ListUnreadable

_WANTED = "Chỉ nhận bảng tính Excel (.xlsx) hoặc tệp CSV."


def keep_list(content: bytes, *, name: str, at: datetime) -> StoredFile:
    """Keep the bytes of a spreadsheet; `ListUnreadable` for whatever else a file may be."""
    try:
        stored = store_file(content, name=name, at=at)
    except FileTypeNotAccepted:
        raise ListUnreadable(_WANTED, field="file") from None
    if stored.media_type not in {XLSX, TEXT}:
        raise ListUnreadable(_WANTED, field="file")
    return stored
