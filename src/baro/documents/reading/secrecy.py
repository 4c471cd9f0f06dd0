"""Marks of secrecy and urgency: a stamp or a line of its own, never a word in running text."""

import re

from baro.documents.reading.surface import surface
from baro.kernel.text import nfc

_SECRECY = {"mật": "Mật", "tối mật": "Tối mật", "tuyệt mật": "Tuyệt mật"}
_URGENCY = {
    "khẩn": "Khẩn",
    "thượng khẩn": "Thượng khẩn",
    "hỏa tốc": "Hỏa tốc",
    "hỏa tốc hẹn giờ": "Hỏa tốc",
}
_CELLS = re.compile(r"\t| {3,}|\|")
_FRAME = " .:;-_*[](){}<>|\"'=#/\\"
_LABEL = re.compile(
    r"^(?:(?:độ|mức|mức độ|cấp độ|dấu|dấu chỉ(?: mức)? độ)\s+(?:mật|khẩn|tối mật|tuyệt mật)\s*[:\-]"
    r"|(?:độ|mức độ)\s*:|(?:tài liệu|văn bản|bản|độ))\s*"
)
_SPACED = re.compile(r"\S(?: {1,2}\S)+")
_LONGEST_STAMP = 60


def secrecy_mark(text: str) -> str | None:
    """The grade the text is marked with; "bảo mật", "mật độ" in a sentence are no marks."""
    return _mark(text, _SECRECY)


def urgency_mark(text: str) -> str | None:
    return _mark(text, _URGENCY)


def is_stamp(line: str) -> bool:
    return bool(secrecy_mark(line) or urgency_mark(line))


def _mark(text: str, grades: dict[str, str]) -> str | None:
    for line in nfc(text).splitlines():
        for cell in _CELLS.split(line):
            if (
                len(cell) <= _LONGEST_STAMP
                and _may_be_stamp(cell)
                and (grade := _grade(cell, grades))
            ):
                return grade
    return None


def _may_be_stamp(cell: str) -> bool:
    """A quick look, so that the slow one is taken at few cells only."""
    letters = "".join(cell.split()).lower()
    return "mật" in letters or "khẩn" in letters or "tốc" in letters


def _grade(cell: str, grades: dict[str, str]) -> str | None:
    shown = cell.strip().strip(_FRAME)
    plain = surface(shown)
    label = _LABEL.match(plain)
    stamp = plain[label.end() :] if label else plain
    grade = grades.get(" ".join(stamp.split()).strip(_FRAME)) or _spaced_out(plain, grades)
    stamped = shown[:1].isupper() and (label is not None or shown.isupper() or _alone(cell, shown))
    return grade if grade and stamped else None


def _alone(cell: str, shown: str) -> bool:
    """A cell that holds the word and nothing that would make it the end of a sentence."""
    return not cell.strip().endswith((".", ",", ";")) and shown[:1].isupper()


def _spaced_out(plain: str, grades: dict[str, str]) -> str | None:
    """Stamps set with spaces between the letters: "M Ậ T"."""
    if not _SPACED.fullmatch(plain):
        return None
    squeezed = plain.replace(" ", "")
    return next(
        (shown for word, shown in grades.items() if word.replace(" ", "") == squeezed), None
    )
