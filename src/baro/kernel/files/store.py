"""The bytes on disk: under their own hash, written whole or not at all."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from baro.kernel.files.refusals import FileIsEmpty, FileIsMissing, FileTooLarge

_CHUNK = 2**20
Content = bytes | BinaryIO


@dataclass(frozen=True)
class Incoming:
    """Bytes that have arrived beside the store and are not part of it yet."""

    path: Path
    sha256: str
    size: int


@contextmanager
def incoming(content: Content) -> Iterator[Incoming]:
    """Take the bytes in up to the size limit; whatever is not kept disappears afterwards."""
    folder = Path(settings.FILE_STORE) / "incoming"
    folder.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=folder)
    path = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            digest, size = _copy(content, file)
            file.flush()
            os.fsync(file.fileno())
        yield Incoming(path, digest, size)
    finally:
        path.unlink(missing_ok=True)


def keep(arrived: Incoming) -> None:
    """Move the bytes to their place, unless the same bytes are there already."""
    place = path_of(arrived.sha256)
    if place.exists() and place.stat().st_size == arrived.size:
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    arrived.path.replace(place)
    _sync_folder(place.parent)


def fingerprint(sha256: str) -> str | None:
    """The hash that the bytes have now; none when they are gone."""
    try:
        with path_of(sha256).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def lying() -> Iterator[tuple[str, int, datetime]]:
    """All bytes in the store: their name, size, and since when they lie there."""
    for path in Path(settings.FILE_STORE).glob("??/??/*"):
        found = path.stat()
        yield path.name, found.st_size, datetime.fromtimestamp(found.st_mtime, UTC)


def drop(sha256: str) -> None:
    path_of(sha256).unlink(missing_ok=True)


def path_of(sha256: str) -> Path:
    return Path(settings.FILE_STORE) / sha256[:2] / sha256[2:4] / sha256


def opened(sha256: str) -> BinaryIO:
    try:
        return path_of(sha256).open("rb")
    except FileNotFoundError as error:
        raise FileIsMissing(
            "Nội dung tệp không còn trong kho. Hãy báo quản trị hệ thống khôi phục từ bản sao lưu."
        ) from error


def _copy(content: Content, file: BinaryIO) -> tuple[str, int]:
    digest, size, limit = hashlib.sha256(), 0, settings.FILE_SIZE_LIMIT
    for piece in _pieces(content):
        size += len(piece)
        if size > limit:
            raise FileTooLarge(
                f"Tệp lớn quá {limit // 2**20} MB. Hãy chia nhỏ hoặc giảm dung lượng."
            )
        digest.update(piece)
        file.write(piece)
    if size == 0:
        raise FileIsEmpty("Tệp rỗng (0 byte). Ông/bà kiểm tra lại tệp gốc rồi gửi lại.")
    return digest.hexdigest(), size


def _pieces(content: Content) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
        return
    content.seek(0)
    while piece := content.read(_CHUNK):
        yield piece


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
