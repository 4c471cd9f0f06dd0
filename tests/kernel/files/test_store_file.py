import hashlib
import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from django.db import connection
from tests.kernel.files.samples import JPEG, PDF, PNG, zip_of

from baro.kernel.files import api as files

pytestmark = pytest.mark.django_db


def _saved(thing: Any) -> bytes:
    buffer = io.BytesIO()
    thing.save(buffer)
    return buffer.getvalue()


def test_the_bytes_lie_under_their_hash_and_come_back(noon: datetime, settings: Any) -> None:
    stored = files.store_file("Kính gửi".encode(), name="thu.txt", at=noon)

    digest = hashlib.sha256("Kính gửi".encode()).hexdigest()
    assert (stored.sha256, stored.size, stored.stored_at) == (digest, 11, noon)
    assert (Path(settings.FILE_STORE) / digest[:2] / digest[2:4] / digest).read_bytes()
    assert _read(stored) == "Kính gửi".encode()


def test_the_same_bytes_are_kept_once_under_any_name(noon: datetime, settings: Any) -> None:
    one = files.store_file(b"cong van", name="a.txt", at=noon)
    other = files.store_file(io.BytesIO(b"cong van"), name="b.csv", at=noon)

    assert one == other
    assert _all_files(settings) == [one.sha256]


@pytest.mark.parametrize(
    ("name", "make", "media_type"),
    [
        ("a.docx", lambda: _saved(docx.Document()), files.DOCX),
        ("a.xlsx", lambda: _saved(openpyxl.Workbook()), files.XLSX),
        ("a.zip", lambda: zip_of({"doc.txt": b"x"}), files.ZIP),
        ("a.odt", lambda: zip_of({"mimetype": files.ODT.encode()}), files.ODT),
        ("a.pdf", lambda: PDF, files.PDF),
        ("a.png", lambda: PNG, files.PNG),
        ("a.JPG", lambda: JPEG, files.JPEG),
        ("a.txt", lambda: "Điều 1".encode(), files.TEXT),
        ("a.txt", lambda: "Điều 1".encode("utf-16"), files.TEXT),
        ("khong-duoi", lambda: PDF, files.PDF),
    ],
)
def test_the_type_is_told_from_the_bytes(
    name: str, make: Callable[[], bytes], media_type: str, noon: datetime
) -> None:
    assert files.store_file(make(), name=name, at=noon).media_type == media_type


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("a.txt", b"", files.FileIsEmpty),
        ("a.pdf", b"MZ\x90\x00" + bytes(200), files.FileIsDamaged),
        ("a.exe", b"MZ\x90\x00" + bytes(200), files.FileTypeNotAccepted),
        ("a.txt", b"\x7fELF" + bytes(60), files.FileNotUnicode),
        ("a.txt", b"#!/bin/sh\nrm -rf /", files.FileTypeNotAccepted),
        ("a.txt", "Điều".encode()[:-1] + b"\xff", files.FileNotUnicode),
        ("a.txt", b"text with \x00 inside", files.FileNotUnicode),
        ("a.gif", b"GIF89a" + bytes(20), files.FileTypeNotAccepted),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), files.FileIsLocked),
        ("a.docx", PDF, files.FileNameMisleads),
        ("a.docx", zip_of({"doc.txt": b"x"}), files.FileNameMisleads),
        ("a.pdf", PNG, files.FileNameMisleads),
        ("a.html", b"<script>alert(1)</script>", files.FileNameMisleads),
        ("a.svg", b"<svg onload='x'/>", files.FileNameMisleads),
        ("a.pdf.exe", PDF, files.FileNameMisleads),
        ("a.docx", b"PK\x03\x04 and then nothing", files.FileIsDamaged),
        ("a.zip", zip_of({"setup.exe": b"MZ"}), files.FileTypeNotAccepted),
        ("a.zip", zip_of({"word/vbaProject.bin": b"x"}), files.FileTypeNotAccepted),
        ("a.zip", zip_of({"big": bytes(60 * 2**20)}), files.FileExpandsTooFar),
        ("a.zip", zip_of({f"{n}": b"" for n in range(10_001)}), files.FileExpandsTooFar),
    ],
)
def test_what_is_not_safe_is_refused_and_leaves_nothing_behind(
    name: str, content: bytes, refusal: type[Exception], noon: datetime, settings: Any
) -> None:
    with pytest.raises(refusal):
        files.store_file(content, name=name, at=noon)

    assert _all_files(settings) == []
    assert not files.StoredFile.objects.exists()


def test_a_locked_archive_is_refused(noon: datetime) -> None:
    locked = bytearray(zip_of({"a.txt": b"secret"}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(files.FileIsLocked, match="mật khẩu"):
        files.store_file(bytes(locked), name="a.zip", at=noon)


def test_the_limit_is_the_last_size_that_is_taken(noon: datetime, settings: Any) -> None:
    settings.FILE_SIZE_LIMIT = 2**20

    assert files.store_file(b"a" * 2**20, name="a.txt", at=noon).size == 2**20
    with pytest.raises(files.FileTooLarge, match="1 MB"):
        files.store_file(b"a" * (2**20 + 1), name="a.txt", at=noon)


def test_lost_bytes_are_told_and_healed_by_bringing_them_again(
    noon: datetime, settings: Any
) -> None:
    stored = files.store_file(b"cong van", name="a.txt", at=noon)
    next(path for path in Path(settings.FILE_STORE).rglob(stored.sha256)).unlink()

    with pytest.raises(files.FileIsMissing):
        files.open_file(stored)
    files.store_file(b"cong van", name="a.txt", at=noon)
    assert _read(stored) == b"cong van"


@pytest.mark.django_db(transaction=True)
def test_many_who_bring_the_same_bytes_at_once_share_one_file(
    noon: datetime, settings: Any
) -> None:
    def bring(number: int) -> int:
        try:
            return files.store_file(b"x" * 2**20, name=f"{number}.txt", at=noon).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as people:
        brought = set(people.map(bring, range(12)))

    assert len(brought) == 1
    assert len(_all_files(settings)) == 1


def _read(stored: files.StoredFile) -> bytes:
    with files.open_file(stored) as file:
        return file.read()


def _all_files(settings: Any) -> list[str]:
    return [path.name for path in Path(settings.FILE_STORE).rglob("*") if path.is_file()]
