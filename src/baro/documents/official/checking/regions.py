"""Which paragraph is which part of the paper, told by its words and its place."""

import re
from dataclasses import dataclass
from itertools import takewhile

from baro.documents.official.checking.word_file import Paragraph, WordFile
from baro.documents.official.layout import Branch
from baro.documents.types import TYPE_CHOICES
from baro.kernel.text import fold

_NATION = re.compile(r"cong hoa xa hoi chu nghia viet nam")
_PARTY = re.compile(r"dang cong san viet nam")
_MOTTO = re.compile(r"doc lap\W+tu do\W+hanh phuc")
_NUMBER = re.compile(r"so\s*[:.]?\s*[\d.… _]*\s*[/-]")
_DATE = re.compile(r"ngay.{0,14}thang.{0,12}nam")
_LETTER_SUBJECT = re.compile(r"v\s*/\s*v\b|ve viec\b")
_ADDRESSEES = re.compile(r"kinh gui\b")
_RECIPIENTS = re.compile(r"noi nhan\b")
_TYPES = {fold(label) for _, label in TYPE_CHOICES}
_HEAD = 40  # paragraphs in which a head is looked for
_LONGEST_LINE = 90
_TAIL = 6  # paragraphs among which a signature without recipients is looked for


@dataclass(frozen=True)
class Regions:
    """The parts that were found; what was not found is None or empty."""

    branch: Branch
    nation: Paragraph | None
    motto: Paragraph | None
    issuer: Paragraph | None
    superior: Paragraph | None
    number: Paragraph | None
    place_date: Paragraph | None
    letter_subject: Paragraph | None
    type: Paragraph | None
    subject: Paragraph | None
    addressees: Paragraph | None
    body: tuple[Paragraph, ...]
    recipients_head: Paragraph | None
    recipients: tuple[Paragraph, ...]
    signature: tuple[Paragraph, ...]
    head: tuple[Paragraph, ...]


def regions_of(word: WordFile) -> Regions:
    """A head is what stands before the type or "Kính gửi"; the end begins at "Nơi nhận"."""
    all_ = list(word.paragraphs)
    worded = [p for p in all_ if p.text.strip()]
    opening = worded[:_HEAD]
    nation = _found(opening, _NATION) or _found(opening, _PARTY)
    is_party = _found(opening, _NATION) is None and _found(opening, _PARTY) is not None
    type_ = next((p for p in opening if _names_type(p)), None)
    number, motto = _found(opening, _NUMBER), _found(opening, _MOTTO)
    date = _found(opening, _DATE)
    letter, addressees = _found(opening, _LETTER_SUBJECT), _found(opening, _ADDRESSEES)
    known = [p for p in (nation, motto, number, date, letter) if p is not None]
    names = _issuing(opening, number, known)
    recipients_head = _found(worded, _RECIPIENTS, last=True)
    begin = _after(worded, [*known, *([type_] if type_ else [])], type_)
    end = worded.index(recipients_head) if recipients_head else len(worded)
    recipients, signature = _ending(worded, recipients_head, begin)
    return Regions(
        branch=Branch.PARTY if is_party else Branch.STATE,
        nation=nation,
        motto=motto,
        issuer=names[-1] if names else None,
        superior=names[-2] if len(names) > 1 else None,
        number=number,
        place_date=date,
        letter_subject=None if type_ else letter,
        type=type_,
        subject=_next(worded, type_),
        addressees=addressees,
        body=tuple(p for p in worded[begin:end] if _is_text(p)),
        recipients_head=recipients_head,
        recipients=recipients,
        signature=signature,
        head=tuple(all_[: all_.index(worded[begin])]) if begin < len(worded) else tuple(all_),
    )


def _found(
    paragraphs: list[Paragraph], pattern: re.Pattern[str], *, last: bool = False
) -> Paragraph | None:
    found = [p for p in paragraphs if _says(p, pattern)]
    return found[-1 if last else 0] if found else None


def _says(paragraph: Paragraph, pattern: re.Pattern[str]) -> bool:
    words = " ".join(fold(paragraph.text).split())
    if len(words) > _LONGEST_LINE:
        return False
    return bool(pattern.search(words) if pattern is _DATE else pattern.match(words))


def _names_type(paragraph: Paragraph) -> bool:
    return fold(" ".join(paragraph.text.split())).strip(" :") in _TYPES and not paragraph.cell


def _issuing(
    opening: list[Paragraph], number: Paragraph | None, known: list[Paragraph]
) -> list[Paragraph]:
    """What stands above the number and is no known line: the superior and the issuing body."""
    if number is None:
        return []
    above = opening[: opening.index(number)]
    return [p for p in above if p not in known and len(p.text.strip(" *-_")) > 1]


def _next(worded: list[Paragraph], type_: Paragraph | None) -> Paragraph | None:
    place = worded.index(type_) + 1 if type_ else len(worded)
    found = worded[place] if place < len(worded) else None
    return found if found and not found.cell and found.alignment == "center" else None


def _after(worded: list[Paragraph], known: list[Paragraph], type_: Paragraph | None) -> int:
    """Where the body begins: after the last line of the head and the centred lines below it."""
    place = max((worded.index(p) for p in known), default=-1) + 1
    while place < len(worded) and (
        worded[place].cell or (type_ is not None and worded[place].alignment == "center")
    ):
        place += 1
    return place


def _is_text(paragraph: Paragraph) -> bool:
    """Running text: not in a table, not centred, not an addressee."""
    words = paragraph.text.strip()
    return (
        not paragraph.cell
        and paragraph.alignment != "center"
        and not _says(paragraph, _ADDRESSEES)
        and not (
            words.startswith("-") and words.endswith((";", ".")) and len(words) < _LONGEST_LINE
        )
    )


def _ending(
    worded: list[Paragraph], head: Paragraph | None, begin: int
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """The list of recipients, and the lines of who signs, in their own cell or below."""
    if head is None:
        tail = worded[begin:][-_TAIL:]
        posts = [place for place, p in enumerate(tail) if p.text.strip().isupper()]
        return (), tuple(tail[posts[0] :]) if posts else ()
    after = worded[worded.index(head) + 1 :]
    if head.cell:
        # The table ends with its last cell: tables of an appendix sign nothing.
        table = list(takewhile(lambda p: bool(p.cell), after))
        return (
            tuple(p for p in table if p.cell == head.cell),
            tuple(p for p in table if p.cell != head.cell),
        )
    listed = tuple(p for p in after if p.text.strip().startswith(("-", "–", "Lưu")))
    return listed, tuple(p for p in after if p not in listed)
