"""Files that are ZIP containers: what they are, and whether it is safe to open them.

Python's reader never yields more than the size that an entry declares, so the declared sizes are
a true bound for every later reader of the same file.
"""

import zipfile
from collections.abc import Mapping, Sequence
from typing import BinaryIO

from baro.kernel.files import types
from baro.kernel.files.names import ending
from baro.kernel.files.refusals import (
    FileExpandsTooFar,
    FileIsDamaged,
    FileIsLocked,
    FileTypeNotAccepted,
)

_MOST_ENTRIES = 10_000
_LARGEST_EXPANSION = 400 * 2**20
_HIGHEST_RATIO = 200
_RATIO_MATTERS_FROM = 20 * 2**20
_LOCKED = 0x1
_MAIN_PARTS: Mapping[str, str] = {
    "word/document.xml": types.DOCX,
    "xl/workbook.xml": types.XLSX,
    "ppt/presentation.xml": types.PPTX,
}
_OPEN_DOCUMENT = (types.ODT, types.ODS)
_PROGRAMS = frozenset(
    {
        *("exe", "dll", "com", "scr", "msi", "bat", "cmd", "ps1", "sh", "lnk", "jar", "apk"),
        *("vbs", "vbe", "js", "jse", "wsf", "hta", "docm", "xlsm", "pptm"),
    }
)


def container_type(file: BinaryIO) -> str:
    """Look into the container without expanding it."""
    try:
        with zipfile.ZipFile(file) as container:
            _check_expansion(container.infolist())
            _check_contents(container.infolist())
            return _type_of(container)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise FileIsDamaged("Tệp bị hỏng, không mở được. Hãy gửi lại bản khác.") from error


def _check_expansion(entries: Sequence[zipfile.ZipInfo]) -> None:
    expanded = sum(entry.file_size for entry in entries)
    packed = max(sum(entry.compress_size for entry in entries), 1)
    ratio_is_wild = expanded > _RATIO_MATTERS_FROM and expanded / packed > _HIGHEST_RATIO
    if len(entries) > _MOST_ENTRIES or expanded > _LARGEST_EXPANSION or ratio_is_wild:
        raise FileExpandsTooFar(
            "Tệp nén bung ra quá lớn so với giới hạn an toàn, nên không được nhận."
        )


def _check_contents(entries: Sequence[zipfile.ZipInfo]) -> None:
    for entry in entries:
        if entry.flag_bits & _LOCKED:
            raise FileIsLocked("Tệp đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.")
        if entry.filename.lower().endswith("vbaproject.bin") or ending(entry.filename) in _PROGRAMS:
            raise FileTypeNotAccepted(
                "Tệp chứa chương trình (macro hoặc tệp chạy), nên không được nhận."
            )


def _type_of(container: zipfile.ZipFile) -> str:
    names = set(container.namelist())
    if "[Content_Types].xml" in names:
        for part, media_type in _MAIN_PARTS.items():
            if part in names:
                return media_type
    if "mimetype" in names and container.getinfo("mimetype").file_size < 100:
        declared = container.read("mimetype").decode("ascii", "replace").strip()
        if declared in _OPEN_DOCUMENT:
            return declared
    return types.ZIP
