"""The programs of the machine that read scans and old files: whether they are there."""

from dataclasses import dataclass
from datetime import datetime

from baro.documents.extraction.ocr.tesseract import can_recognise
from baro.documents.extraction.office import can_read_office
from baro.kernel.health.api import Check


@dataclass(frozen=True)
class ReadingProgram:
    """One program, what it reads, and the packages that bring it."""

    name: str
    reads: str
    packages: str
    is_there: bool

    @property
    def text(self) -> str:
        if self.is_there:
            return f"Đã có, dùng để đọc {self.reads}."
        return f"Chưa có nên chưa đọc được {self.reads}. Cài gói: {self.packages}."


def reading_programs() -> tuple[ReadingProgram, ...]:
    return (
        ReadingProgram(
            "Tesseract và dữ liệu tiếng Việt",
            "bản chụp và ảnh",
            "tesseract-ocr, tesseract-ocr-vie",
            can_recognise(),
        ),
        ReadingProgram(
            "LibreOffice Writer",
            "tệp Word đời cũ (.doc), .odt và .rtf",
            "libreoffice-writer",
            can_read_office(),
        ),
    )


def missing_programs() -> tuple[ReadingProgram, ...]:
    return tuple(program for program in reading_programs() if not program.is_there)


def programs_look(at: datetime) -> Check:
    """For the health page."""
    programs = reading_programs()
    text = " ".join(f"{program.name}: {program.text}" for program in programs)
    is_well = all(program.is_there for program in programs)
    return Check("Đọc bản chụp, tệp cũ", is_well=is_well, text=text)
