"""The parts of an official paper, before any layout (Decree 30/2020/NĐ-CP, Article 8)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from baro.documents.official.body import Block
from baro.documents.official.layout import Branch, Layout

_ROOM = "\N{NO-BREAK SPACE}"
_OFFICE = "Văn phòng"
_TWO_DIGITS_UNTIL_MONTH = 2
_TWO_DIGITS_UNTIL_DAY = 9


class Authority(StrEnum):
    """In whose place somebody signs."""

    TM = "TM"  # thay mặt: for a collective
    KT = "KT"  # ký thay: for the head
    TL = "TL"  # thừa lệnh: by order
    TUQ = "TUQ"  # thừa ủy quyền: by authority
    Q = "Q"  # quyền: acting head


@dataclass(frozen=True)
class Signer:
    """Who signs: first in whose place, line by line, then the signer's own post, then the name.

    `post` may be several lines. An acting head has no post of their own to print: the line
    "Q. CHỦ TỊCH" says it.
    """

    name: str
    post: str = ""
    authority: tuple[tuple[Authority, str], ...] = ()

    def lines(self, layout: Layout) -> list[str]:
        """The lines above the signature: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"."""
        lines = [f"{layout.text(f'authority_{kind}')} {whose}" for kind, whose in self.authority]
        return [line.upper() for line in [*lines, *self.post.splitlines()] if line]


@dataclass(frozen=True)
class Appendix:
    """What comes with a paper on pages of its own; `is_wide` lays them on their side."""

    title: str
    body: tuple[Block, ...]
    is_wide: bool = False


@dataclass(frozen=True)
class OfficialPaper:
    """One paper as it goes out; what is empty leaves its place free.

    `symbol` is written whole ("12/UBND-VX", "127-QĐ/TW"); while there is no number it begins with
    the stroke or the hyphen, and a gap is left for the number. `type_name` is empty for an
    official letter. `filing` is what follows "Lưu:".
    """

    branch: Branch
    issuer: tuple[str, ...]
    signer: Signer
    superior: tuple[str, ...] = ()
    symbol: str = ""
    place: str = ""
    issued_on: date | None = None
    type_name: str = ""
    subject: str = ""
    addressees: tuple[str, ...] = ()
    body: tuple[Block, ...] = ()
    recipients: tuple[str, ...] = ()
    filing: str = "VT"
    urgency: str = ""
    appendices: tuple[Appendix, ...] = ()

    @property
    def is_letter(self) -> bool:
        return not self.type_name

    @property
    def title(self) -> str:
        """How the file calls itself: type, number, subject."""
        name = self.type_name or "Công văn"
        number = self.symbol if self.symbol[:1].isdigit() else ""
        return " ".join(part for part in (name, number, self.subject) if part)

    @property
    def cited(self) -> str:
        """As an appendix names the paper that it belongs to."""
        number = self.symbol if self.symbol[:1].isdigit() else f"{_ROOM * 8}{self.symbol}"
        day = self.date_line().removeprefix(f"{self.place}, ") if self.place else self.date_line()
        name = self.type_name or "Công văn"
        return f"{name} số {number} {day} của {self._whole_issuer}"

    @property
    def _whole_issuer(self) -> str:
        """A bare "Văn phòng" is nobody without the body that it serves."""
        own = " ".join(self.issuer)
        return " ".join((own, *self.superior)) if own == _OFFICE else own

    def numbered(self, symbol: str, *, issued_on: date) -> "OfficialPaper":
        """The same paper with its number and day."""
        return replace(self, symbol=symbol, issued_on=issued_on)

    def number_line(self, layout: Layout) -> str:
        gap = "" if self.symbol[:1].isdigit() else _ROOM * 8
        return f"{layout.text('number_label')}{gap}{self.symbol}"

    def date_line(self) -> str:
        """As in "Hà Nội, ngày 05 tháng 01 năm 2026"; gaps while the day is not known."""
        place = f"{self.place}, " if self.place else ""
        if self.issued_on is None:
            return f"{place}ngày{_ROOM * 6}tháng{_ROOM * 6}năm {_ROOM * 6}"
        day, month = self.issued_on.day, self.issued_on.month
        return (
            f"{place}ngày {_two_digits(day, _TWO_DIGITS_UNTIL_DAY)} tháng "
            f"{_two_digits(month, _TWO_DIGITS_UNTIL_MONTH)} năm {self.issued_on.year}"
        )

    def recipient_lines(self) -> list[str]:
        """The list under "Nơi nhận", the file copy last."""
        named = [f"- {_bare(recipient)};" for recipient in self.recipients]
        return [*named, f"- Lưu: {_bare(self.filing)}."] if self.filing else _closed(named)

    def addressee_lines(self) -> list[str]:
        """One addressee stands beside "Kính gửi:", several stand below, each in its line."""
        if len(self.addressees) < 2:
            return [_bare(addressee) for addressee in self.addressees]
        return _closed([f"- {_bare(addressee)};" for addressee in self.addressees])


def _two_digits(number: int, until: int) -> str:
    return f"{number:02d}" if number <= until else str(number)


def _bare(line: str) -> str:
    return line.strip().lstrip("-–+ ").rstrip(";. ")


def _closed(lines: Sequence[str]) -> list[str]:
    """The last of several lines ends with a full stop."""
    return [*lines[:-1], f"{lines[-1].rstrip(';')}."] if lines else []
