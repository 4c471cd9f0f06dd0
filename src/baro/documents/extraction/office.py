"""Old Word, OpenDocument and RTF, which LibreOffice turns into .docx first."""

import tempfile
from pathlib import Path

from baro.documents.extraction.extracted import FileKind, Found
from baro.documents.extraction.limits import EXPANSION_LIMIT
from baro.documents.extraction.packed import check_packed
from baro.documents.extraction.programs import find_program, run_program
from baro.documents.extraction.refusals import (
    FileExpandsTooMuch,
    FileHasMacros,
    FileIsBroken,
    FileNeedsProgram,
)
from baro.documents.extraction.watch import Watch
from baro.documents.extraction.word import text_of_word

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120.0
_OPTIONS = ("--headless", "--invisible", "--norestore", "--nodefault", "--nolockcheck", "--nologo")
_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_CALLED: dict[FileKind, str] = {
    "doc": "Word đời cũ (.doc)",
    "odt": "OpenDocument (.odt)",
    "rtf": "RTF (.rtf)",
}
# Macros of highest security without trusted places, and no network for linked pictures or text.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def can_read_office() -> bool:
    return find_program(*_PROGRAMS) is not None


def text_of_office(content: bytes, watch: Watch, *, kind: FileKind) -> Found:
    """Converted in a folder of its own that is gone afterwards; macros and links stay dead."""
    program = find_program(*_PROGRAMS)
    if program is None:
        raise FileNeedsProgram(
            f"Máy chủ chưa có LibreOffice để đọc tệp {_CALLED[kind]}. Quản trị hệ thống cài gói "
            "libreoffice-writer; trong khi chờ, ông/bà lưu tệp thành .docx hoặc PDF rồi tải lên."
        )
    _refuse_danger(content, kind)
    with tempfile.TemporaryDirectory(prefix="baro-office-") as place:
        return text_of_word(_as_docx(content, kind, program, Path(place), watch), watch)


def _refuse_danger(content: bytes, kind: FileKind) -> None:
    if kind == "odt":
        check_packed(content)
    if kind == "doc" and _MACROS in content:
        raise FileHasMacros(
            "Tệp Word có macro (chương trình chạy kèm) nên không được nhận. Ông/bà mở tệp gốc, "
            "lưu lại thành “Tài liệu Word (.docx)” rồi tải lên."
        )


def _as_docx(content: bytes, kind: FileKind, program: str, folder: Path, watch: Watch) -> bytes:
    profile, source = folder / "profile", folder / f"paper.{kind}"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    source.write_bytes(content)
    run_program(
        [
            *(program, f"-env:UserInstallation={profile.as_uri()}", *_OPTIONS),
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(source)),
        ],
        folder=folder,
        seconds=_SECONDS,
        watch=watch,
    )
    written = folder / "paper.docx"
    if not written.is_file():
        raise FileIsBroken(
            f"Tệp {_CALLED[kind]} bị hỏng hoặc được đặt mật khẩu, không chuyển đổi được."
        )
    if written.stat().st_size > EXPANSION_LIMIT:
        raise FileExpandsTooMuch("Tệp bung ra quá lớn, không an toàn để mở.")
    return written.read_bytes()
