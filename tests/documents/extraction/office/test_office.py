"""Old Word, OpenDocument and RTF through LibreOffice: the talk with it, and the real one."""

import shutil
import time
from pathlib import Path

import pytest
from tests.documents.extraction.papers import word

from baro.documents.extraction import extract, office, programs
from baro.documents.extraction.refusals import (
    FileHasMacros,
    FileIsBroken,
    FileNeedsProgram,
    ReadingStopped,
    ReadingTookTooLong,
)

RTF = rb"{\rtf1\ansi\uc1 Giao S\u7903? N\u7897?i v\u7909? b\'e1o c\'e1o.\par}"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(600)


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole PATH, with a `soffice` that the test writes."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path / "soffice"


def _write(program: Path, script: str) -> None:
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


def test_the_converted_file_is_read_as_word(stand_in: Path) -> None:
    made = stand_in.with_name("made.docx")
    made.write_bytes(word("Giao Sở Nội vụ."))
    asked = stand_in.with_name("asked")
    _write(stand_in, f'echo "$@" > {asked}; for last; do :; done; cp {made} "${{last%.*}}.docx"')

    found = extract(RTF)

    assert (found.kind, found.text) == ("rtf", "Giao Sở Nội vụ.")
    assert "--headless" in asked.read_text()
    assert "-env:UserInstallation=file://" in asked.read_text()


def test_a_file_that_cannot_be_converted_is_called_broken(stand_in: Path) -> None:
    _write(stand_in, "exit 0")

    with pytest.raises(FileIsBroken, match="không chuyển đổi được"):
        extract(OLD_WORD)


def test_a_conversion_that_hangs_is_ended_with_its_children(
    stand_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = stand_in.with_name("child")
    _write(stand_in, f"sleep 60 & echo $! > {child}.new; mv {child}.new {child}; wait")
    clock = iter(range(10_000))
    monkeypatch.setattr(office, "_SECONDS", 5)
    monkeypatch.setattr(programs, "monotonic", lambda: next(clock) if child.exists() else 0)

    with pytest.raises(ReadingTookTooLong, match="quá lâu"):
        extract(RTF)

    assert _is_gone(int(child.read_text()))


def test_a_conversion_stops_when_told(stand_in: Path) -> None:
    _write(stand_in, "sleep 60")

    with pytest.raises(ReadingStopped):
        extract(RTF, should_stop=lambda: True)


def test_without_libreoffice_the_refusal_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(FileNeedsProgram, match="cài gói libreoffice-writer"):
        extract(OLD_WORD)


def test_macros_of_old_word_are_refused(stand_in: Path) -> None:
    _write(stand_in, "exit 0")

    with pytest.raises(FileHasMacros):
        extract(OLD_WORD + "_VBA_PROJECT".encode("utf-16-le"))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_the_real_libreoffice_reads_rtf() -> None:
    assert extract(RTF).text.strip() == "Giao Sở Nội vụ báo cáo."


def _is_gone(number: int) -> bool:
    """A killed child may stay as a zombie until its new parent looks; it runs no more."""
    for _ in range(50):
        try:
            state = Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False
