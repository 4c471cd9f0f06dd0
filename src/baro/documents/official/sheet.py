"""What stands where on a paper: the one arrangement that both writers follow."""

from dataclasses import dataclass

from baro.documents.official import metrics
from baro.documents.official.layout import Layout, Look
from baro.documents.official.paper import Appendix, OfficialPaper

_RULE = "rule"
_RULE_SHARE = 0.4  # Decree 30: between a third and a half of the line above
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_SUBJECT_SHARE = 0.86  # a subject does not run from margin to margin


@dataclass(frozen=True)
class Line:
    """One printed line, or a paragraph that the writer breaks, in one look."""

    look: Look
    text: str


@dataclass(frozen=True)
class Rule:
    """A thin line under what stands above, centred, so many points wide."""

    width: float


Item = Line | Rule


@dataclass(frozen=True)
class Sheet:
    """A paper arranged by the rules of its branch and day."""

    paper: OfficialPaper
    layout: Layout

    def line(self, look: str, text: str) -> Line:
        found = self.layout.looks[look]
        return Line(found, text.upper() if found.capitals else text)

    @property
    def columns(self) -> tuple[float, float]:
        """The widths of the left and the right half of the head."""
        left = self.layout.text_width * self.layout.measures["left_column_share"].value
        return left, self.layout.text_width - left

    def issuer(self) -> list[Item]:
        """The upper left: the superior body, the issuing body, and the mark under it."""
        lines: list[Item] = [
            self.line(look, line)
            for look, names in (("superior", self.paper.superior), ("issuer", self.paper.issuer))
            for name in names
            for line in self._broken(look, name, self.columns[0] - 4)
        ]
        return lines + self._mark("issuer_mark", "issuer", lines)

    def nation(self) -> list[Item]:
        """The upper right: state and motto, or the Party, with a rule as long as the last line."""
        lines = [self.line("nation", self.layout.text("nation"))]
        if self.layout.text("motto"):
            lines.append(self.line("motto", self.layout.text("motto")))
        return [*lines, Rule(metrics.width(lines[-1].text, lines[-1].look))]

    def number(self) -> Line:
        return self.line("number", self.paper.number_line(self.layout))

    def place_date(self) -> Line:
        return self.line("place_date", self.paper.date_line())

    def letter_subject(self) -> list[Line]:
        """What a letter is about, under its number."""
        if not (self.paper.is_letter and self.paper.subject):
            return []
        text = self.layout.text("letter_subject_label") + self.paper.subject
        return [
            self.line("letter_subject", line)
            for line in self._broken("letter_subject", text, self.columns[0] - 12)
        ]

    def urgency(self) -> Line | None:
        return self.line("urgency", self.paper.urgency) if self.paper.urgency else None

    def title(self) -> list[Item]:
        """The name of the type and the subject, with their mark; nothing for a letter."""
        if self.paper.is_letter:
            return []
        most = self.layout.text_width * _SUBJECT_SHARE
        lines: list[Item] = [self.line("type", self.paper.type_name)]
        lines += [
            self.line("subject", line) for line in self._broken("subject", self.paper.subject, most)
        ]
        return lines + self._mark("subject_mark", "subject", lines)

    def addressees(self) -> tuple[float, list[Line]]:
        """The lines of "Kính gửi:", and how far from the left margin the first begins."""
        names = self.paper.addressee_lines()
        if not names:
            return 0.0, []
        if len(names) == 1:
            return 0.0, [self.line("addressees", f"Kính gửi: {names[0]}")]
        lines = [self.line("addressees", text) for text in ("Kính gửi:", *names)]
        widest = max(metrics.width(line.text, line.look) for line in lines)
        block = self.addressee_step + widest
        least = self.layout.points("first_line_indent")
        return max(least, (self.layout.text_width - block) / 2), lines

    @property
    def addressee_step(self) -> float:
        """From the beginning of "Kính gửi:" to below its colon, where the dashes stand."""
        return metrics.width("Kính gửi", self.layout.looks["addressees"])

    def signature(self) -> list[Line]:
        """The lines above the signature."""
        signer = self.paper.signer
        return [
            self.line("authority", line)
            for text in signer.lines(self.layout)
            for line in self._broken("authority", text, self.signature_columns[1] - 8)
        ]

    @property
    def signature_columns(self) -> tuple[float, float]:
        return self.layout.text_width * 0.48, self.layout.text_width * 0.52

    def appendix(self, appendix: Appendix) -> list[Line]:
        """What stands above an appendix: its number, its title, the paper that it belongs to."""
        several = len(self.paper.appendices) > 1
        number = f" {_ROMAN[self.paper.appendices.index(appendix)]}" if several else ""
        most = self.width_of(appendix) * _SUBJECT_SHARE
        title = self._broken("appendix_title", appendix.title, most)
        return [
            self.line("appendix", f"Phụ lục{number}"),
            *(self.line("appendix_title", line) for line in title),
            self.line("appendix_note", f"(Kèm theo {self.paper.cited})"),
        ]

    def width_of(self, appendix: Appendix) -> float:
        return self.layout.wide_text_width if appendix.is_wide else self.layout.text_width

    def _broken(self, look: str, text: str, most: float) -> list[str]:
        found = self.layout.looks[look]
        return metrics.broken(text.upper() if found.capitals else text, found, most)

    def _mark(self, word: str, look: str, lines: list[Item]) -> list[Item]:
        mark = self.layout.text(word)
        if not mark or not lines:
            return []
        last = lines[-1]
        if mark == _RULE and isinstance(last, Line):
            return [Rule(metrics.width(last.text, last.look) * _RULE_SHARE)]
        return [Line(self.layout.looks[look], mark)]


def arranged(paper: OfficialPaper, layout: Layout) -> Sheet:
    return Sheet(paper, layout)
