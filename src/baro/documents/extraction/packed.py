"""Looks into a packed file before it is unpacked: a few kilobytes may hold gigabytes."""

import io
import zipfile

from baro.documents.extraction.limits import EXPANSION_LIMIT, PART_LIMIT, RATIO_LIMIT
from baro.documents.extraction.refusals import (
    FileExpandsTooMuch,
    FileIsBroken,
    FileIsEncrypted,
)

_SMALL = 1_000_000
_ENCRYPTED = 0x1


def check_packed(content: bytes) -> None:
    """Refuse a file that would unpack beyond the limits, or that is locked or broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise FileIsBroken("Tệp Word bị hỏng, không mở được.") from None
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise FileIsEncrypted("Tệp Word được đặt mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại.")
    whole = sum(part.file_size for part in parts)
    if whole > EXPANSION_LIMIT or len(parts) > PART_LIMIT or any(map(_swells, parts)):
        raise FileExpandsTooMuch("Tệp Word bung ra quá lớn, không an toàn để mở.")


def _swells(part: zipfile.ZipInfo) -> bool:
    return part.file_size > max(_SMALL, part.compress_size * RATIO_LIMIT)
