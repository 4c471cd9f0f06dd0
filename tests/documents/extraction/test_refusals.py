"""Files that cannot be read: one sentence that says why and what to do."""

import random
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.documents.extraction.papers import pdf, word, word_that_swells

from baro.documents.extraction import SIZE_LIMIT, extract
from baro.documents.extraction.refusals import (
    EncodingUnknown,
    FileExpandsTooMuch,
    FileHasTwoFaces,
    FileIsBroken,
    FileIsEmpty,
    FileIsEncrypted,
    FileNotReadable,
    FileTooLarge,
    FileTypeUnknown,
    NoTextInFile,
)


def _other_zip() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
    return out.getvalue()


CASES: list[tuple[str, bytes, type[FileNotReadable], str]] = [
    ("0 byte", b"", FileIsEmpty, "0 byte"),
    ("only blanks", b"  \n\t ", NoTextInFile, "không có chữ"),
    ("empty Word file", word(), NoTextInFile, "không có chữ"),
    ("scan", pdf([[]]), NoTextInFile, "bản chụp"),
    ("locked PDF", pdf([["Chữ trong tệp khóa"]], locked=True), FileIsEncrypted, "mật khẩu"),
    ("PDF of 5,000 pages", pdf([[]] * 5_000), FileTooLarge, "quá 2000 trang"),
    ("broken PDF", b"%PDF-1.7\nnothing", FileIsBroken, "hỏng"),
    ("swelling Word file", word_that_swells(5_000_000), FileExpandsTooMuch, "bung ra quá lớn"),
    ("broken Word file", word("chữ")[:-30], FileIsBroken, "tải lại từ nơi gửi"),
    ("spreadsheet", _other_zip(), FileTypeUnknown, "Chưa đọc được loại tệp"),
    ("broken picture", b"\x89PNG\r\n\x1a\n" + bytes(50), FileIsBroken, "ảnh bị hỏng"),
    ("moving picture", b"GIF89a" + bytes(50), FileTypeUnknown, "Chưa đọc được loại tệp"),
    ("old Excel", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), FileTypeUnknown, ".docx"),
    ("PDF that is a ZIP too", pdf([["Chữ trong tệp"]]) + _other_zip(), FileHasTwoFaces, "hai loại"),
    ("ZIP with a PDF in front", b"PK\x03\x04" + pdf([["Chữ"]]), FileHasTwoFaces, "hai loại"),
    ("PDF behind a page", b"<script>x</script>" + pdf([["Chữ"]]), FileHasTwoFaces, "hai loại"),
    ("picture that is a ZIP too", b"\xff\xd8\xff" + _other_zip(), FileHasTwoFaces, "hai loại"),
    (
        "locked Word",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        FileIsEncrypted,
        "mật khẩu",
    ),
    ("other old code", "Té à l'été déjà".encode("latin-1"), EncodingUnknown, "Unicode"),
    ("binary", bytes(range(1, 32)) * 20, FileTypeUnknown, "Chưa đọc được loại tệp"),
]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("cong-van.pdf", "Tệp PDF bị hỏng"),
        ("CONG-VAN.DOCX", "Tệp Word bị hỏng"),
        ("x.txt", "TCVN3"),
    ],
)
def test_bytes_that_read_as_nothing_are_told_as_what_they_were(name: str, said: str) -> None:
    with pytest.raises(FileNotReadable) as refused:
        extract(b"\xe2\x28\xa1 rest of a file", file_name=name)

    assert said in refused.value.message


@pytest.mark.parametrize(("content", "refusal", "said"), [case[1:] for case in CASES])
def test_each_refusal_says_why(content: bytes, refusal: type[FileNotReadable], said: str) -> None:
    with pytest.raises(refusal) as refused:
        extract(content)

    assert said in refused.value.message
    assert refused.value.message.endswith(".")


def test_a_file_over_the_limit_is_refused_before_it_is_opened() -> None:
    with pytest.raises(FileTooLarge, match="quá giới hạn 50 MB"):
        extract(bytes(SIZE_LIMIT + 1))


def test_the_bytes_decide_and_a_misleading_name_is_told() -> None:
    found = extract(word("Chữ trong tệp Word"), file_name="thong-bao.pdf")

    assert found.kind == "docx"
    assert found.notes == ("Tên tệp có đuôi của PDF nhưng nội dung là Word; đã đọc theo nội dung.",)


def test_a_file_attached_inside_a_pdf_does_not_make_it_two_files() -> None:
    whole = pdf([["Chữ trong tệp có đính kèm"]])
    at = whole.rindex(b"trailer")

    assert extract(whole[:at] + b"% " + _other_zip() + b"\n" + whole[at:]).kind == "pdf"


def test_a_text_in_another_language_is_read_and_told() -> None:
    found = extract(b"All departments shall report to the office before Friday. " * 10)

    assert found.text.startswith("All departments")
    assert "không phải tiếng Việt" in found.notes[0]


@settings(deadline=None)  # how long a slow machine takes is not the matter here
@given(content=st.binary(max_size=400))
def test_no_bytes_do_more_than_refuse(content: bytes) -> None:
    assume(not content.lstrip().startswith(b"{\\rtf"))  # would start LibreOffice
    _read_or_refused(content)


@pytest.mark.parametrize("whole", [word("Giao Sở Nội vụ"), pdf([["Giao Sở Nội vụ báo cáo sớm"]])])
def test_damaged_files_are_refused_and_do_not_crash(whole: bytes) -> None:
    chance = random.Random(7)  # noqa: S311 - damage, not secrets

    for _ in range(60):
        damaged = bytearray(whole)
        for _ in range(chance.randrange(1, 12)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        _read_or_refused(bytes(damaged))


def _read_or_refused(content: bytes) -> None:
    with suppress(FileNotReadable):
        assert extract(content).text
